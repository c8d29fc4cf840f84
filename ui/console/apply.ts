// What a change does to the state that the prompt sees, so that the next command of a line sees it too. Requests to the host (restarts,
// echo requests, samples) leave the state as it is: what comes of them is in the state that the host makes next.

import { registryApply } from '../registry/registry.ts';
import type { Change } from './change.ts';
import { globalDefaults } from './globals.ts';
import type { ChimneyPort, ConsoleState } from './state.ts';

const samePort = (a: Omit<ChimneyPort, 'state'>, b: Omit<ChimneyPort, 'state'>) =>
  a.localPort === b.localPort && a.remotePort === b.remotePort;
const sameApplication = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

export function applyChange(state: ConsoleState, change: Change): ConsoleState {
  switch (change.kind) {
    case 'set-global':
      return { ...state, globals: { ...state.globals, [change.name]: change.value } };
    case 'reset-tcp':
      return {
        ...state,
        globals: globalDefaults[state.os],
        heuristics: { windowScaling: 'enabled', overriding: false },
        chimneyPorts: [],
        chimneyApplications: [],
      };
    case 'set-heuristics':
      return {
        ...state,
        heuristics: {
          windowScaling: change.windowScaling,
          overriding: change.windowScaling === 'enabled' && state.heuristics.overriding,
        },
      };
    case 'set-task-offload':
      return { ...state, taskOffload: change.value };
    case 'add-chimney-port':
      return { ...state, chimneyPorts: [...state.chimneyPorts.filter((port) => !samePort(port, change.port)), change.port] };
    case 'delete-chimney-port':
      return { ...state, chimneyPorts: state.chimneyPorts.filter((port) => !samePort(port, change.port)) };
    case 'add-chimney-application': {
      const others = state.chimneyApplications.filter(({ application }) => !sameApplication(application, change.application.application));
      return { ...state, chimneyApplications: [...others, change.application] };
    }
    case 'delete-chimney-application':
      return {
        ...state,
        chimneyApplications: state.chimneyApplications.filter(({ application }) => !sameApplication(application, change.application)),
      };
    case 'change-registry':
      return { ...state, registry: registryApply(state.registry, [change.change]).registry };
    case 'restart-adapter':
    case 'restart-computer':
    case 'abort-restart':
    case 'ping':
    case 'sample-counters':
    case 'stop':
    case 'clear-screen':
    case 'close':
      return state;
  }
}

export const applyChanges = (state: ConsoleState, changes: readonly Change[]): ConsoleState => changes.reduce(applyChange, state);
