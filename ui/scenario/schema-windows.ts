// What an administrator sets on a Windows host, and what the computer is: edition, firmware, netsh, registry, roles, software. What is
// absent is as the version is installed; ui/effective has those values, and says which feature they let work.

import { EDITIONS, OTHER_FIREWALLS, PLATFORMS } from '../effective/settings.ts';
import { assumed, choice, group, list, number, quantity, source, text, toggle } from './fields.ts';

const netshOfR2 = source('netsh interface tcp set global, Windows Server 2008 R2');
const setup = assumed('Decided when the computer is set up; a usual one stands here.');
const overview = source('Microsoft, Deploying High-speed Networking Features (gg162681)');
const compatibility = source(
  'Microsoft, TCP Chimney Offload and Virtual Machine Chimney Compatibility with Other Applications and Features (gg162698)',
);

const labels = <T extends string>(ids: readonly T[], texts: Readonly<Record<T, string>>) =>
  Object.fromEntries(ids.map((id) => [id, texts[id]])) as Readonly<Record<T, string>>;

const registryTypes = {
  KEY: 'Key without a value',
  REG_SZ: 'REG_SZ',
  REG_EXPAND_SZ: 'REG_EXPAND_SZ',
  REG_MULTI_SZ: 'REG_MULTI_SZ',
  REG_DWORD: 'REG_DWORD',
  REG_QWORD: 'REG_QWORD',
  REG_BINARY: 'REG_BINARY',
} as const;

export const switchChoices = { enabled: 'Enabled', disabled: 'Disabled' } as const;
const asInstalled = 'as the version is installed';
const netshSwitch = (label: string, help: string) =>
  choice({ label, help, choices: switchChoices, derived: asInstalled, evidence: netshOfR2 });

const netshField = group({
  label: 'netsh',
  help: 'Switches of the operating system. Those that TCP itself has are in the group TCP.',
  fields: {
    rss: netshSwitch('Receive-side scaling', 'netsh interface tcp set global rss=.'),
    chimney: choice({
      label: 'Chimney offload',
      help: 'netsh interface tcp set global chimney=; automatic from Windows Server 2008 R2 on.',
      choices: { disabled: 'Disabled', enabled: 'Enabled', automatic: 'Automatic' },
      derived: asInstalled,
      evidence: source('Microsoft KB 951037; Monitoring TCP Chimney and Virtual Machine Chimney (gg162689)'),
    }),
    netdma: netshSwitch('NetDMA', 'netsh interface tcp set global netdma=, Windows Server 2008 R2.'),
    dca: netshSwitch('Direct Cache Access', 'netsh interface tcp set global dca=, Windows Server 2008 R2.'),
    taskOffload: choice({
      label: 'Task offload',
      help: 'netsh interface ip set global taskoffload=: checksums and large sends.',
      choices: switchChoices,
      default: 'enabled',
      evidence: source('netsh interface ip set global, Windows Server 2008'),
    }),
    windowScaling: choice({
      label: 'Window scaling heuristics',
      help: 'netsh interface tcp set heuristics wsh=.',
      choices: switchChoices,
      default: 'enabled',
      evidence: source('netsh interface tcp show heuristics, Windows Server 2008'),
    }),
  },
});

const port = (label: string) =>
  number({
    label,
    unit: '',
    min: 1,
    max: 65_535,
    help: 'TCP port.',
    derived: 'any port (*)',
    evidence: source('netsh interface tcp add chimneyport'),
  });

const chimneyPortsField = list({
  label: 'Chimney ports',
  help: 'Table of netsh interface tcp show chimneyports.',
  item: group({
    label: 'Port entry',
    help: 'Connections with these ports may, or may not, be offloaded.',
    fields: {
      state: choice({ label: 'State', help: 'Whether they are offloaded.', choices: switchChoices, default: 'enabled' }),
      localPort: port('Local port'),
      remotePort: port('Remote port'),
    },
  }),
  min: 0,
  max: 64,
});

const chimneyApplicationsField = list({
  label: 'Chimney applications',
  help: 'Table of netsh interface tcp show chimneyapplications.',
  item: group({
    label: 'Application entry',
    help: 'Connections of this program may, or may not, be offloaded.',
    fields: {
      state: choice({ label: 'State', help: 'Whether they are offloaded.', choices: switchChoices, default: 'enabled' }),
      application: text({
        label: 'Application',
        help: 'Path of the program.',
        maxLength: 260,
        pattern: '^[^\\u0000-\\u001f"]+$',
        form: 'a path',
      }),
    },
  }),
  min: 0,
  max: 64,
});

const registryNumber = (label: string, help: string, min: number, max: number, where: string) =>
  number({ label, unit: '', min, max, help, derived: 'absent', evidence: source(where) });
