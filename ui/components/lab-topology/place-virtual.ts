// Where the virtual networks of a host stand in its card, each with its virtual machines below. Part of place.ts.

import type { LabLayout } from '../../scenario/lab-frame.ts';
import type { Box, Item } from './place.ts';

/** How far virtual machines stand to the right of their network, and what is left for the data rate of one. */
const INDENT = 10;
const GUEST_NIC = 88;
/** Below this width the adapter of a virtual machine has a line of its own. */
const GUEST_LINE = 220;

/** @param at  place and width of what there is, and the height of a row  @returns the height that they take */
export function placeVirtual(layout: LabLayout, host: number, at: Box, into: Item[]): number {
  const { width, height } = at;
  let y = at.y;
  const line = (kind: Item['kind'], index: number, form: Item['form'], x: number, lineWidth: number) =>
    into.push({ kind, index, form, x: at.x + x, y, width: lineWidth, height });
  const isWide = width >= GUEST_LINE;
  for (const [network, virtualSwitch] of layout.virtualSwitches.entries()) {
    if (virtualSwitch.host !== host) continue;
    line('virtualSwitch', network, 'row', 0, width);
    y += height;
    for (const machine of layout.machines) {
      if (machine.network !== network) continue;
      line('host', machine.host, 'guest', INDENT, width - INDENT - (isWide ? GUEST_NIC + INDENT / 2 : 0));
      if (!isWide) y += height;
      line('nic', machine.nic, isWide ? 'value' : 'row', isWide ? width - GUEST_NIC : INDENT, isWide ? GUEST_NIC : width - INDENT);
      y += height;
    }
  }
  return y - at.y;
}
