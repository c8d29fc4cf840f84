// Reference aggregation: frames into flows by identity, in plain maps.

export interface FlowFrame {
  tuple: Uint8Array;
  proto: number;
  l3: number;
  keyTraits: number;
  /** Addresses after home address option and routing header, which decide the hash with them; zeros without. */
  ex: Uint8Array;
  ethertype: number;
  vlan: number;
  iface: number;
  link: number;
  ts: bigint;
  wire: number;
  traits: number;
  tcpFlags: number;
}

export interface FlowTotals {
  identity: string;
  packets: number;
  bytes: bigint;
  /** Of the first and of the last frame in file order, even where time runs backwards. */
  firstTs: bigint;
  lastTs: bigint;
  tcpFlags: number;
  /** Bit 0: SYN without ACK seen; bit 1: SYN with ACK seen. */
  synFlags: number;
  traits: number;
}

export const identityOf = (frame: Omit<FlowFrame, 'ts' | 'wire' | 'traits' | 'tcpFlags'>): string =>
  JSON.stringify([
    Array.from(frame.tuple),
    Array.from(frame.ex),
    frame.proto,
    frame.l3,
    frame.keyTraits,
    frame.ethertype,
    frame.vlan,
    frame.iface,
    frame.link,
  ]);

/** Flows in the order in which they begin. */
export function aggregate(frames: readonly FlowFrame[]): FlowTotals[] {
  const flows = new Map<string, FlowTotals>();
  for (const frame of frames) {
    const identity = identityOf(frame);
    const flow = flows.get(identity) ?? {
      identity,
      packets: 0,
      bytes: 0n,
      firstTs: frame.ts,
      lastTs: frame.ts,
      tcpFlags: 0,
      synFlags: 0,
      traits: 0,
    };
    flows.set(identity, flow);
    flow.packets++;
    flow.bytes += BigInt(frame.wire);
    flow.lastTs = frame.ts;
    flow.tcpFlags |= frame.tcpFlags;
    flow.traits |= frame.traits;
    if (frame.tcpFlags & 2) flow.synFlags |= frame.tcpFlags & 16 ? 2 : 1;
  }
  return [...flows.values()];
}
