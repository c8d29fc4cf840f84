// Options of `nicscope run` and `nicscope wire`.

import { parseQuantity } from '../scenario/quantities.ts';
import { oneOf, UsageError, wholeNumber, type OptionValues } from './arguments.ts';
import { parseChange, type DocumentChange } from './document-change.ts';
import { parseEndpoint, type Endpoint } from './endpoint.ts';

const documentOptions = {
  seed: { type: 'string' },
  set: { type: 'string', multiple: true },
} as const;

export const runOptions = {
  ...documentOptions,
  until: { type: 'string' },
  format: { type: 'string' },
  pcap: { type: 'string', multiple: true },
} as const;

export const wireOptions = {
  ...documentOptions,
  nic: { type: 'string' },
  connect: { type: 'string' },
  listen: { type: 'string' },
} as const;

export const consoleOptions = {
  ...documentOptions,
  host: { type: 'string' },
  at: { type: 'string' },
  rate: { type: 'string' },
  step: { type: 'string' },
  record: { type: 'string' },
} as const;

export const scenarioHelp = `run, wire and console
  --set PATH=VALUE         changes the document first, as --set hosts[0].nics[0].mtu=9000; may be repeated
  --seed N                 short for --set seed=N
run
  --until DURATION         virtual time at which it ends, such as 500ms (default 1s)
  --format json|text       json (default) or text
  --pcap HOST.NIC=FILE     writes the frames of an adapter as pcapng; may be repeated, with the same file too
wire
  --nic HOST.NIC           the adapter whose cable leads out
  --connect ADDRESS        HOST:PORT, [IPv6]:PORT or unix:PATH; each frame goes with its length before it,
                           32 bits, big-endian, as QEMU's "-netdev stream" has it
  --listen ADDRESS         waits for the other side there; time starts when it comes
console
  --host NAME              whose prompt (default the first modelled host)
  --at DURATION            virtual time at which the prompt opens (default 0)
  --rate N                 virtual seconds a second while lines are typed (default 1)
  --step DURATION          virtual time before each line that comes from a pipe (default 10ms)
  --record FILE            writes the scenario with all that was entered in its timeline`;

export interface ScenarioSource {
  file: string;
  /** In the order given. */
  changes: DocumentChange[];
}

/** An adapter whose frames go to a file. */
export interface PcapTarget {
  nic: string;
  file: string;
}

export interface RunInvocation extends ScenarioSource {
  untilPs: bigint;
  format: 'json' | 'text';
  pcap: PcapTarget[];
}

export interface WireInvocation extends ScenarioSource {
  nic: string;
  endpoint: Endpoint;
  listens: boolean;
}

export interface ConsoleInvocation extends ScenarioSource {
  /** null: the first modelled one. */
  host: string | null;
  atPs: bigint;
  rate: number;
  stepPs: bigint;
  record: string | null;
}

function readSource(file: string, { set = [], seed }: OptionValues<typeof documentOptions>): ScenarioSource {
  const changes = set.map(parseChange);
  if (seed !== undefined) changes.push({ path: 'seed', steps: ['seed'], value: wholeNumber('seed', seed, 0) });
  return { file, changes };
}

function readDuration(option: string, text: string): bigint {
  const parsed = parseQuantity('duration', text);
  if ('fault' in parsed) throw new UsageError(`--${option}: ${parsed.fault}`);
  return BigInt(parsed.value);
}

function readPcap(text: string): PcapTarget {
  const [, nic, file] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (nic === undefined || file === undefined) throw new UsageError(`--pcap: “${text}” is not HOST.NIC=FILE.`);
  return { nic, file };
}

/** @throws UsageError */
export function readRun(file: string, values: OptionValues<typeof runOptions>): RunInvocation {
  const pcap = (values.pcap ?? []).map(readPcap);
  const twice = pcap.find(({ nic }, index) => pcap.findIndex((other) => other.nic === nic) !== index);
  if (twice) throw new UsageError(`--pcap: ${twice.nic} is named twice.`);
  return {
    ...readSource(file, values),
    untilPs: readDuration('until', values.until ?? '1 s'),
    format: oneOf('format', values.format ?? 'json', ['json', 'text']),
    pcap,
  };
}

/** @throws UsageError */
export function readWire(file: string, values: OptionValues<typeof wireOptions>): WireInvocation {
  const { nic, connect, listen } = values;
  if (nic === undefined) throw new UsageError('wire: --nic HOST.NIC says which adapter leads out.');
  const address = connect ?? listen;
  if (address === undefined || (connect !== undefined && listen !== undefined))
    throw new UsageError('wire: one of --connect ADDRESS and --listen ADDRESS says where to.');
  const option = listen === undefined ? 'connect' : 'listen';
  const endpoint = parseEndpoint(address);
  if (!endpoint) throw new UsageError(`--${option}: “${address}” is not HOST:PORT, [IPv6]:PORT or unix:PATH.`);
  return { ...readSource(file, values), nic, endpoint, listens: option === 'listen' };
}

const LEAST_RATE = 0.001;
const MOST_RATE = 1000;

/** @throws UsageError */
export function readConsole(file: string, values: OptionValues<typeof consoleOptions>): ConsoleInvocation {
  if (file === '-') throw new UsageError('console: name the file of the scenario; standard input has the lines of the prompt.');
  const rate = Number(values.rate ?? 1);
  if (!(rate >= LEAST_RATE && rate <= MOST_RATE))
    throw new UsageError(`--rate: ${values.rate} is not a number from ${LEAST_RATE} to ${MOST_RATE}.`);
  return {
    ...readSource(file, values),
    host: values.host ?? null,
    atPs: readDuration('at', values.at ?? '0 s'),
    rate,
    stepPs: readDuration('step', values.step ?? '10 ms'),
    record: values.record ?? null,
  };
}
