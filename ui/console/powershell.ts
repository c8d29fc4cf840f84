// PowerShell's networking cmdlets came with Windows Server 2012. Here they do not exist; what did their work is named instead.

import { knownKeys } from '../registry/known-values.ts';
import { shortRegistryPath } from '../registry/paths.ts';
import { fails, note, type Command, type Outcome } from './change.ts';
import { matchName } from './netsh/tree.ts';
import { reconstructedLines } from './reconstructed.ts';
import type { ConsoleState, OsVersion } from './state.ts';
import { versionNames } from './versions.ts';

interface Cmdlets {
  /** What follows Get-, Set-, Enable-, Disable-. */
  readonly nouns: readonly string[];
  readonly instead: Readonly<Record<OsVersion, string>>;
}

const parameters = shortRegistryPath(knownKeys.tcpip);
const adapterKeywords = 'the keywords of the adapter in the registry (reg query, reg add)';

const later: readonly Cmdlets[] = [
  {
    nouns: ['NetAdapterRss'],
    instead: {
      ws2003sp2: `EnableRSS under ${parameters}`,
      ws2008: `“netsh interface tcp show global” and the keyword *RSS of the adapter`,
      ws2008r2: `“netsh interface tcp show global” and ${adapterKeywords}`,
    },
  },
  {
    nouns: ['NetAdapterVmq', 'NetAdapterVmqQueue'],
    instead: {
      ws2003sp2: 'nothing: this version has no virtual machine queues',
      ws2008: 'nothing: this version has no virtual machine queues',
      ws2008r2: adapterKeywords,
    },
  },
  {
    nouns: ['NetTCPSetting', 'NetOffloadGlobalSetting'],
    instead: {
      ws2003sp2: `EnableTCPChimney, EnableRSS and EnableTCPA under ${parameters}`,
      ws2008: '“netsh interface tcp show global” and “set global”',
      ws2008r2: '“netsh interface tcp show global” and “set global”',
    },
  },
  {
    nouns: [
      'NetAdapterAdvancedProperty',
      'NetAdapterChecksumOffload',
      'NetAdapterLso',
      'NetAdapterRsc',
      'NetAdapter',
      'NetAdapterHardwareInfo',
    ],
    instead: {
      ws2003sp2: adapterKeywords,
      ws2008: `“netsh interface ip show offload” and ${adapterKeywords}`,
      ws2008r2: `“netsh interface ip show offload” and ${adapterKeywords}`,
    },
  },
  {
    nouns: ['NetTCPConnection', 'NetUDPEndpoint'],
    instead: { ws2003sp2: 'netstat', ws2008: 'netstat', ws2008r2: 'netstat' },
  },
  {
    nouns: ['NetIPAddress', 'NetIPConfiguration', 'NetIPInterface'],
    instead: { ws2003sp2: 'ipconfig', ws2008: 'ipconfig', ws2008r2: 'ipconfig' },
  },
  { nouns: ['NetRoute'], instead: { ws2003sp2: 'route print', ws2008: 'route print', ws2008r2: 'route print' } },
];

const verbs = ['Get', 'Set', 'Enable', 'Disable', 'Restart', 'Reset', 'New', 'Remove'];

/** Lines for a cmdlet of a later Windows; null when the name is none. */
export function laterCmdletNote(name: string, os: OsVersion): readonly string[] | null {
  const [verb, noun, ...rest] = name.split('-');
  if (verb === undefined || noun === undefined || rest.length > 0 || !verbs.some((known) => known.toLowerCase() === verb.toLowerCase()))
    return null;
  const family = later.find(({ nouns }) => nouns.some((known) => known.toLowerCase() === noun.toLowerCase()));
  if (!family) return null;
  return [
    note(`${name} came with Windows Server 2012; ${versionNames[os]} does not have it.`),
    note(`What does its work here: ${family.instead[os]}.`),
  ];
}

/** `powershell ...` */
export const powershell: Command = ({ os }: ConsoleState, words): Outcome => {
  const start = words.findIndex((word) => !word.startsWith('-') || matchName(word.slice(1), ['command', 'file']) === null);
  const cmdlet = start < 0 ? undefined : words[start]!.trim().split(/\s/)[0];
  if (cmdlet === undefined || cmdlet === '' || cmdlet.startsWith('-'))
    return fails(note('PowerShell itself is not emulated.'), ...reconstructedLines('powershell', os));
  return fails(
    `The term '${cmdlet}' is not recognized as the name of a cmdlet, function, script file, or operable program.`,
    ...(laterCmdletNote(cmdlet, os) ?? [note('PowerShell itself is not emulated.')]),
    ...reconstructedLines('powershell', os),
  );
};
