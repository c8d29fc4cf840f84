// The sixteen hashes that Microsoft publishes for checking a Toeplitz implementation, under VERIFICATION_KEY.
// Source: windows-driver-docs "Verifying the RSS hash calculation". The page lists the destination first; so does nothing here.

export interface VerificationVector {
  source: string;
  sourcePort: number;
  destination: string;
  destinationPort: number;
  /** Hash over the addresses. */
  addresses: number;
  /** Hash over the addresses and the TCP ports. */
  tcp: number;
}

export const verificationVectors: readonly VerificationVector[] = [
  {
    source: '66.9.149.187',
    sourcePort: 2794,
    destination: '161.142.100.80',
    destinationPort: 1766,
    addresses: 0x323e8fc2,
    tcp: 0x51ccc178,
  },
  { source: '199.92.111.2', sourcePort: 14230, destination: '65.69.140.83', destinationPort: 4739, addresses: 0xd718262a, tcp: 0xc626b0ea },
  {
    source: '24.19.198.95',
    sourcePort: 12898,
    destination: '12.22.207.184',
    destinationPort: 38024,
    addresses: 0xd2d0a5de,
    tcp: 0x5c2b394a,
  },
  {
    source: '38.27.205.30',
    sourcePort: 48228,
    destination: '209.142.163.6',
    destinationPort: 2217,
    addresses: 0x82989176,
    tcp: 0xafc7327f,
  },
  {
    source: '153.39.163.191',
    sourcePort: 44251,
    destination: '202.188.127.2',
    destinationPort: 1303,
    addresses: 0x5d1809c5,
    tcp: 0x10e828a2,
  },
  {
    source: '3ffe:2501:200:1fff::7',
    sourcePort: 2794,
    destination: '3ffe:2501:200:3::1',
    destinationPort: 1766,
    addresses: 0x2cc18cd5,
    tcp: 0x40207d3d,
  },
  {
    source: '3ffe:501:8::260:97ff:fe40:efab',
    sourcePort: 14230,
    destination: 'ff02::1',
    destinationPort: 4739,
    addresses: 0x0f0c461c,
    tcp: 0xdde51bbf,
  },
  {
    source: '3ffe:1900:4545:3:200:f8ff:fe21:67cf',
    sourcePort: 44251,
    destination: 'fe80::200:f8ff:fe21:67cf',
    destinationPort: 38024,
    addresses: 0x4b61e985,
    tcp: 0x02d1feef,
  },
];
