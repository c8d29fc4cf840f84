// Names of the link types that captures come with.
// Source: tcpdump.org "Link-layer header types".

const LINK_NAMES: Readonly<Record<number, string>> = {
  0: 'BSD loopback',
  1: 'Ethernet',
  3: 'AX.25',
  6: 'Token Ring',
  7: 'ARCNET',
  8: 'SLIP',
  9: 'PPP',
  10: 'FDDI',
  50: 'PPP in HDLC framing',
  51: 'PPPoE',
  100: 'ATM',
  101: 'raw IP',
  104: 'Cisco HDLC',
  105: 'IEEE 802.11',
  107: 'Frame Relay',
  108: 'OpenBSD loopback',
  113: 'Linux cooked v1',
  117: 'OpenBSD pflog',
  119: 'IEEE 802.11 with Prism header',
  122: 'IP over Fibre Channel',
  127: 'IEEE 802.11 with radiotap header',
  138: 'IP over FireWire',
  143: 'DOCSIS',
  147: 'private use (USER0)',
  163: 'IEEE 802.11 with AVS header',
  187: 'Bluetooth HCI',
  189: 'USB on Linux',
  192: 'PPI',
  195: 'IEEE 802.15.4',
  201: 'Bluetooth HCI with direction',
  220: 'USB on Linux, padded',
  224: 'Fibre Channel',
  227: 'SocketCAN',
  228: 'raw IPv4',
  229: 'raw IPv6',
  230: 'IEEE 802.15.4 without FCS',
  239: 'Linux NFLOG',
  240: 'Hilscher netANALYZER',
  247: 'InfiniBand',
  249: 'USB on Windows',
  251: 'Bluetooth Low Energy',
  253: 'Linux netlink',
  276: 'Linux cooked v2',
};

/** "IEEE 802.11 (105)", "link type 300" */
export function linkName(code: number): string {
  const name = LINK_NAMES[code];
  return name ? `${name} (${code})` : `link type ${code}`;
}
