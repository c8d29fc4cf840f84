// The two tables of TCP Chimney, `netsh interface tcp show chimneyports` and `show chimneyapplications`: which connections they exclude.

import { failure, type Gate } from './gates.ts';
import type { ChimneyApplication, ChimneyPort, ConnectionFacts, SwitchState } from './settings.ts';
import { assumed } from './sources.ts';

const evidence = assumed(
  'KB 2643970 names the tables. That the first entry that fits decides, and that an enabled entry lifts no threshold, is assumed.',
);

const portFits = ({ localPort, remotePort }: ChimneyPort, connection: ConnectionFacts): boolean =>
  (localPort === null || localPort === connection.localPort) && (remotePort === null || remotePort === connection.remotePort);

/** Paths of programs are compared as Windows compares file names. */
const applicationFits = ({ application }: ChimneyApplication, connection: ConnectionFacts): boolean =>
  application.toLowerCase() === connection.application.toLowerCase();

/** The table without the entries that exclude the connection; null when nothing excludes it. */
function withoutExclusion<E extends { readonly state: SwitchState }>(entries: readonly E[], fits: (entry: E) => boolean): E[] | null {
  if (entries.find(fits)?.state !== 'disabled') return null;
  return entries.filter((entry) => entry.state !== 'disabled' || !fits(entry));
}

export const chimneyFilterGates: readonly Gate[] = [
  {
    id: 'ports',
    scope: 'connection',
    title: 'Port filters',
    requires: 'No port filter of chimney excludes the connection.',
    evidence,
    fails: ({ host, connection }) => {
      const others = withoutExclusion(host.chimneyPorts, (entry) => portFits(entry, connection));
      return others && failure('A port filter disables chimney for the ports of the connection.', 'host.chimneyPorts', others);
    },
  },
  {
    id: 'application',
    scope: 'connection',
    title: 'Application filters',
    requires: 'No application filter of chimney excludes the connection.',
    evidence,
    fails: ({ host, connection }) => {
      const others = withoutExclusion(host.chimneyApplications, (entry) => applicationFits(entry, connection));
      return (
        others && failure('An application filter disables chimney for the owner of the connection.', 'host.chimneyApplications', others)
      );
    },
  },
];
