// A Lab worker whose world breaks after a while of playing.

import { expose } from 'comlink';
import { LabEngine, wallHost } from '../../ui/engine/lab-engine.ts';
import { FakeHost, FakeWorld } from './lab-fakes.ts';

const noModule = () => WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));

expose(new LabEngine(noModule, wallHost, async (_, scenario) => new FakeWorld(scenario, new FakeHost(), { breaksAt: 5000 })));
