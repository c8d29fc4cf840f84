// Why a packet got its hash type, as plain sentences. Source: windows-driver-docs "RSS hashing types".

import { HashReason, HashType } from '../abi/abi.gen.ts';

/**
 * @param hashType  HashType  @param hashReason  HashReason
 * @param protocol  name of the transport protocol, "TCP"
 */
export function hashReasonText(hashType: number, hashReason: number, protocol: string): string {
  const addressesOnly = hashType === HashType.None ? 'The packet is not hashed' : 'Only the addresses are hashed';
  switch (hashReason) {
    case HashReason.Ports:
      return `${protocol} with readable ports, and the hash type for it is enabled: addresses and ports are hashed.`;
    case HashReason.NotTcp:
      return `${addressesOnly}: ${protocol} has no hash type of its own.`;
    case HashReason.UdpAddresses:
      return `${addressesOnly}: Windows of this era does not hash UDP ports.`;
    case HashReason.Fragment:
      return `${addressesOnly}: this is an IP fragment, and every fragment, the first one included, is hashed without ports so that all fragments of a packet meet.`;
    case HashReason.PortsCut:
      return `${addressesOnly}: the ports of this ${protocol} packet lie beyond its captured or stated length.`;
    case HashReason.PortTypeOff:
      return `${addressesOnly}: the hash type for ${protocol} of this family is not enabled.`;
    case HashReason.NotIp:
      return 'The frame carries no IP packet, so there is nothing to hash; it goes to the default processor.';
    case HashReason.FamilyOff:
      return 'No enabled hash type fits this packet; it goes to the default processor.';
    case HashReason.Malformed:
      return 'The headers are cut or contradict the frame, so the packet is not hashed; it goes to the default processor.';
    case HashReason.UnknownLink:
      return 'The link type is not understood, so the frame is not hashed; it goes to the default processor.';
    default:
      throw new Error(`The core reports hash reason ${hashReason}, which has no text.`);
  }
}
