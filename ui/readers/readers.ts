// All readers by the kind of text they read. The order decides where two are equally sure of a line.

import { adapterPropertyReader } from './adapter-property.ts';
import { adapterRssReader } from './adapter-rss.ts';
import { adapterVmqReader } from './adapter-vmq.ts';
import { ethtoolChannelsReader } from './ethtool-channels.ts';
import { ethtoolCoalesceReader } from './ethtool-coalesce.ts';
import { ethtoolFeaturesReader } from './ethtool-features.ts';
import { ethtoolRingsReader } from './ethtool-rings.ts';
import { ethtoolRssReader } from './ethtool-rss.ts';
import { lscpuReader } from './lscpu.ts';
import { netshReader } from './netsh.ts';
import { netshChimneyReader } from './netsh-chimney.ts';
import { netshHeuristicsReader, netshIpReader } from './netsh-labels.ts';
import { netshOffloadReader } from './netsh-offload.ts';
import { netstatReader } from './netstat.ts';
import type { Reader } from './reading.ts';
import { regReader } from './reg.ts';
import { systeminfoReader } from './systeminfo.ts';
import type { Kind } from './types.ts';
import { wmicCpuReader } from './wmic-cpu.ts';

export const readers: Readonly<Record<Kind, Reader>> = {
  'reg': regReader,
  'netsh': netshReader,
  'netsh-offload': netshOffloadReader,
  'netsh-ip': netshIpReader,
  'netsh-heuristics': netshHeuristicsReader,
  'netsh-chimney': netshChimneyReader,
  'netstat': netstatReader,
  'adapter-rss': adapterRssReader,
  'adapter-property': adapterPropertyReader,
  'adapter-vmq': adapterVmqReader,
  'ethtool-rss': ethtoolRssReader,
  'ethtool-channels': ethtoolChannelsReader,
  'ethtool-features': ethtoolFeaturesReader,
  'ethtool-coalesce': ethtoolCoalesceReader,
  'ethtool-rings': ethtoolRingsReader,
  'wmic-cpu': wmicCpuReader,
  'systeminfo': systeminfoReader,
  'lscpu': lscpuReader,
};

export const kinds = Object.keys(readers) as Kind[];
