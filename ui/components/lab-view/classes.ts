// The cost classes as the Lab page shows them, in the order of CostClass, with a colour each. Hues after M. Okabe and K. Ito, "Color
// universal design" (2008), darkened or lightened for the two grounds; neighbours differ in lightness too.

import type { CostClassName } from '../../features/costs.ts';
import type { LabColumn } from '../../scenario/lab-frame.ts';

export interface LoadClass {
  name: CostClassName;
  column: LabColumn<'processor'>;
  label: string;
  /** On light and on dark ground. */
  colours: readonly [light: string, dark: string];
}

export const loadClasses: readonly LoadClass[] = [
  { name: 'Interrupt', column: 'classInterruptPs', label: 'Interrupt', colours: ['#b23a00', '#f0702f'] },
  { name: 'Dpc', column: 'classDpcPs', label: 'DPC', colours: ['#e69f00', '#f2b632'] },
  { name: 'Driver', column: 'classDriverPs', label: 'Driver', colours: ['#7a6a00', '#8f8420'] },
  { name: 'Ndis', column: 'classNdisPs', label: 'NDIS', colours: ['#35b58c', '#45cfa3'] },
  { name: 'TcpIp', column: 'classTcpIpPs', label: 'TCP/IP', colours: ['#0b64a8', '#3a86cf'] },
  { name: 'Copy', column: 'classCopyPs', label: 'Copy', colours: ['#6cb8ea', '#9ad2f7'] },
  { name: 'Switch', column: 'classSwitchPs', label: 'Switch', colours: ['#5c4a8a', '#7a68b3'] },
  { name: 'Application', column: 'classApplicationPs', label: 'Application', colours: ['#cc79a7', '#d993bb'] },
];

/** Colour of a class for a style that follows the colour scheme. */
export const classColour = ({ colours }: LoadClass): string => `light-dark(${colours[0]}, ${colours[1]})`;