const tcpip = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters';
const ndis = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Ndis\\Parameters';
const vmsmp = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\VMSMP\\Parameters';
const rssNumber = 'windows-driver-docs: Setting the number of RSS processors; Reserving processors for applications';
const vmqKeywords = 'windows-driver-docs: Standardized INF keywords for VMQ';

const registryField = group({
  label: 'Registry',
  help: 'Values that govern the features. Adapter keywords are properties of the adapters.',
  fields: {
    EnableRSS: registryNumber('EnableRSS', `${tcpip}; Windows Server 2003.`, 0, 1, 'Microsoft KB 948496'),
    EnableTCPChimney: registryNumber('EnableTCPChimney', `${tcpip}; Windows Server 2003.`, 0, 1, 'Microsoft KB 948496'),
    EnableTCPA: registryNumber('EnableTCPA', `${tcpip}: NetDMA.`, 0, 1, 'Microsoft KB 951037'),
    DisableTaskOffload: registryNumber(
      'DisableTaskOffload',
      `${tcpip}: 1 turns all task offloads off.`,
      0,
      1,
      'windows-driver-docs: Using registry values to enable and disable task offloading',
    ),
    MaxNumRssCpus: registryNumber('MaxNumRssCpus', `${ndis}: most RSS processors of every adapter.`, 1, 64, rssNumber),
    RssBaseCpu: registryNumber('RssBaseCpu', `${ndis}: first RSS processor of every adapter.`, 0, 63, rssNumber),
    TenGigVmqEnabled: registryNumber('TenGigVmqEnabled', `${vmsmp}: 0 as the version has it, 1 on, 2 off.`, 0, 2, vmqKeywords),
    BelowTenGigVmqEnabled: registryNumber('BelowTenGigVmqEnabled', `${vmsmp}: 0 as the version has it, 1 on, 2 off.`, 0, 2, vmqKeywords),
    other: list({
      label: 'Other values',
      help: 'Values that change nothing in the emulation, but can be seen.',
      item: group({
        label: 'Value',
        help: 'One value of a key.',
        fields: {
          key: text({
            label: 'Key',
            help: 'Full path of the key.',
            maxLength: 400,
            form: 'a path such as HKEY_LOCAL_MACHINE\\SOFTWARE\\Example',
            pattern: '^HKEY_(LOCAL_MACHINE|CURRENT_USER|CLASSES_ROOT|USERS|CURRENT_CONFIG)(\\\\[^\\\\\\u0000-\\u001f]{1,255})*$',
          }),
          name: text({ label: 'Name', help: 'Name of the value; empty for the default value.', maxLength: 255, default: '' }),
          type: choice({ label: 'Type', help: 'Type of the data.', choices: registryTypes, default: 'REG_DWORD' }),
          data: text({
            label: 'Data',
            help: 'Data as reg.exe takes it.',
            maxLength: 4000,

            default: '0',
          }),
        },
      }),
      min: 0,
      max: 500,
    }),
  },
});

const installed = (label: string, help: string, evidence: ReturnType<typeof source> | ReturnType<typeof assumed> = compatibility) =>
  toggle({ label, help, default: false, evidence });

const rolesField = group({
  label: 'Roles and features',
  help: 'What is installed that reaches into the network.',
  fields: {
    hyperV: installed('Hyper-V', 'The computer runs virtual machines.', overview),
    nlb: installed('Network Load Balancing', 'Traffic is shared with other hosts.'),
    nat: installed('NAT or Internet Connection Sharing', 'Installed and running.'),
    failoverCluster: installed('Failover clustering', 'Connections over NetFT are never offloaded.'),
  },
});

const softwareField = group({
  label: 'Software',
  help: 'Programs and policies that reach into the network.',
  fields: {
    windowsFirewall: toggle({ label: 'Windows Firewall', help: 'On.', default: true, evidence: compatibility }),
    otherFirewall: choice({
      label: 'Other firewall',
      help: 'A firewall of another vendor.',
      choices: labels(OTHER_FIREWALLS, {
        'none': 'None',
        'supports-offload': 'Supports offload',
        'no-offload': 'Does not support offload',
      }),
      default: 'none',
      evidence: compatibility,
    }),
    ipsecPolicy: installed('IPsec policy', 'An IPsec policy applies.'),
    networkMonitor: installed('Network monitor', 'A network monitor captures; it does not see offloaded data.'),
  },
});

const quoted = assumed('The figure is widely quoted; no primary source at hand states it.');

