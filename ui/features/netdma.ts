// NetDMA: the version of its interface in each Windows, and what each version has. What the copy engine costs is in costs.ts.

import type { Evidence } from './rss.ts';

export interface NetDmaVersion {
  readonly major: number;
  readonly minor: number;
  /** Flags of page breaks in descriptors and Direct Cache Access came with 2.0. */
  readonly evidence: Evidence;
  /** Cost whose value is the least receive request that is worth a descriptor, where the document gives none. */
  readonly leastCopy: 'dma_min_read_1' | 'dma_min_read_2';
}

const updates = (title: string): Evidence => ({ source: `windows-driver-docs: ${title}` });

/** By the operating system of a host. */
export const netDmaVersions = {
  ws2003sp2: {
    major: 1,
    minor: 0,
    evidence: { assumed: 'The Scalable Networking Pack had NetDMA before the interface told its version, and what tells none is 1.0.' },
    leastCopy: 'dma_min_read_1',
  },
  ws2008: { major: 2, minor: 0, evidence: updates('NetDMA updates in NDIS 6.1'), leastCopy: 'dma_min_read_2' },
  ws2008r2: { major: 2, minor: 1, evidence: updates('NDIS 6.20 updates to NDIS 6.1 features'), leastCopy: 'dma_min_read_2' },
} as const satisfies Record<string, NetDmaVersion>;

/** As NetDmaGetVersion tells it: major in the high 16 bits, minor in the low ones. */
export const netDmaVersionNumber = ({ major, minor }: NetDmaVersion): number => (major << 16) | minor;
