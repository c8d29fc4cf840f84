// What the frame builders share: a layer is built around the bytes that it carries, from the innermost outwards.

/** What surrounds a layer while it is built. */
export interface Surroundings {
  /** The layer carried inside, if any. */
  next: Layer | undefined;
  /** Addresses of the pseudo-header for transport checksums (RFC 793, RFC 8200 section 8.1), if an IP layer is around. */
  pseudo: { src: Uint8Array; dst: Uint8Array } | undefined;
}

export interface Layer {
  /** EtherType by which a link layer names this one. */
  ethertype?: number;
  /** IP protocol or next-header number by which IP names this one. */
  protocol?: number;
  /** An IP layer's addresses. */
  addresses?: { src: Uint8Array; dst: Uint8Array };
  /** Addresses that the transport checksum uses in place of those in the IP header (RFC 6275 sections 6.1.1 and 6.4). */
  replaces?: { src?: Uint8Array; dst?: Uint8Array };
  build(inner: Uint8Array, around: Surroundings): Uint8Array;
}

/** Builds nested layers, outermost first. Bytes may stand for the payload. */
export function frame(...layers: readonly (Layer | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  let inner: Uint8Array = new Uint8Array(0);
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = layers[index]!;
    if (layer instanceof Uint8Array) {
      const joined = new Uint8Array(layer.length + inner.length);
      joined.set(layer);
      joined.set(inner, layer.length);
      inner = joined;
      continue;
    }
    const next = layers[index + 1];
    inner = layer.build(inner, { next: next instanceof Uint8Array ? undefined : next, pseudo: pseudoHeader(layers.slice(0, index)) });
  }
  return inner as Uint8Array<ArrayBuffer>;
}

function pseudoHeader(outer: readonly (Layer | Uint8Array)[]): Surroundings['pseudo'] {
  let replaces: { src?: Uint8Array; dst?: Uint8Array } = {};
  for (let index = outer.length - 1; index >= 0; index--) {
    const layer = outer[index]!;
    if (layer instanceof Uint8Array) continue;
    if (layer.replaces) replaces = { ...layer.replaces, ...replaces };
    if (layer.addresses) return { ...layer.addresses, ...replaces };
  }
  return undefined;
}

/** Numbers are one layer's header fields in hand-made tests: bytes after everything else. */
export const trailer = (bytes: Uint8Array): Layer => ({
  build: (inner) => {
    const joined = new Uint8Array(inner.length + bytes.length);
    joined.set(inner);
    joined.set(bytes, inner.length);
    return joined;
  },
});
