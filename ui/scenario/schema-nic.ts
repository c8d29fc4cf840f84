// A network adapter as the scenario document declares it. RSS: the fields of features/rss.ts.

import { parseKey, rssDefaults, rssHashTypeFields, rssNumberFields } from '../features/rss.ts';
import { parseAddress } from '../features/addresses.ts';
import { assumed, choice, group, list, number, quantity, source, text, toggle, variant } from './fields.ts';
import { parsePrefixed } from './prefixes.ts';
import { capabilitiesField, connectionOffloadField, driverField, teamField, vmqField } from './schema-offload.ts';

/** Names of hosts, adapters and switches; a dot separates host and adapter. */
export const NAME = '[A-Za-z][A-Za-z0-9_-]{0,30}';

export const nameField = (label: string, help: string) =>
  text({ label, help, maxLength: 31, pattern: `^${NAME}$`, form: 'a letter, then up to 30 letters, digits, - and _' });

const rss = group({
  label: 'Receive Side Scaling',
  help: 'Settings of RSS on this adapter. How many queues there are is a property of the adapter.',
  fields: {
    enabled: toggle({
      label: 'Enabled',
      help: 'Receive Side Scaling in the Advanced properties of the adapter (*RSS).',
      evidence: source('windows-driver-docs: Standardized INF keywords for RSS'),
      default: true,
    }),
    baseProcessor: { ...rssNumberFields.baseProcessor, default: rssDefaults.baseProcessor },
    maxProcessors: { ...rssNumberFields.maxProcessors, default: rssDefaults.maxProcessors },
    baseGroup: number({
      label: 'Base processor group',
      unit: '',
      min: 0,
      max: 3,
      help: '*RssBaseProcGroup; TCP/IP of Windows Server 2008 R2 uses group 0 only.',
      default: 0,
      evidence: source('windows-driver-docs: Standardized INF keywords for RSS'),
    }),
    tableEntries: { ...rssNumberFields.tableEntries, default: rssDefaults.tableEntries },
    table: list({
      label: 'Table',
      help: 'Queue of each entry of the indirection table.',
      item: number({ ...rssNumberFields.queues, label: 'Queue', min: 0, max: rssNumberFields.queues.max - 1 }),
      min: 2,
      max: rssNumberFields.tableEntries.max,
      derived: 'round robin over the queues in use',
    }),
    key: text({
      label: 'Secret key',
      help: 'Key of the Toeplitz hash, hexadecimal.',
      maxLength: 400,
      form: '40 to 64 bytes in hexadecimal',
      fault: (key) => {
        const parsed = parseKey(key);
        return 'fault' in parsed ? parsed.fault : null;
      },
      default: rssDefaults.key,
      evidence: assumed('Windows does not document the key that it programs; Microsoft’s verification key stands in for it.'),
    }),
    hashTypes: list({
      label: 'Hash types',
      help: 'Which headers are hashed.',
      item: choice({
        label: 'Hash type',
        help: 'A set of header fields that RSS hashes.',
        choices: Object.fromEntries(rssHashTypeFields.map(({ id, label }) => [id, label])),
      }),
      min: 0,
      max: rssHashTypeFields.length,
      default: rssHashTypeFields.filter(({ flag }) => rssDefaults.hashFlags & flag).map(({ id }) => id),
      evidence: source('windows-driver-docs: RSS hashing types'),
    }),
    numaNode: number({
      label: 'Preferred NUMA node',
      unit: '',
      min: 0,
      max: 7,
      help: 'Node whose processors come first (*NumaNodeId). Windows Server 2008 R2 and later.',
      derived: 'any node',
      evidence: source('windows-driver-docs: Standardized INF keywords for RSS'),
    }),
    rebalancing: toggle({
      label: 'Rebalancing',
      help: 'TCP/IP moves entries of the indirection table from busy queues to idle ones while it runs.',
      evidence: assumed('Windows does so when it sees an imbalance; when and how is not documented, so it is off here unless asked for.'),
      default: false,
    }),
    skipSiblings: toggle({
      label: 'One thread per core',
      help: 'Use one logical processor of each core only, as Windows does.',
      evidence: source('windows-driver-docs: Introduction to Receive Side Scaling'),
      default: rssDefaults.skipSiblings,
    }),
  },
});

const interruptRate = (label: string, initial: number) =>
  number({
    label,
    unit: 'interrupts/s',
    min: 100,
    max: 1_000_000,
    help: 'Interrupts per second and vector.',
    evidence: assumed('Adapters of the time offered about 8,000 to 20,000 per second and vector.'),
    default: initial,
  });

