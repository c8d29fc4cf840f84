import { describe, expect, it } from '#test';
import { changeText, documentChanges } from '../../ui/analysis/document-changes.ts';

describe('changes between two documents', () => {
  const before = { hosts: [{ name: 'server', nics: [{ rss: { enabled: true } }] }], timeline: [] };

  it('are none between equal ones', () => {
    expect(documentChanges(before, structuredClone(before))).to.deep.equal([]);
  });

  it('are told by property, in both directions', () => {
    const after = { hosts: [{ name: 'server', nics: [{ rss: { enabled: false }, mtu: 9000 }] }], timeline: [] };
    expect(documentChanges(before, after)).to.deep.equal([
      { path: 'hosts[0].nics[0].rss.enabled', from: true, to: false },
      { path: 'hosts[0].nics[0].mtu', from: undefined, to: 9000 },
    ]);
    expect(documentChanges(after, before).map(({ path }) => path)).to.deep.equal(['hosts[0].nics[0].rss.enabled', 'hosts[0].nics[0].mtu']);
  });

  it('have lists that grow, and values of another kind, as one change each', () => {
    const after = { hosts: before.hosts, timeline: [{ at: 0, do: 'command' }], seed: { a: 1 } };
    expect(documentChanges({ ...before, seed: 3 }, after)).to.deep.equal([
      { path: 'timeline[0]', from: undefined, to: { at: 0, do: 'command' } },
      { path: 'seed', from: 3, to: { a: 1 } },
    ]);
  });

  it('have events of the timeline in words, also where there was no timeline', () => {
    const event = { at: '20 ms', do: 'command', host: 'server', line: 'netsh int tcp set global rss=disabled' };
    const [change] = documentChanges({ hosts: [] }, { hosts: [], timeline: [event] });
    expect(changeText(change!, {})).to.equal('20 ms, server: netsh int tcp set global rss=disabled');
    const set = { at: 5e9, do: 'set', path: 'links[0].loss', value: '2 %' };
    const [taken] = documentChanges({ timeline: [set] }, { timeline: [] });
    expect(changeText(taken!, {})).to.equal('without 5 ms: links[0].loss = 2 %');
  });

  it('read with the name of the host', () => {
    expect(changeText({ path: 'hosts[0].nics[0].mtu', from: undefined, to: 9000 }, before)).to.equal(
      'server.nics[0].mtu: as it is by default → 9000',
    );
  });
});
