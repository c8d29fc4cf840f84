// The server as a person names it: addresses that must occur in the capture, else the closest ones are offered.

import { type Address, addressText, parseAddress } from './addresses.ts';
import type { HostTable } from './host-table.ts';
import type { ServerFinding } from './types.ts';
import { listed } from './wording.ts';

export interface Choice {
  /** Numbers of the addresses of the server. */
  addresses: number[];
  /** MACs that stand for the server whatever the frame carries; chosen by hand only. */
  macs: number[];
  chosenBy: ServerFinding['chosenBy'];
  because: string;
}

/** How many leading bits two addresses of a family share. */
function commonBits(a: Uint8Array, b: Uint8Array): number {
  for (let byte = 0; byte < a.length; byte++) {
    const differs = a[byte]! ^ b[byte]!;
    if (differs) return byte * 8 + Math.clz32(differs) - 24;
  }
  return a.length * 8;
}

function absent(hosts: HostTable, wanted: Address): Error {
  const near: { id: number; bits: number }[] = [];
  for (let id = 0; id < hosts.table.size; id++) {
    const { family, bytes } = hosts.table.address(id);
    if (family !== wanted.family || hosts.table.isGroup(id)) continue;
    near.push({ id, bits: commonBits(bytes, wanted.bytes) });
    if (near.length > 1000) near.sort((a, b) => b.bits - a.bits || hosts.packets[b.id]! - hosts.packets[a.id]!).splice(3);
  }
  near.sort((a, b) => b.bits - a.bits || hosts.packets[b.id]! - hosts.packets[a.id]!).splice(3);
  const family = { ipv4: 'IPv4', ipv6: 'IPv6', mac: 'MAC' }[wanted.family];
  const names = near.map(({ id }) => hosts.table.text(id));
  const hint = names.length ? ` The closest ${names.length === 1 ? 'is' : 'are'} ${listed(names)}.` : ` It has no ${family} addresses.`;
  return new Error(`${addressText(wanted)} does not occur in this capture.${hint}`);
}

/** @throws Error with a message for people when an address is unreadable or does not occur */
export function chooseByUser(hosts: HostTable, texts: readonly string[]): Choice {
  if (!texts.length) throw new Error('No address is given.');
  const ids = texts.map((text) => {
    const parsed = parseAddress(text);
    if ('fault' in parsed) throw new Error(parsed.fault);
    const id = hosts.table.indexOf(parsed.address);
    if (id < 0) throw absent(hosts, parsed.address);
    return id;
  });
  const names = listed(ids.map((id) => hosts.table.text(id)));
  return {
    addresses: [...new Set(ids)],
    macs: ids.filter((id) => hosts.table.isMac(id)),
    chosenBy: 'user',
    because: `${names} ${ids.length === 1 ? 'was' : 'were'} chosen by hand.`,
  };
}