const chimneyBehaviourField = group({
  label: 'Behaviour of chimney',
  help: 'What no source tells about the way Windows offloads.',
  fields: {
    optionalUploads: toggle({
      label: 'Optional uploads',
      help: 'The host takes a connection back where an adapter asks for it and the host may choose.',
      default: false,
      evidence: assumed('Whether Windows follows is not documented; it is taken to ignore what it may.'),
    }),
    retroactive: toggle({
      label: 'Existing connections',
      help: 'A change of the mode reaches connections that exist already.',
      default: false,
      evidence: assumed('Connections that exist already are taken not to be offloaded when chimney is turned on.'),
    }),
  },
});

const automaticChimneyField = group({
  label: 'Automatic mode of chimney',
  help: 'A connection is offloaded when all three are met.',
  fields: {
    linkSpeed: quantity({
      label: 'Slowest link',
      help: 'Link speed of the adapter.',
      dimension: 'rate',
      min: 0,
      max: 1e12,
      default: '10 Gb/s',
      evidence: quoted,
    }),
    roundTrip: quantity({
      label: 'Round trip below',
      help: 'Mean round-trip time of the connection.',
      dimension: 'duration',
      min: 0,
      max: 60e12,
      default: '20 ms',
      evidence: quoted,
    }),
    bytes: quantity({
      label: 'Bytes exchanged',
      help: 'At least, both ways together.',
      dimension: 'size',
      min: 0,
      max: 2 ** 40,
      default: '130 KiB',
      evidence: quoted,
    }),
  },
});

export const windowsField = group({
  label: 'Windows',
  help: 'Edition, firmware, settings, roles and software of the host.',
  fields: {
    edition: choice({
      label: 'Edition',
      help: 'Which edition is installed.',
      choices: labels(EDITIONS, {
        standard: 'Standard',
        enterprise: 'Enterprise',
        datacenter: 'Datacenter',
        web: 'Web',
        foundation: 'Foundation',
      }),
      default: 'enterprise',
      evidence: setup,
    }),
    platform: choice({
      label: 'Platform',
      help: 'Processor architecture.',
      choices: labels(PLATFORMS, { x86: 'x86 (32 bit)', x64: 'x64', itanium: 'Itanium' }),
      default: 'x64',
      evidence: setup,
    }),
    elevated: toggle({ label: 'Elevated prompt', help: 'The command prompt runs as administrator.', default: true, evidence: setup }),
    updates: list({
      label: 'Updates',
      help: 'Service packs and updates, such as SP1 or KB 979614.',
      item: text({ label: 'Update', help: 'Its name.', maxLength: 40, pattern: '^(SP ?[1-9]|KB ?[0-9]{6,7})$', form: 'SP1 or KB 979614' }),
      min: 0,
      max: 64,
    }),
    netsh: netshField,
    automaticChimney: automaticChimneyField,
    chimneyBehaviour: chimneyBehaviourField,
    chimneyPorts: chimneyPortsField,
    chimneyApplications: chimneyApplicationsField,
    registry: registryField,
    roles: rolesField,
    software: softwareField,
  },
});

export const chipsetField = group({
  label: 'Chipset and firmware',
  help: 'The copy engine of Intel I/OAT and Direct Cache Access: whether the chipset has them, and whether the BIOS has switched them on.',
  fields: {
    copyEngine: toggle({
      label: 'Copy engine',
      help: 'The chipset has a DMA engine (I/OAT).',
      default: false,
      evidence: source('Microsoft, Using NetDMA (gg162716)'),
    }),
    copyEngineEnabled: toggle({ label: 'Copy engine in the BIOS', help: 'Switched on.', default: true, evidence: setup }),
    cacheAccess: toggle({
      label: 'Direct Cache Access',
      help: 'The chipset gives hints to processor caches.',
      default: false,
      evidence: source('windows-driver-docs: NetDMA updates in NDIS 6.1'),
    }),
    cacheAccessEnabled: toggle({ label: 'Direct Cache Access in the BIOS', help: 'Switched on.', default: true, evidence: setup }),
    channels: number({
      label: 'Channels',
      unit: 'channels',
      min: 1,
      max: 16,
      help: 'DMA channels of the copy engine.',
      default: 4,
      evidence: assumed('I/OAT chipsets of the time have four channels.'),
    }),
    leastCopy: number({
      label: 'Least copy',
      unit: 'bytes',
      min: 0,
      max: 16_777_216,
      help: 'Receive copies below this are made by the processor.',
      derived: 'what the cost dma_min_read_2 says',
      evidence: assumed('Windows’ threshold is not published; that of another system stands in.'),
    }),
    maximumTransfer: number({
      label: 'Maximum transfer',
      unit: 'bytes',
      min: 4096,
      max: 16_777_216,
      help: 'Most bytes of one descriptor.',
      default: 65_536,
      evidence: source('windows-driver-docs-ddi: NET_DMA_PROVIDER_ATTRIBUTES, at least 4 KB'),
    }),
  },
});
