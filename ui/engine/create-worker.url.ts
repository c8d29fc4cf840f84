// `#create-worker` for the site: the worker is a module of its own.

export const createWorker = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
