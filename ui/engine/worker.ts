// The worker: one engine behind Comlink. expose() comes before anything asynchronous, so that no early message is lost.

import { loadCaptureCoreModule } from '#capture-core-wasm';
import { expose } from 'comlink';
import { CaptureEngine } from './capture-engine.ts';

expose(new CaptureEngine(loadCaptureCoreModule));
