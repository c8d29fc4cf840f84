// The Lab's worker is a module of its own: the Capture page does without the emulator, and the widget has no Lab.

export const createLabWorker = (): Worker => new Worker(new URL('./lab-worker.ts', import.meta.url), { type: 'module' });
