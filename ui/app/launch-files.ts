// Files that the system opens with the installed app. Source: W3C, "Web App Launch Handler API", LaunchQueue.

interface LaunchParams {
  files: readonly FileSystemFileHandle[];
}

interface LaunchQueue {
  setConsumer(consumer: (params: LaunchParams) => void): void;
}

/** Calls back with each file that the app is launched with; does nothing where the browser has no launch queue. */
export function onLaunchFile(take: (file: File) => void): void {
  const { launchQueue } = window as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(async ({ files }) => {
    const [handle] = files;
    if (handle) take(await handle.getFile());
  });
}
