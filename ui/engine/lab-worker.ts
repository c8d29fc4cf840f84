// The Lab's worker: one engine behind Comlink. expose() comes before anything asynchronous, so that no early message is lost.

import { loadCoreModule } from '#core-wasm';
import { expose } from 'comlink';
import { LabEngine } from './lab-engine.ts';

expose(new LabEngine(loadCoreModule));
