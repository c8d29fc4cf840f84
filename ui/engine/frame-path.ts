// Follows a frame: writes the request into the core's memory, and reads the steps that it has recorded as ui/scenario/frame-path.ts.

import {
  FollowEntryLayout,
  FollowState,
  FollowStep,
  limits,
  readFollow,
  readFollowEntry,
  readSocket,
  readTcpConnection,
  SocketState,
  writeFollow,
  type FollowEntryRecord,
  type FollowRecord,
} from '../abi/abi.gen.ts';
import { chargedCosts } from '../features/costs.ts';
import { noFramePath, type FollowRequest, type FramePath, type PathCost, type PathStep } from '../scenario/frame-path.ts';
import { adapterWords } from './follow-adapter-words.ts';
import { FollowPlaces, wide, type FollowSource } from './follow-places.ts';
import { sendWords } from './follow-send-words.ts';
import { stackWords } from './follow-stack-words.ts';
import type { Words, WordTable } from './follow-words.ts';
import { frameHeaders, hexOf, tupleOf } from './frame-headers.ts';

const words: WordTable = { ...adapterWords, ...stackWords, ...sendWords };
const stepNames = new Map<number, string>(Object.entries(FollowStep).map(([name, value]) => [value, name]));
const [TCP, UDP] = [6, 17];

function checkRequest({ core, index }: FollowSource, { nic, connection }: FollowRequest): void {
  if (index.nicHost[nic] === undefined) throw new RangeError(`The scenario has no adapter ${nic}.`);
  if (connection === null) return;
  const { state, nic: own } = readSocket(core.memory.buffer, core.socketAt(connection));
  if (state === SocketState.Free) throw new RangeError(`There is no connection ${connection} now.`);
  if (index.nicHost[own] !== index.nicHost[nic])
    throw new RangeError(`Connection ${connection} belongs to another host than adapter ${nic}.`);
}

/** Addresses as they are in a frame of the connection that is asked for. */
function tupleFields({ core }: FollowSource, connection: number, isOutbound: boolean): Partial<FollowRecord> {
  const { buffer } = core.memory;
  const c = readTcpConnection(buffer, core.connectionInHostAt(connection));
  const isUdp = readSocket(buffer, core.socketAt(connection)).state === SocketState.Udp;
  const local = { address: c.localAddress, port: c.localPort };
  const remote = { address: c.remoteAddress, port: c.remotePort };
  const [from, to] = isOutbound ? [local, remote] : [remote, local];
  return {
    hasTuple: 1,
    family: c.family,
    protocol: isUdp ? UDP : TCP,
    source: from.address,
    destination: to.address,
    sourcePort: from.port,
    destinationPort: to.port,
  };
}

/** Has the next frame that fits followed; what was followed before is forgotten. null: nothing. Changes nothing in the run. */
export function writeFollowRequest(source: FollowSource, request: FollowRequest | null): void {
  const { core } = source;
  if (request) checkRequest(source, request);
  core.followReset();
  if (!request) return;
  const isOutbound = request.direction === 'leaves';
  writeFollow(core.memory.buffer, core.followAt(), {
    nic: request.nic,
    outbound: Number(isOutbound),
    withData: Number(request.withData),
    connectionId: request.connection === null ? limits.None : request.connection,
    ...(request.connection === null ? {} : tupleFields(source, request.connection, isOutbound)),
    state: FollowState.Waiting,
  });
}

function readEntries({ core }: FollowSource, { ring, steps }: FollowRecord): FollowEntryRecord[] {
  return Array.from({ length: steps }, (_, at) => readFollowEntry(core.memory.buffer, ring + at * FollowEntryLayout.size));
}

function costOf(entry: FollowEntryRecord, places: FollowPlaces): PathCost {
  const { id, label, unit } = chargedCosts[entry.a]!;
  const charged = places.processor(entry.processor);
  return {
    id,
    label,
    unit,
    units: entry.b,
    ps: wide(entry.c, entry.d),
    charged: charged ? `${charged.host}, processor ${charged.number}` : '',
  };
}

function requestOf(record: FollowRecord): FollowRequest {
  return {
    nic: record.nic,
    direction: record.outbound ? 'leaves' : 'arrives',
    connection: record.connectionId === limits.None ? null : record.connectionId,
    withData: record.withData === 1,
  };
}

function subjectOf({ nic, direction, connection, withData }: FollowRequest, places: FollowPlaces): string {
  const frame = `the next frame${withData ? ' with data' : ''}`;
  const of = connection === null ? '' : ` of the connection ${places.connection(connection)}`;
  return `${frame}${of} that ${direction === 'leaves' ? 'leaves' : 'arrives at'} ${places.nic(nic)}`;
}

function stateOf(state: number, steps: readonly PathStep[]): FramePath['state'] {
  if (state === FollowState.Off) return 'off';
  if (state === FollowState.Waiting) return 'waiting';
  if (state === FollowState.UnderWay) return 'under-way';
  return steps.some(({ isDrop }) => isDrop) ? 'dropped' : 'ended';
}

/** @param withBytes  whether the frame's exact bytes are wanted too */
export function readFramePath(source: FollowSource, withBytes = false): FramePath {
  const { buffer } = source.core.memory;
  const record = readFollow(buffer, source.core.followAt());
  if (record.state === FollowState.Off) return noFramePath;
  const places = new FollowPlaces(source);
  const request = requestOf(record);
  const waits = record.state === FollowState.Waiting;
  const bytes = new Uint8Array(buffer, record.bytes, record.length);
  const headers = waits ? null : frameHeaders(bytes);
  const tuple = tupleOf(headers);
  const entries = readEntries(source, record);
  const steps: PathStep[] = [];
  for (const [at, entry] of waits ? [] : entries.entries()) {
    if (entry.step === FollowStep.Cost) {
      steps.at(-1)?.costs.push(costOf(entry, places));
      continue;
    }
    const { isHash, ...rest }: Words = words[entry.step]!({ entry, entries, at, places }, headers);
    const processor = places.processor(entry.processor);
    steps.push({
      timePs: Number(entry.time),
      step: stepNames.get(entry.step)!,
      ...rest,
      costs: [],
      ...(processor ? { processor: processor.number } : {}),
      ...(isHash && tuple ? { tuple } : {}),
    });
  }
  return {
    state: stateOf(record.state, steps),
    request,
    subject: subjectOf(request, places),
    steps,
    missed: record.missed,
    headers,
    bytes: record.length,
    hex: withBytes && record.length && !waits ? hexOf(bytes) : null,
  };
}
