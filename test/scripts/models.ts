// Small models of a server: each obeys the commands of one tool, and refuses what it does not know.

export type State = Map<string, string>;

const SET_GLOBAL =
  /^netsh interface tcp set global (rss|chimney|netdma|dca|autotuninglevel|congestionprovider|ecncapability|timestamps)=(\w+)$/;
const SET_OTHER = /^netsh interface (ip set global taskoffload|tcp set heuristics wsh)=(enabled|disabled)$/;
const SET_MTU = /^netsh interface ipv4 set subinterface "([^"]+)" mtu=(\d+) store=persistent$/;

function netsh(line: string, state: State): boolean {
  const [, tag, word] = SET_GLOBAL.exec(line) ?? SET_OTHER.exec(line) ?? [];
  const [, name, mtu] = SET_MTU.exec(line) ?? [];
  if (tag) state.set(tag, word!);
  else if (name) state.set(`mtu of ${name}`, mtu!);
  return !!(tag ?? name);
}

/** A registry file: headings stay in force for the lines below. */
function regFile(text: string, state: State): void {
  const [first, ...lines] = text.split('\r\n');
  if (first !== 'Windows Registry Editor Version 5.00') throw new Error(`not a registry file: ${first}`);
  let key = '';
  for (const line of lines) {
    const [, heading] = /^\[(HKEY_LOCAL_MACHINE\\[^\]]+)\]$/.exec(line) ?? [];
    const [, name, data] = /^"([*\w]+)"=("\d+"|dword:[0-9a-f]{8}|-)$/.exec(line) ?? [];
    if (heading) key = heading;
    else if (name && key) state.set(`${key}\\${name}`, data!);
    else if (line && !line.startsWith(';')) throw new Error(`no line of a registry file: ${line}`);
  }
}

const PARAMETERS: Readonly<Record<string, RegExp>> = {
  'Set-NetAdapterRss': /^(Enabled|BaseProcessorNumber|BaseProcessorGroup|MaxProcessors|NumberOfReceiveQueues|NumaNode)$/,
  'Set-NetAdapterLso': /^(V1IPv4Enabled|IPv4Enabled|IPv6Enabled)$/,
  'Set-NetTCPSetting':
    /^(AutoTuningLevelLocal|CongestionProvider|EcnCapability|Timestamps|InitialCongestionWindowMss|InitialRtoMs|MinRtoMs|DelayedAckTimeoutMs|MaxSynRetransmissions)$/,
};

function powershell(line: string, state: State): boolean {
  const [, turned, what, turnedName] = /^(Enable|Disable)-NetAdapter(ChecksumOffload|Vmq) -Name ("[^"]+")$/.exec(line) ?? [];
  if (turned) {
    state.set(`${turnedName!} ${what!}`, turned);
    return true;
  }
  const advanced =
    /^Set-NetAdapterAdvancedProperty -Name ("[^"]+") -RegistryKeyword "(\*\w+)" -RegistryValue (\d+)(?: -AllProperties)?$/.exec(line);
  if (advanced) {
    state.set(`${advanced[1]!} ${advanced[2]!}`, advanced[3]!);
    return true;
  }
  const removed = /^Remove-NetAdapterAdvancedProperty -Name ("[^"]+") -RegistryKeyword "(\*\w+)"$/.exec(line);
  if (removed) {
    state.set(`${removed[1]!} ${removed[2]!}`, 'absent');
    return true;
  }
  const [, cmdlet, name, rest] = /^(Set-\w+) -(?:Name|SettingName) ("[^"]+"|InternetCustom)((?: -\w+ \S+)+)$/.exec(line) ?? [];
  if (!cmdlet || !PARAMETERS[cmdlet]) return false;
  for (const [, parameter, value] of rest!.matchAll(/ -(\w+) (\S+)/g)) {
    if (!PARAMETERS[cmdlet].test(parameter!)) return false;
    state.set(`${cmdlet} ${name!} ${parameter!}`, value!);
  }
  return true;
}

const ETHTOOL: readonly RegExp[] = [
  /^(-L \w+ combined) (\d+)$/,
  /^(-X \w+) ((?:equal|weight)(?: \d+)+)$/,
  /^(-X \w+ hkey) ([0-9a-f]{2}(?::[0-9a-f]{2})+ hfunc toeplitz)$/,
  /^(-N \w+ rx-flow-hash \w+) (sdfn|sd)$/,
  /^(-G \w+ [rt]x) (\d+)$/,
  /^(-C \w+) (adaptive-rx (?:on|off rx-usecs \d+))$/,
  /^(-K \w+ tso) (on|off)$/,
  /^(-K \w+ rx) (on tx on|off tx off)$/,
];

function ethtool(line: string, state: State): boolean {
  const match = ETHTOOL.map((form) => form.exec(line.replace(/^ethtool /, ''))).find((found) => found);
  if (match) state.set(match[1]!, match[2]!);
  return line.startsWith('ethtool ') && !!match;
}

const byLine = { netsh, powershell, ethtool };
const comments = { netsh: 'rem', powershell: '#', ethtool: '#' };

/** Carries out a script. */
export function obey(tool: 'netsh' | 'reg' | 'powershell' | 'ethtool', script: string, state: State): void {
  if (tool === 'reg') return regFile(script, state);
  for (const line of script.split('\n'))
    if (line && !line.startsWith(comments[tool]) && !byLine[tool](line, state)) throw new Error(`${tool} does not know: ${line}`);
}
