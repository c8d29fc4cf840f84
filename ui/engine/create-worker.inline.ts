// `#create-worker` in the widget: the worker's text is inside the file and starts from a blob: URL, which it revokes itself.

import EngineWorker from './worker.ts?worker&inline';

export const createWorker = (): Worker => new EngineWorker();
