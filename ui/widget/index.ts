// The widget: importing this module defines <nic-scope>, and nothing else happens. It may be imported where there is no DOM.

export { NicScope } from './nic-scope.ts';
export { presets } from './presets.ts';
export type { NicScopeEvents } from './scope-events.ts';
