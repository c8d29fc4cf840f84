// netsh: abbreviations, parameters by tag and position, help, what is missing by version.

import { describe, expect, it } from '#test';
import { settableGlobals } from '../../ui/console/globals.ts';
import { netshContexts } from '../../ui/console/netsh/contexts.ts';
import { runInNetsh, runNetsh } from '../../ui/console/netsh/netsh.ts';
import { matchName, resolve } from '../../ui/console/netsh/tree.ts';
import { reconstructed } from '../../ui/console/reconstructed.ts';
import type { Change } from '../../ui/console/change.ts';
import { hostFixture } from './host-fixture.ts';

const r2 = hostFixture('ws2008r2');
const words = (line: string) => line.split(' ').filter((word) => word !== '');
const changesOf = (line: string): readonly Change[] => runNetsh(r2, words(line)).changes;

describe('Abbreviations in netsh', () => {
  const meant = (line: string) => {
    const resolved = resolve([netshContexts.ws2008r2], words(line));
    return resolved.kind === 'command' ? resolved.command.name : resolved.kind;
  };
  const rows: readonly (readonly [line: string, command: string])[] = [
    ['int tcp sh gl', 'show global'],
    ['INTERFACE TCP SHOW GLOBAL', 'show global'],
    ['int tcp sh chimneya', 'show chimneyapplications'],
    ['int tcp sh chimneyp', 'show chimneyports'],
    ['int tcp sh chimneys', 'show chimneystats'],
    ['int tcp del chimneyp', 'delete chimneyport'],
    ['int tcp r', 'reset'],
    ['int ip sh off', 'show offload'],
    ['int ipv4 sh off', 'show offload'],
    ['int tcp sh chimney', 'unknown'], // three nouns
    ['i tcp sh gl', 'unknown'], // interface, ipsec
    ['int t sh gl', 'unknown'], // tcp, teredo
    ['int tcp s gl', 'unknown'], // set, show
    ['int tcp d', 'unknown'], // delete, dump
    ['advfirewall show allprofiles', 'elsewhere'],
    ['int tcp', 'context'],
    ['int tcp show', 'group'],
    ['int tcp show ?', 'group'],
  ];
  for (const [line, command] of rows) it(`${line} is ${command}`, () => expect(meant(line)).to.equal(command));

  it('prefers a full name to a longer one', () => expect(matchName('ip', ['ip', 'ipv4', 'ipv6'])).to.equal('ip'));
  it('takes no empty word for a name', () => expect(matchName('', ['ip'])).to.equal(null));
});

describe('set global', () => {
  for (const os of ['ws2008', 'ws2008r2'] as const)
    for (const [position, { tag, values }] of settableGlobals[os].entries())
      for (const { value } of values) {
        const state = hostFixture(os);
        const expected = [{ kind: 'set-global', name: tag, value }];
        it(`${os} ${tag}=${value}`, () =>
          expect(runNetsh(state, words(`interface tcp set global ${tag}=${value}`)).changes).to.deep.equal(expected));
        it(`${os} ${value} at position ${position}`, () => {
          const before = settableGlobals[os].slice(0, position).map((parameter) => parameter.values[0]!.value);
          const line = `interface tcp set global ${[...before, value].join(' ')}`;
          expect(runNetsh(state, words(line)).changes.at(-1)).to.deep.equal(expected[0]);
        });
      }

  const refusedRows: readonly (readonly [line: string, first: string])[] = [
    ['rss=automatic', `'automatic' is not an acceptable value for 'rss'.`],
    ['rss=', `'' is not an acceptable value for 'rss'.`],
    ['chimney=di rss=e', 'Ok.'],
    ['chimney=d', `'d' is not an acceptable value for 'chimney'.`], // disabled, default
    ['rss=enabled rss=disabled', `'rss' is not a valid argument for this command.`],
    ['initialrto=3000', `'initialrto' is not a valid argument for this command.`],
    ['', 'The syntax supplied for this command is not valid. Check help for the correct syntax.'],
    ['autotuninglevel=default', `'default' is not an acceptable value for 'autotuninglevel'.`],
    ['autotuning=normal', 'Ok.'],
  ];
  for (const [line, first] of refusedRows)
    it(`answers “${line}”`, () => {
      const { lines, changes, failed } = runNetsh(r2, words(`int tcp set global ${line}`));
      expect(lines[0]).to.equal(first);
      expect(failed).to.equal(first !== 'Ok.');
      expect(changes.length > 0).to.equal(first === 'Ok.');
    });

  it('restores the default of the version', () => {
    expect(changesOf('int tcp set global chimney=default')).to.deep.equal([{ kind: 'set-global', name: 'chimney', value: 'automatic' }]);
    expect(runNetsh(hostFixture('ws2008'), words('int tcp set global chimney=default')).changes).to.deep.equal([
      { kind: 'set-global', name: 'chimney', value: 'disabled' },
    ]);
  });
});

describe('netsh, interactively', () => {
  it('goes in, up and out', () => {
    expect(runInNetsh(r2, [], ['int', 'tcp']).place).to.deep.equal(['interface', 'tcp']);
    expect(runInNetsh(r2, ['interface', 'tcp'], ['..']).place).to.deep.equal(['interface']);
    expect(runInNetsh(r2, [], ['..']).place).to.deep.equal([]);
    for (const word of ['bye', 'exit', 'quit', 'BYE']) expect(runInNetsh(r2, ['interface'], [word]).place).to.equal(null);
  });
  it('finds commands of the contexts around', () => {
    expect(runInNetsh(r2, ['interface', 'tcp'], words('ip show offload')).lines[0]).to.equal('Interface 11: Local Area Connection');
    expect(runInNetsh(r2, ['interface', 'tcp'], words('interface ip')).place).to.deep.equal(['interface', 'ip']);
  });
  it('stays where it is after a command', () =>
    expect(runInNetsh(r2, ['interface', 'tcp'], words('show global')).place).to.deep.equal(['interface', 'tcp']));
});

describe('Help of netsh', () => {
  const listed = (line: string) => runNetsh(r2, words(line)).lines;
  it('lists the context', () => {
    const lines = listed('interface tcp ?');
    expect(lines.slice(0, 4)).to.deep.equal(['', 'The following commands are available:', '', 'Commands in this context:']);
    expect(lines).to.include('?              - Displays a list of commands.');
    expect(lines).to.include('set            - Sets configuration information.');
    expect(lines).to.include('show           - Displays information.');
  });
  it('names contexts that Windows has', () =>
    expect(listed('interface')).to.include("teredo         - Changes to the `netsh interface teredo' context."));
  it('is the same for ?, help and nothing', () => {
    expect(listed('interface tcp help')).to.deep.equal(listed('interface tcp'));
    expect(listed('interface tcp /?')).to.deep.equal(listed('interface tcp'));
  });
  it('marks what is reconstructed, and says what', () => {
    expect(listed('interface tcp show').find((line) => line.startsWith('show chimneystats'))).to.match(/ \*$/);
    const help = listed('interface tcp show chimneystats ?');
    expect(help.some((line) => line.startsWith('nicscope: reconstructed'))).to.equal(true);
  });
  it('knows every netsh command that the table of reconstructions names', () => {
    for (const { command, versions } of reconstructed.filter((row) => row.command.startsWith('netsh ')))
      for (const os of versions ?? (['ws2008r2'] as const)) {
        const resolved = resolve([netshContexts[os]], words(command).slice(1));
        expect(resolved.kind, command).to.equal('command');
      }
  });
});
