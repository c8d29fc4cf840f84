// Copies the core's flow table and what was computed from it into plain columns, so that the analysis sees no Wasm memory.

import { FlowLayout, limits, type CaptureRecord } from '../abi/abi.gen.ts';
import { IDENTITY_BYTES, MAC_PAIR_BYTES } from '../analysis/flow-text.ts';
import type { EntrySums } from '../analysis/loads.ts';
import type { FlowColumns, FlowPlacement, HeatStrip } from '../analysis/types.ts';
import type { CaptureCore } from './capture-core.ts';

export function readFlows(core: CaptureCore, count: number): FlowColumns {
  const columns: FlowColumns = {
    count,
    identity: new Uint8Array(count * IDENTITY_BYTES),
    macs: new Uint8Array(count * MAC_PAIR_BYTES),
    packets: new Uint32Array(count),
    bytes: new Float64Array(count),
    traits: new Uint16Array(count),
    synFlags: new Uint8Array(count),
  };
  const memory = new Uint8Array(core.memory.buffer);
  const view = new DataView(core.memory.buffer);
  for (let flow = 0; flow < count; flow++) {
    const at = core.flowAt(flow);
    columns.identity.set(memory.subarray(at, at + IDENTITY_BYTES), flow * IDENTITY_BYTES);
    columns.macs.set(memory.subarray(at + FlowLayout.macs, at + FlowLayout.macs + MAC_PAIR_BYTES), flow * MAC_PAIR_BYTES);
    columns.packets[flow] = view.getUint32(at + FlowLayout.packets, true);
    columns.bytes[flow] = Number(view.getBigUint64(at + FlowLayout.bytes, true));
    columns.traits[flow] = view.getUint16(at + FlowLayout.traits, true);
    columns.synFlags[flow] = view.getUint8(at + FlowLayout.synFlags);
  }
  return columns;
}

/** Where flows land under the setting in force; after core.flowsPlace(). */
export function readPlacement(core: CaptureCore, count: number): FlowPlacement {
  const places = new Uint8Array(core.memory.buffer, core.flowPlacesAt(), count * 4);
  const column = (byte: number) => {
    const values = new Uint8Array(count);
    for (let flow = 0; flow < count; flow++) values[flow] = places[flow * 4 + byte]!;
    return values;
  };
  return {
    hash: new Uint32Array(core.memory.buffer, core.flowHashesAt(), count).slice(),
    hashType: column(0),
    hashReason: column(1),
    entry: column(2),
    queue: column(3),
  };
}

/** Sums per table entry; after core.flowsLoad(). */
export function readEntrySums(core: CaptureCore, tableEntries: number): EntrySums {
  const loads = new Float64Array(core.memory.buffer, core.loadsAt(), (limits.MaxTable + limits.MaxQueues + 1) * 2);
  const notHashed = (limits.MaxTable + limits.MaxQueues) * 2;
  return {
    packets: Float64Array.from({ length: tableEntries }, (_, entry) => loads[entry * 2]!),
    bytes: Float64Array.from({ length: tableEntries }, (_, entry) => loads[entry * 2 + 1]!),
    notHashed: { packets: loads[notHashed]!, bytes: loads[notHashed + 1]! },
  };
}

/** Load of each queue over time; after core.flowsHeat(). */
export function readHeat(core: CaptureCore, capture: CaptureRecord, queues: number): HeatStrip {
  const { bins } = capture;
  const strip: HeatStrip = {
    queues,
    bins,
    startNs: capture.firstTs,
    binNs: Number(capture.binWidthNs),
    packets: new Float64Array(queues * bins),
    bytes: new Float64Array(queues * bins),
  };
  const heat = new Float64Array(core.memory.buffer, core.heatAt(), limits.MaxQueues * limits.TimeBins * 2);
  for (let queue = 0; queue < queues; queue++) {
    for (let bin = 0; bin < bins; bin++) {
      const at = (queue * limits.TimeBins + bin) * 2;
      strip.packets[queue * bins + bin] = heat[at]!;
      strip.bytes[queue * bins + bin] = heat[at + 1]!;
    }
  }
  return strip;
}
