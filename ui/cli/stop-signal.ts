// Ctrl-C, and what asks a process to end, as an AbortSignal. A second Ctrl-C ends the process at once.

export interface StopSignal {
  signal: AbortSignal;
  /** Back to what the signals do by themselves. */
  release(): void;
}

export function stopSignal(): StopSignal {
  const controller = new AbortController();
  const names = ['SIGINT', 'SIGTERM'] as const;
  const release = () => names.forEach((name) => process.off(name, stop));
  const stop = () => {
    release();
    controller.abort();
  };
  names.forEach((name) => process.on(name, stop));
  return { signal: controller.signal, release };
}
