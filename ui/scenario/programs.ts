// Which program is at each end of an application, as the application table of TCP Chimney knows it. The document may name others. All but
// the simple TCP/IP services are assumed: usual programs that do such work.

import type { Traffic } from './schema.ts';

type Application = Exclude<Traffic, { app: 'replay' }>;
export type Side = 'client' | 'server';

const system = 'C:\\Windows\\System32\\';
/** Echo, discard and character generator of Windows' Simple TCP/IP Services. */
const simpleServices = `${system}tcpsvcs.exe`;

const usual: Readonly<Record<Application['app'], Readonly<Record<Side, string>>>> = {
  bulk: { client: `${system}ftp.exe`, server: `${system}svchost.exe` },
  requests: { client: `${system}cscript.exe`, server: `${system}svchost.exe` },
  echo: { client: `${system}telnet.exe`, server: simpleServices },
  discard: { client: `${system}telnet.exe`, server: simpleServices },
  chargen: { client: `${system}telnet.exe`, server: simpleServices },
  http: { client: 'C:\\Program Files\\Internet Explorer\\iexplore.exe', server: `${system}inetsrv\\w3wp.exe` },
};

/** Path of the program at one side of an application. */
export function programOf(traffic: Pick<Application, 'app' | 'clientProgram' | 'serverProgram'>, side: Side): string {
  return (side === 'client' ? traffic.clientProgram : traffic.serverProgram) ?? usual[traffic.app][side];
}
