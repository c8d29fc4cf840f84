// The connection table of netstat. Layout with -t and with -t -o: message table of Server 2003 SP2, the same in outputs of later versions:
//   "  %-5s  %-21s  %-21s  %-12s    %-12s"      and      "  %-5s  %-21s  %-21s  %-12s    %u<TAB>%-12s"

import type { Connection, ConsoleState, Endpoint } from '../state.ts';
import type { NetstatOptions } from './options.ts';

/** Names of ports that occur in the emulated worlds, from the services file of Windows. */
const services: Readonly<Record<number, string>> = {
  7: 'echo',
  9: 'discard',
  21: 'ftp',
  23: 'telnet',
  25: 'smtp',
  53: 'domain',
  80: 'http',
  88: 'kerberos',
  110: 'pop3',
  135: 'epmap',
  139: 'netbios-ssn',
  389: 'ldap',
  443: 'https',
  445: 'microsoft-ds',
  1433: 'ms-sql-s',
  3389: 'ms-wbt-server',
};

const titles = '  Proto  Local Address          Foreign Address        State';

const heading = (letters: ReadonlySet<string>): readonly string[] => {
  const pid = letters.has('o');
  if (!letters.has('t')) return ['', 'Active Connections', '', pid ? `${titles}           PID` : titles];
  return ['', 'Active Connections', '', `${titles}           ${pid ? 'PID      ' : ''}Offload State`, ''];
};

const hostText = (address: string) => (address.includes(':') ? `[${address}]` : address);
const endpointText = ({ address, port }: Endpoint) => `${hostText(address)}:${port}`;

function isOwn(address: string, { adapters }: ConsoleState): boolean {
  if (['0.0.0.0', '127.0.0.1', '::', '::1'].includes(address)) return true;
  return adapters.some(({ addresses }) => addresses.some((own) => own.address === address));
}

function namedText(endpoint: Endpoint, state: ConsoleState): string {
  const { address, port } = endpoint;
  const host = isOwn(address, state) ? state.computerName : (state.names[address] ?? hostText(address));
  return `${host}:${services[port] ?? port}`;
}

function rowText(connection: Connection, letters: ReadonlySet<string>, state: ConsoleState): string {
  const { protocol, local, remote, pid, offload } = connection;
  const numeric = letters.has('n');
  const localText = numeric || state.os !== 'ws2003sp2' ? endpointText(local) : namedText(local, state);
  const start = `  ${protocol.padEnd(5)}  ${localText.padEnd(21)}  `;
  const offloads = letters.has('t');
  if (protocol === 'UDP') {
    if (offloads) return `${start}*:*`;
    return `${start}${'*:*'.padEnd(21)}  ${letters.has('o') ? `${' '.repeat(16)}${pid}` : ''}`;
  }
  const none: Endpoint = { address: local.address.includes(':') ? '::' : '0.0.0.0', port: 0 };
  const foreign = remote ?? none;
  const foreignText = (numeric ? endpointText(foreign) : namedText(foreign, state)).padEnd(21);
  const stateText = connection.state ?? '';
  if (!offloads && !letters.has('o')) return `${start}${foreignText}  ${stateText}`;
  const front = `${start}${foreignText}  ${stateText.padEnd(12)}    `;
  if (!offloads) return `${front}${pid}`;
  return letters.has('o') ? `${front}${pid}\t${offload.padEnd(12)}` : `${front}${offload.padEnd(12)}`;
}

/** TCP before UDP, IPv4 before IPv6. */
const rank = ({ protocol, local }: Connection) => (protocol === 'UDP' ? 2 : 0) + (local.address.includes(':') ? 1 : 0);
const protocolNames = ['tcp', 'tcpv6', 'udp', 'udpv6'];

export function connectionLines(state: ConsoleState, { letters, protocol }: NetstatOptions): readonly string[] {
  const shown = state.connections
    .filter((connection) => letters.has('a') || (connection.protocol === 'TCP' && connection.state !== 'LISTENING'))
    .filter((connection) => protocol === null || protocolNames[rank(connection)] === protocol)
    .map((connection, order) => ({ connection, order }))
    .sort((a, b) => rank(a.connection) - rank(b.connection) || a.order - b.order);
  return [...heading(letters), ...shown.map(({ connection }) => rowText(connection, letters, state))];
}
