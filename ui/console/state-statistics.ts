// Statistics of a host as netstat -s and -e show them. Counts from the start of the run; rows that the host does not count are 0 because
// nothing in the emulated world makes them (there are no fragments, no routing).

/** Rows of `netstat -s`, named as in the MIB. */
export interface IpStatistics {
  readonly inReceives: number;
  readonly inHeaderErrors: number;
  readonly inAddressErrors: number;
  readonly forwarded: number;
  readonly inUnknownProtocols: number;
  readonly inDiscards: number;
  readonly inDelivers: number;
  readonly outRequests: number;
  readonly routingDiscards: number;
  readonly outDiscards: number;
  readonly outNoRoutes: number;
  readonly reassemblyRequired: number;
  readonly reassembled: number;
  readonly reassemblyFailures: number;
  readonly fragmented: number;
  readonly fragmentFailures: number;
  readonly fragmentsCreated: number;
}

export interface TcpStatistics {
  readonly activeOpens: number;
  readonly passiveOpens: number;
  readonly attemptFails: number;
  readonly establishedResets: number;
  readonly currentlyEstablished: number;
  readonly segmentsIn: number;
  readonly segmentsOut: number;
  readonly segmentsRetransmitted: number;
}

export interface UdpStatistics {
  readonly datagramsIn: number;
  readonly noPorts: number;
  readonly inErrors: number;
  readonly datagramsOut: number;
}

export interface InOut {
  readonly received: number;
  readonly sent: number;
}

export interface IcmpStatistics {
  readonly messages: InOut;
  readonly errors: InOut;
  readonly destinationUnreachable: InOut;
  readonly echoReplies: InOut;
  readonly echos: InOut;
}

export interface FamilyStatistics {
  readonly ip: IpStatistics;
  readonly icmp: IcmpStatistics;
  readonly tcp: TcpStatistics;
  readonly udp: UdpStatistics;
}

export interface InterfaceStatistics {
  readonly bytes: InOut;
  readonly unicastPackets: InOut;
  readonly otherPackets: InOut;
  readonly discards: InOut;
  readonly errors: InOut;
  readonly unknownProtocols: number;
}

export interface Statistics {
  readonly ipv4: FamilyStatistics;
  /** null: the host has no IPv6. */
  readonly ipv6: FamilyStatistics | null;
  /** All adapters together. */
  readonly interfaces: InterfaceStatistics;
}
