// Lines that the window offers to try: each is a command of its version, with the rights of an administrator or without.

import { describe, expect, it } from '#test';
import { enterLine, newSession } from '../../ui/console/session.ts';
import type { OsVersion } from '../../ui/console/state.ts';
import { exampleLines, windowTitle } from '../../ui/console/window-texts.ts';
import { hostFixture } from './host-fixture.ts';

const refused = /is not recognized|was not found|^Usage|No valid counters|requires elevation|unable to find/im;

describe('Lines to try', () => {
  for (const os of ['ws2003sp2', 'ws2008', 'ws2008r2'] satisfies OsVersion[])
    for (const line of exampleLines(os))
      it(`${os}: ${line}`, () => {
        const { lines } = enterLine(newSession, hostFixture(os), line);
        expect(lines.join('')).not.to.equal('');
        expect(lines.join('\n')).not.to.match(refused);
      });

  it('on Server 2003 have nothing of a context that came later', () =>
    expect(exampleLines('ws2003sp2').filter((line) => line.includes(' tcp '))).to.deep.equal([]));
});

describe('The title of the window', () => {
  it('names elevation where the version has it', () => {
    expect(windowTitle('ws2008r2', true)).to.equal('Administrator: Command Prompt');
    expect(windowTitle('ws2008r2', false)).to.equal('Command Prompt');
    expect(windowTitle('ws2003sp2', true)).to.equal('Command Prompt');
  });
});
