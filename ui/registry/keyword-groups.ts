// Which keywords of an adapter belong to one property, as the forms and the features of this emulator count properties.
// Leaves out: that Windows lets the keywords of a group differ; here a property is all of them alike.

export const keywordGroups = {
  rss: ['*RSS'],
  rssBaseProcNumber: ['*RssBaseProcNumber'],
  rssBaseProcGroup: ['*RssBaseProcGroup'],
  maxRssProcessors: ['*MaxRssProcessors'],
  numaNode: ['*NumaNodeId'],
  checksum: [
    '*IPChecksumOffloadIPv4',
    '*TCPChecksumOffloadIPv4',
    '*TCPChecksumOffloadIPv6',
    '*UDPChecksumOffloadIPv4',
    '*UDPChecksumOffloadIPv6',
  ],
  lsoV1: ['*LsoV1IPv4'],
  lsoV2: ['*LsoV2IPv4', '*LsoV2IPv6'],
  moderation: ['*InterruptModeration'],
  jumboPacket: ['*JumboPacket'],
  receiveBuffers: ['*ReceiveBuffers'],
  transmitBuffers: ['*TransmitBuffers'],
  chimneyIPv4: ['*TCPConnectionOffloadIPv4'],
  chimneyIPv6: ['*TCPConnectionOffloadIPv6'],
  vmq: ['*VMQ'],
  vmqVlanFiltering: ['*VMQVlanFiltering'],
  vmqLookaheadSplit: ['*VMQLookaheadSplit'],
  rssOrVmqPreference: ['*RssOrVmqPreference'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type KeywordGroup = keyof typeof keywordGroups;
