// route print: the networks an emulated host is connected to, its gateways, and the routes every host has. Layout: outputs of route.

import { fails, note, says, type Command } from './change.ts';
import { groupOf, networkOf, prefixMask } from './networks.ts';
import { reconstructedLines } from './reconstructed.ts';
import type { Adapter, ConsoleState } from './state.ts';
import { isVista } from './versions.ts';

const rule = '='.repeat(75);

const isIpv6 = (address: string) => address.includes(':');

function interfaceLines({ adapters, os }: ConsoleState): readonly string[] {
  const sorted = [...adapters].sort((a, b) => b.interfaceIndex - a.interfaceIndex);
  if (!isVista(os))
    return [
      '0x1 ........................... MS TCP Loopback interface',
      ...sorted
        .reverse()
        .map((adapter) => `0x1000${adapter.interfaceIndex.toString(16)} ...${groupOf(adapter.mac)} ...... ${adapter.description}`),
    ];
  return [
    ...sorted.map((adapter) => `${String(adapter.interfaceIndex).padStart(3)}...${groupOf(adapter.mac)} ......${adapter.description}`),
    '  1...........................Software Loopback Interface 1',
  ];
}

interface Route {
  readonly destination: string;
  readonly mask: string;
  readonly gateway: string;
  readonly source: string;
  readonly metric: number;
}

/** Stands one column further left than an address. */
const onLink = 'On-link';

/** Added to the metric of the interface for routes that the host makes itself. */
const onLinkMetric = 256;

function adapterRoutes(adapter: Adapter, vista: boolean): readonly Route[] {
  const routes: Route[] = [];
  const own = adapter.metric + (vista ? onLinkMetric : 0);
  for (const { address, prefixLength } of adapter.addresses.filter(({ address }) => !isIpv6(address))) {
    const gateway = vista ? onLink : address;
    const add = (destination: string, mask: string) => routes.push({ destination, mask, gateway, source: address, metric: own });
    for (const next of adapter.gateways.filter((candidate) => !isIpv6(candidate)))
      routes.push({ destination: '0.0.0.0', mask: '0.0.0.0', gateway: next, source: address, metric: adapter.metric });
    add(networkOf(address, prefixLength).first, prefixMask(prefixLength));
    routes.push({
      destination: address,
      mask: '255.255.255.255',
      gateway: vista ? onLink : '127.0.0.1',
      source: vista ? address : '127.0.0.1',
      metric: own,
    });
    add(networkOf(address, prefixLength).last, '255.255.255.255');
    add('224.0.0.0', '240.0.0.0');
    add('255.255.255.255', '255.255.255.255');
  }
  return routes;
}

const loopbackNetworks: readonly (readonly [destination: string, mask: string])[] = [
  ['127.0.0.0', '255.0.0.0'],
  ['127.0.0.1', '255.255.255.255'],
  ['127.255.255.255', '255.255.255.255'],
  ['224.0.0.0', '240.0.0.0'],
  ['255.255.255.255', '255.255.255.255'],
];

function loopbackRoutes(vista: boolean): readonly Route[] {
  const networks = vista ? loopbackNetworks : loopbackNetworks.slice(0, 1);
  const gateway = vista ? onLink : '127.0.0.1';
  return networks.map(([destination, mask]) => ({ destination, mask, gateway, source: '127.0.0.1', metric: vista ? 306 : 1 }));
}

const routeText = ({ destination, mask, gateway, source, metric }: Route) =>
  `${destination.padStart(17)}${mask.padStart(17)}${(gateway === onLink ? `${onLink} ` : gateway).padStart(17)}${source.padStart(17)}${String(metric).padStart(7)}`;

const numbers = (address: string) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

function ipv4Lines(state: ConsoleState): readonly string[] {
  const vista = isVista(state.os);
  const routes = [
    ...loopbackRoutes(vista),
    ...state.adapters.filter(({ connected }) => connected).flatMap((adapter) => adapterRoutes(adapter, vista)),
  ];
  routes.sort((a, b) => numbers(a.destination) - numbers(b.destination) || numbers(a.mask) - numbers(b.mask));
  return [
    'IPv4 Route Table',
    rule,
    'Active Routes:',
    'Network Destination        Netmask          Gateway       Interface  Metric',
    ...routes.map(routeText),
    rule,
    'Persistent Routes:',
    '  None',
  ];
}

function ipv6Lines(state: ConsoleState): readonly string[] {
  const rows = state.adapters
    .filter(({ connected }) => connected)
    .flatMap(({ interfaceIndex, metric, addresses }) =>
      addresses
        .filter(({ address }) => isIpv6(address))
        .map(({ address }) => ({ interfaceIndex, metric: metric + onLinkMetric, text: `${address}/128` })),
    );
  return [
    '',
    'IPv6 Route Table',
    rule,
    'Active Routes:',
    ' If Metric Network Destination      Gateway',
    ...[{ interfaceIndex: 1, metric: 306, text: '::1/128' }, ...rows].map(
      ({ interfaceIndex, metric, text }) => `${String(interfaceIndex).padStart(3)}${String(metric).padStart(7)} ${text.padEnd(24)} On-link`,
    ),
    rule,
    'Persistent Routes:',
    '  None',
  ];
}

export function routeLines(state: ConsoleState, families: 'all' | 'ipv4' | 'ipv6'): readonly string[] {
  const list = [rule, 'Interface List', ...interfaceLines(state), rule];
  if (!isVista(state.os)) {
    const [title, ...table] = ipv4Lines(state);
    return ['', title!, rule, ...list.slice(1), ...table];
  }
  return [...list, ...(families === 'ipv6' ? [] : ['', ...ipv4Lines(state)]), ...(families === 'ipv4' ? [] : ipv6Lines(state))];
}

export const route: Command = (state, words) => {
  const options = words.filter((word) => ['-4', '-6'].includes(word));
  const [verb, ...rest] = words.filter((word) => !options.includes(word));
  if (verb?.toLowerCase() !== 'print' || rest.length > 0 || options.length > 1)
    return fails(
      '',
      'Manipulates network routing tables.',
      '',
      isVista(state.os) ? 'ROUTE PRINT [-4|-6]' : 'ROUTE PRINT',
      '',
      note('add, change, delete and -f, -p are not emulated: the routes of a host follow from its adapters.'),
      ...reconstructedLines('route', state.os),
    );
  const family = options[0] === '-4' ? 'ipv4' : options[0] === '-6' ? 'ipv6' : 'all';
  return says(...routeLines(state, family));
};
