// Completion: candidates for the word before the cursor.

import { describe, expect, it } from '#test';
import { complete } from '../../ui/console/complete.ts';
import { enterLine, newSession } from '../../ui/console/session.ts';
import { hostFixture } from './host-fixture.ts';

const state = hostFixture('ws2008r2');
const offered = (line: string, session = newSession, host = state) => complete(session, host, line, line.length).candidates;

describe('Completion', () => {
  const rows: readonly (readonly [line: string, candidates: readonly string[]])[] = [
    ['net', ['netsh', 'netstat']],
    ['netsh int', ['interface']],
    ['netsh interface t', ['tcp', 'teredo']],
    ['netsh int tcp s', ['set', 'show']],
    ['netsh int tcp sh c', ['chimneyapplications', 'chimneyports', 'chimneystats']],
    ['netsh int tcp set global ch', ['chimney=']],
    ['netsh int tcp set global chimney=', ['chimney=automatic', 'chimney=default', 'chimney=disabled', 'chimney=enabled']],
    ['netsh int tcp set global chimney=disabled ch', []],
    ['ver && host', ['hostname']],
    ['reg q', ['query']],
    ['reg query HKL', ['HKLM']],
    ['reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\', ['HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters']],
    ['reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters /v En', ['EnableTCPA']],
    ['reg add HKLM\\SOFTWARE\\A /t REG_D', ['REG_DWORD']],
    ['netstat -p u', ['udp', 'udpv6']],
    ['devcon restart =', ['=net']],
    ['frobnicate x', []],
  ];
  for (const [line, candidates] of rows) it(line, () => expect(offered(line)).to.deep.equal(candidates));

  it('says what the candidates replace', () => {
    expect(complete(newSession, state, 'ver && host x', 11)).to.deep.equal({ from: 7, to: 11, candidates: ['hostname'] });
  });
  it('follows the place in netsh', () => {
    const inTcp = enterLine(enterLine(newSession, state, 'netsh').session, state, 'interface tcp').session;
    expect(offered('show ne', inTcp)).to.deep.equal(['netdmastats']);
  });
  it('offers only what the version has', () => {
    expect(offered('netsh int tcp show ne', newSession, hostFixture('ws2008'))).to.deep.equal([]);
    expect(offered('netsh int tc', newSession, hostFixture('ws2003sp2'))).to.deep.equal([]);
  });
});
