// Long work lets messages in now and then, so that cancel and newer questions are heard.

/** Between two looks at messages, milliseconds. */
export const BREATH_MS = 40;

/** Lets waiting messages be handled. Not a timer: those are slowed down in background pages. */
export const breathe = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
