// Offline use: the service worker caches the whole site on the first visit; a new version waits until the user takes it,
// because a reload would lose the open capture. Does nothing in development and where there are no service workers.

let apply: () => Promise<void> = async () => undefined;

const HOUR_MS = 3_600_000;

/** Registers the service worker. `ready` is called once a new version waits. */
export async function onUpdateReady(ready: () => void): Promise<void> {
  if (!import.meta.env?.PROD || !('serviceWorker' in navigator)) return;
  const { registerSW } = await import('virtual:pwa-register');
  const update = registerSW({
    onNeedRefresh: ready,
    onRegisteredSW: (_url, registration) => {
      if (!registration) return;
      const look = () => void registration.update().catch(() => undefined); // offline: look again later
      setInterval(look, HOUR_MS);
      document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look());
    },
  });
  apply = () => update(true);
}

/** Switches to the new version and reloads the page. */
export const applyUpdate = (): Promise<void> => apply();