const moderation = variant({
  label: 'Interrupt moderation',
  help: 'How long an adapter waits for more frames before it interrupts.',
  tag: 'mode',
  default: { mode: 'adaptive' },
  cases: {
    off: group({ label: 'Off', help: 'An interrupt as soon as a frame is there.', fields: {} }),
    fixed: group({ label: 'Fixed rate', help: 'At most this many interrupts.', fields: { rate: interruptRate('Rate', 10_000) } }),
    adaptive: group({
      label: 'Adaptive',
      help: 'The rate follows the traffic, between two bounds.',
      fields: { lowest: interruptRate('Lowest rate', 8000), highest: interruptRate('Highest rate', 20_000) },
    }),
  },
});

const ringField = (label: string, help: string) =>
  number({
    label,
    unit: 'descriptors',
    min: 8,
    max: 4096,
    help,
    evidence: assumed('A usual ring size; drivers let it be set.'),
    default: 512,
  });

const offload = (label: string, help: string, topic: string) =>
  toggle({ label, help, evidence: source(`windows-driver-docs: ${topic}`), default: true });

export const macField = text({
  label: 'MAC address',
  help: 'Station address of the adapter.',
  maxLength: 17,
  form: 'a unicast MAC address such as 00:00:5e:00:53:01',
  pattern: '^[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}$',
  fault: (mac) => {
    const parsed = parseAddress(mac);
    if ('fault' in parsed) return parsed.fault;
    if (parsed.address.bytes[0]! & 1) return `“${mac}” is a group address: its first byte has to be even.`;
    return parsed.address.bytes.some((byte) => byte) ? null : 'The address of all zeros is no station address.';
  },
  derived: 'the next free address of 00:00:5e:00:53:00/40, the range for documentation (RFC 7042)',
});

export const addressesField = list({
  label: 'Addresses',
  help: 'IPv4 and IPv6 addresses with the length of their prefix, such as 192.0.2.1/24.',
  item: text({
    label: 'Address',
    help: 'Address and prefix length.',
    maxLength: 50,
    form: 'an address with its prefix length, such as 192.0.2.1/24 or 2001:db8::1/64',
    fault: (address) => {
      const parsed = parsePrefixed(address);
      return 'fault' in parsed ? parsed.fault : null;
    },
  }),
  min: 0,
  max: 16,
  derived: 'one IPv4 and one IPv6 address of a network that all adapters on the same cables share',
});

export const nicField = group({
  label: 'Network adapter',
  help: 'An Ethernet adapter of a host.',
  fields: {
    name: nameField('Name', 'Name of the adapter, unique within its host; links call it HOST.ADAPTER.'),
    mac: macField,
    speed: quantity({
      label: 'Link speed',
      help: 'Speed that the adapter can run at.',
      dimension: 'rate',
      min: 1_000_000_000,
      max: 40_000_000_000,
      choices: [1_000_000_000, 10_000_000_000, 40_000_000_000],
      default: '1 Gb/s',
      evidence: source('IEEE 802.3: 1000BASE, 10GBASE and 40GBASE'),
    }),
    mtu: number({
      label: 'MTU',
      unit: 'bytes',
      min: 576,
      max: 9216,
      help: 'Largest IP packet that the adapter sends. Frames are 14 bytes and a checksum longer.',
      evidence: source('RFC 894: 1500 on Ethernet; above that, jumbo frames'),
      default: 1500,
    }),
    queues: { ...rssNumberFields.queues, default: rssDefaults.queues },
    receiveDescriptors: ringField('Receive descriptors', 'Frames that one receive queue can hold before it drops.'),
    transmitDescriptors: ringField('Transmit descriptors', 'Buffers that one transmit queue can hold.'),
    dmaDelay: quantity({
      label: 'DMA delay',
      help: 'From the last bit on the wire to the frame in memory, and from the doorbell to the first bit.',
      dimension: 'duration',
      min: 0,
      max: 1_000_000_000,
      default: '1 us',
      evidence: assumed('About a microsecond for descriptor and data over PCI Express.'),
    }),
    interrupts: choice({
      label: 'Interrupts',
      help: 'MSI-X gives each queue its own interrupt on its own processor; a line or one MSI message is shared by all queues.',
      choices: { msix: 'MSI-X', msi: 'MSI', line: 'Line' },
      default: 'msix',
      evidence: source('windows-driver-docs: RSS with message-signaled interrupts'),
    }),
    moderation,
    checksumOffload: offload('Checksum offload', 'The adapter computes and checks IP, TCP and UDP checksums.', 'TCP/IP offload: checksums'),
    lsoV1: offload('Large send offload V1', 'The adapter cuts large sends into segments, IPv4.', 'Offloading large TCP packets, V1'),
    lsoV2: offload(
      'Large send offload V2',
      'The adapter cuts large sends into segments, IPv4 and IPv6.',
      'Offloading large TCP packets, V2',
    ),
    rss,
    addresses: addressesField,
    capabilities: capabilitiesField,
    driver: driverField,
    connectionOffload: connectionOffloadField,
    vmq: vmqField,
    team: teamField,
  },
});
