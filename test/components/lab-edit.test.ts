// The scenario as tree and form: what is made from its declaration, and how a document is changed.

import { expect } from '@open-wc/testing';
import { pathText, valueAt, withEntry, withoutEntry, withValue } from '../../ui/components/lab-form/edit.ts';
import { defaultText, isRequired, newEntry, rangeText, typedValue, unitText } from '../../ui/components/lab-form/field-text.ts';
import { entryLabel, nodePathOf, nodePaths, scenarioTree } from '../../ui/components/lab-tree/nodes.ts';
import { fieldAt, parsePath } from '../../ui/scenario/document-path.ts';
import type { Field, ListField } from '../../ui/scenario/fields.ts';
import { scenarioField } from '../../ui/scenario/schema.ts';
import { draft } from './lab-scene.ts';

const field = (path: string): Field => fieldAt(draft(), path)!;
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');

describe('a change of a document', () => {
  const before = draft();
  const frozen = JSON.stringify(before);
  const set = (path: string, value: unknown) => withValue(before, parsePath(path)!, value);

  it('puts a value in its place and leaves the document as it was', () => {
    const after = set('hosts[0].nics[0].mtu', 9000);
    expect(valueAt(after, ['hosts', 0, 'nics', 0, 'mtu'])).to.equal(9000);
    expect(valueAt(after, ['hosts', 1])).to.equal(before.hosts[1]);
    expect(JSON.stringify(before)).to.equal(frozen);
  });
  it('makes the groups that are missing on the way', () =>
    expect(valueAt(set('links[0].back.loss', '1 %'), ['links', 0, 'back'])).to.deep.equal({ loss: '1 %' }));
  it('takes a property away', () => expect(set('title', undefined)).to.not.have.property('title'));
  it('adds and removes entries', () => {
    const longer = withEntry(before, ['switches'], { name: 'new' }, 0);
    expect(valueAt(longer, ['switches', 0, 'name'])).to.equal('new');
    expect(withoutEntry(longer, ['switches'], 0)).to.deep.equal(before);
    expect(valueAt(withEntry(before, ['timeline'], 1), ['timeline'])).to.deep.equal([1]);
  });
  it('writes its path as faults do', () => expect(pathText(['hosts', 0, 'nics', 1, 'mtu'])).to.equal('hosts[0].nics[1].mtu'));
});

describe('what a form says of a field', () => {
  for (const [path, range, initial, unit] of [
    ['hosts[0].nics[0].mtu', '576 to 9216 bytes', '1500', 'bytes'],
    ['hosts[0].nics[0].speed', '', '1 Gb/s', 'b/s'],
    ['links[0].delay', '0 ps to 10 s', '500 ns', 'ps'],
    ['links[0].ends', '2 entries', null, ''],
    ['hosts[0].kind', '', 'Modelled', ''],
    ['links[0].back.loss', '0 % to 100 %', 'as in the first direction', ''],
    ['hosts[0].name', 'a letter, then up to 30 letters, digits, - and _', null, ''],
  ] as const)
    it(`${path}: “${range}”, default ${initial}`, () => {
      expect(plain(rangeText(field(path)))).to.equal(range);
      expect(defaultText(field(path))).to.equal(initial);
      expect(unitText(field(path))).to.equal(unit);
    });

  for (const [path, text, value] of [
    ['hosts[0].nics[0].mtu', ' 9000 ', 9000],
    ['hosts[0].nics[0].mtu', 'nine', 'nine'],
    ['hosts[0].nics[0].mtu', '', undefined],
    ['links[0].delay', '20 us', '20 us'],
    ['links[0].delay', '500', 500],
    ['hosts[0].name', '7', '7'],
  ] as const)
    it(`“${text}” in ${path} becomes ${JSON.stringify(value)}`, () => expect(typedValue(field(path), text)).to.equal(value));

  it('a new entry has what must be there, and nothing else', () => {
    const entry = (name: 'hosts' | 'links' | 'switches' | 'traffic' | 'timeline') =>
      newEntry((scenarioField.fields[name] as ListField).item);
    expect(entry('hosts')).to.deep.equal({ name: '', nics: [{ name: '' }] });
    expect(entry('links')).to.deep.equal({ ends: ['', ''] });
    expect(entry('switches')).to.deep.equal({ name: '' });
    expect(entry('traffic')).to.deep.equal({ app: 'bulk', from: '', to: '' });
    expect(entry('timeline')).to.deep.equal({ do: 'set', path: '', value: '' });
  });

  it('what has a default is not required', () => {
    expect(isRequired(field('hosts[0].name'))).to.equal(true);
    expect(isRequired(field('hosts[0].nics[0].moderation'))).to.equal(false);
    expect(isRequired(field('hosts[0].nics[0].addresses'))).to.equal(false);
  });
});

describe('the tree of a scenario', () => {
  const root = scenarioTree(draft());

  it('has the lists of the document, and large groups', () => {
    expect(root.children.map(({ label }) => label)).to.deep.equal(['Hosts', 'Links', 'Switches', 'Traffic', 'Timeline']);
    const [server] = root.children[0]!.children;
    expect(server!.label).to.equal('server');
    const groups = ['costs', 'tcp', 'windows', 'virtualNetworks', 'virtualMachines', 'nics'];
    expect(server!.children.map(({ path }) => path)).to.deep.equal(groups.map((group) => `hosts[0].${group}`));
    expect(server!.children.at(-1)!.children[0]!.children.map(({ path }) => path)).to.deep.equal(
      ['rss', 'capabilities'].map((group) => `hosts[0].nics[0].${group}`),
    );
  });

  it('names entries by what they are', () => {
    const labels = root.children.flatMap(({ children }) => children.map(({ label }) => label));
    expect(labels).to.include.members(['server.lan – switch', 'switch', 'Bulk transfer: one → server:5001']);
    expect(entryLabel((scenarioField.fields.links as ListField).item, {}, 2)).to.equal('Link 3');
  });

  it('stands up to a document that makes no sense', () =>
    expect(nodePaths(scenarioTree({ hosts: [null, 7, { nics: 'x' }], traffic: [{ app: 'none' }], links: { a: 1 } }))).to.include(
      'hosts[2]',
    ));

  it('finds the node of a fault', () => {
    const paths = nodePaths(root);
    expect(nodePathOf(paths, 'hosts[0].nics[0].rss.key')).to.equal('hosts[0].nics[0].rss');
    expect(nodePathOf(paths, 'hosts[0].processors.sockets')).to.equal('hosts[0]');
    expect(nodePathOf(paths, 'links[1].ends[0]')).to.equal('links[1]');
    expect(nodePathOf(paths, 'title')).to.equal('');
  });
});
