// ipconfig, ipconfig /all. Rows that need no service the emulator lacks; labels by version: outputs of ipconfig.

import { fails, note, says, type Command } from './change.ts';
import { prefixMask } from './networks.ts';
import { reconstructedLines } from './reconstructed.ts';
import type { Adapter, AdapterAddress, ConsoleState } from './state.ts';
import { isVista } from './versions.ts';

/** Dots stand in every second column up to the colon; after "Suffix" they start one later. */
function rowOf(indent: number) {
  return (label: string, value: string): string => {
    const gap = label.endsWith('Suffix') ? '  ' : ' '.repeat(label.length % 2);
    return `${' '.repeat(indent)}${`${label}${gap}${'. '.repeat(17)}`.slice(0, 34)}: ${value}`;
  };
}

const isIpv6 = ({ address }: AdapterAddress) => address.includes(':');

function adapterLines(adapter: Adapter, all: boolean, vista: boolean): readonly string[] {
  const row = rowOf(vista ? 3 : 8);
  const preferred = all && vista ? '(Preferred) ' : '';
  const ipv4 = adapter.addresses.filter((address) => !isIpv6(address));
  const ipv6 = adapter.addresses.filter(isIpv6);
  const hardware = [
    row('Description', adapter.description),
    row('Physical Address', adapter.mac),
    row(vista ? 'DHCP Enabled' : 'Dhcp Enabled', 'No'),
    ...(vista ? [row('Autoconfiguration Enabled', 'Yes')] : []),
  ];
  const heading = [`Ethernet adapter ${adapter.name}:`, ''];
  if (!adapter.connected)
    return [...heading, row('Media State', 'Media disconnected'), row('Connection-specific DNS Suffix', ''), ...(all ? hardware : [])];
  const [gateway = '', ...moreGateways] = adapter.gateways;
  const further = ' '.repeat((vista ? 3 : 8) + 36);
  const [server, ...moreServers] = adapter.dnsServers;
  return [
    ...heading,
    row('Connection-specific DNS Suffix', ''),
    ...(all ? hardware : []),
    ...(vista ? ipv6.map(({ address }) => ipv6Row(row, address, adapter.interfaceIndex, preferred)) : []),
    ...ipv4.flatMap(({ address, prefixLength }) => [
      row(vista ? 'IPv4 Address' : 'IP Address', `${address}${preferred}`),
      row('Subnet Mask', prefixMask(prefixLength)),
    ]),
    row('Default Gateway', gateway),
    ...moreGateways.map((other) => `${further}${other}`),
    ...(all && server !== undefined ? [row('DNS Servers', server), ...moreServers.map((other) => `${further}${other}`)] : []),
  ];
}

function ipv6Row(row: (label: string, value: string) => string, address: string, index: number, preferred: string): string {
  return /^fe[89ab]/i.test(address)
    ? row('Link-local IPv6 Address', `${address}%${index}${preferred}`)
    : row('IPv6 Address', `${address}${preferred}`);
}

function hostLines({ computerName }: ConsoleState, vista: boolean): readonly string[] {
  const row = rowOf(vista ? 3 : 8);
  return [
    row('Host Name', computerName),
    row('Primary Dns Suffix', ''),
    row('Node Type', vista ? 'Hybrid' : 'Unknown'),
    row('IP Routing Enabled', 'No'),
    row('WINS Proxy Enabled', 'No'),
  ];
}

export const ipconfig: Command = (state, words) => {
  const vista = isVista(state.os);
  const [option, ...rest] = words.map((word) => word.toLowerCase().replace(/^-/, '/'));
  const all = option === '/all';
  if ((option !== undefined && !all) || rest.length > 0)
    return fails(
      '',
      ...(option === '/?' ? [] : ['Error: unrecognized or incomplete command line.', '']),
      'USAGE:',
      '    ipconfig [/? | /all]',
      '',
      note('/release, /renew, /flushdns and the like are not emulated: addresses of a host are fixed.'),
      ...reconstructedLines('ipconfig', state.os),
    );
  return says(
    '',
    'Windows IP Configuration',
    '',
    ...(all ? hostLines(state, vista) : []),
    ...state.adapters.flatMap((adapter) => ['', ...adapterLines(adapter, all, vista)]),
  );
};
