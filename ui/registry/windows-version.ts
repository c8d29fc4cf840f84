// The Windows versions of an emulated host, as the scenario document names them.

import type { hostField } from '../scenario/schema-host.ts';
import type { Value } from '../scenario/fields.ts';

export type WindowsVersion = Value<typeof hostField>['os'];
