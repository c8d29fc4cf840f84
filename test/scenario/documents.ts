// Valid documents for tests: a small one by hand, and random ones from a seed.

import type { ScenarioDraft } from '../../ui/scenario/schema.ts';
import type { Random } from '../build/random.ts';

export type Loose = Record<string, unknown>;

/** Two hosts and one cable. */
export function twoHosts(changes: Partial<ScenarioDraft> = {}): ScenarioDraft {
  return {
    nicscope: 1,
    hosts: [
      { name: 'server', nics: [{ name: 'lan' }] },
      { name: 'client', kind: 'ideal', nics: [{ name: 'lan' }] },
    ],
    links: [{ ends: ['client.lan', 'server.lan'] }],
    traffic: [{ app: 'bulk', from: 'client', to: 'server:5001' }],
    ...changes,
  };
}

const maybe = <T>(random: Random, value: T): T | undefined => (random.oneIn(2) ? value : undefined);

/** Drops undefined, as JSON does. */
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A valid document in a star around one switch, with random properties. */
export function randomDocument(random: Random): ScenarioDraft {
  const hostCount = random.between(2, 5);
  const speeds = [1e9, '10 Gb/s', '40 Gbit/s'] as const;
  const hosts: ScenarioDraft['hosts'] = Array.from({ length: hostCount }, (_, index) => ({
    name: `h${index}`,
    kind: maybe(random, random.pick(['modelled', 'ideal'] as const)),
    os: maybe(random, random.pick(['ws2008', 'ws2008r2'] as const)),
    processors: maybe(random, {
      sockets: random.pick([1, 2]),
      coresPerSocket: random.pick([2, 4]),
      threadsPerCore: random.pick([1, 2]),
      numaNodes: random.pick([1, 2]),
      clock: random.pick(['2.66 GHz', 3_000_000_000, '1600 MHz']),
    }),
    costs: maybe(random, { tcpip_rx: random.unit() * 2000 }),
    tcp: maybe(random, {
      timestamps: random.oneIn(2),
      minRto: random.pick(['200 ms', 300_000_000_000]),
      initialWindow: random.between(1, 10),
    }),
    nics: [
      {
        name: 'lan',
        speed: maybe(random, random.pick(speeds)),
        mtu: maybe(random, random.pick([1280, 1500, 9000])),
        queues: maybe(random, random.between(1, 8)),
        moderation: maybe(random, random.pick([{ mode: 'off' }, { mode: 'fixed', rate: 5000 }, { mode: 'adaptive' }] as const)),
        rss: maybe(random, { enabled: random.oneIn(2), maxProcessors: random.between(1, 4), tableEntries: random.pick([8, 128]) }),
        addresses: maybe(random, [`10.0.0.${index + 1}/24`, `2001:db8::${index + 1}/64`]),
      },
    ],
  }));
  if (hosts.some(({ nics }) => nics[0]!.addresses))
    // all in the network of the first that gives one
    for (const host of hosts) if (random.oneIn(3)) delete host.nics[0]!.addresses;
  const delays = ['20 us', 0, '1.5 ms', 250_000] as const;
  const shares = [0, 0.001, '0.1 %', 1e-12] as const;
  return asJson({
    nicscope: 1,
    title: maybe(random, 'Random'),
    seed: maybe(random, random.next()),
    hosts,
    switches: [{ name: 'sw', queue: maybe(random, '128 KiB'), ports: hostCount }],
    links: hosts.map(({ name }) => ({
      ends: [`${name}.lan`, 'sw'],
      delay: maybe(random, random.pick(delays)),
      loss: maybe(random, random.pick(shares)),
      back: maybe(random, { delay: random.pick(delays), bitErrors: random.pick([0, 1e-12]) }),
    })),
    traffic: hosts.slice(1).map(({ name }, index) =>
      random.pick<ScenarioDraft['traffic'] extends (infer T)[] | undefined ? T : never>([
        { app: 'bulk', from: name, to: `h0:${5000 + index}`, bytes: '1 MiB' },
        { app: 'requests', from: name, to: `h0:${5000 + index}`, request: 100, count: 3, family: 'ipv6' },
        { app: 'echo', to: `h0:${5000 + index}`, transport: 'udp' },
        { app: 'replay', onto: 'h0.lan', capture: 'x.pcap', pace: 'scaled', factor: 0.5 },
      ]),
    ),
    timeline: maybe(random, [
      { do: 'set' as const, at: '1 ms', path: 'links[0].delay', value: '30 us' },
      { do: 'command' as const, at: 5, host: 'h0', line: 'netsh int tcp show global' },
    ]),
  });
}

interface Slot {
  holder: Record<string | number, unknown>;
  key: string | number;
}

function slotsOf(value: unknown, slots: Slot[] = []): Slot[] {
  if (typeof value !== 'object' || value === null) return slots;
  const holder = value as Record<string | number, unknown>;
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    slots.push({ holder, key });
    slotsOf(holder[key], slots);
  }
  return slots;
}

const STRANGE: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e300, -0, 9007199254740993, '', 'x', '1', '1 us', '10 Gb/s', '64 KiB', '1000 %', '0.0000001 ps',
  '99999999999999999999 s', 'client.lan', 'h0.lan', 'h0', 'sw', '192.0.2.1/24', '::1/128', 'ff:ff:ff:ff:ff:ff', '__proto__', 'ä\u0000😀', [], {}, [[]], [null],
  { mode: 'fixed' }, { app: 'bulk' }, 'links[0].delay', 'hosts[0].nics[0].rss.maxProcessors', 1e9, 64, 2, 4294967296,
]; // prettier-ignore

/** One to three random changes: a value replaced, removed, doubled, renamed, or exchanged with another. */
export function mutate(document: object, random: Random): unknown {
  const copy = structuredClone(document) as Loose;
  for (let times = random.between(1, 3); times > 0; times--) {
    const slots = slotsOf(copy);
    if (!slots.length) return copy;
    const { holder, key } = random.pick(slots);
    const other = random.pick(slots);
    switch (random.below(6)) {
      case 0:
      case 1:
        holder[key] = structuredClone(random.pick(STRANGE));
        break;
      case 2:
        if (Array.isArray(holder)) holder.splice(Number(key), 1);
        else delete holder[key];
        break;
      case 3:
        if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
        else holder[`${key}x`] = structuredClone(holder[key]);
        break;
      case 4:
        holder[key] = structuredClone(other.holder[other.key]);
        break;
      default:
        if (!Array.isArray(holder))
          Object.defineProperty(holder, '__proto__', { value: 1, enumerable: true, configurable: true, writable: true });
    }
  }
  return copy;
}
