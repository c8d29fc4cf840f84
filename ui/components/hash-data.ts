// The data that the elements of the Hash page show and send. The engine's types fit these; elements do not know the engine.

/** A tuple: both ends of a packet. Ports are 0 where the protocol has none. */
export interface HashTuple {
  source: string;
  destination: string;
  protocol: 'tcp' | 'udp' | 'other';
  sourcePort: number;
  destinationPort: number;
}

/** What to hash. */
export type HashSubject = { tuple: HashTuple } | { frame: Uint8Array; link: 'ethernet' | 'raw' };

/** A part of the hash input. */
export interface InputField {
  name: string;
  bytes: number;
  text: string;
}

/** One frame, read, hashed and dispatched. */
export interface HashAnswer {
  /** How the frame was read, outermost first. */
  layers: readonly string[];
  source: string;
  destination: string;
  protocol: string;
  /** HashType */
  hashType: number;
  /** Why that type, a plain sentence. */
  because: string;
  /** Input bytes of the hash, in order; empty when not hashed. */
  input: Uint8Array;
  fields: readonly InputField[];
  hash: number;
  entry: number;
  queue: number;
  processor: number;
  /** Hashes of the three implementations. */
  check: { bits: number; tables: number; simd: number };
  remarks: readonly string[];
}
