// The document of the Lab page and its versions.

import { expect } from '@open-wc/testing';
import { LabDocument } from '../../ui/app/lab-document.ts';
import { draft } from '../components/lab-scene.ts';

interface Named {
  title?: string;
  hosts: { name: string }[];
  switches: { name: string }[];
}

describe('the document of the Lab page', () => {
  const current = (document: LabDocument) => document.current as Named;

  it('goes back and forward through its versions', () => {
    const document = new LabDocument(draft());
    document.edit({ kind: 'set', path: 'title', value: 'First' });
    document.edit({ kind: 'remove', list: 'hosts', index: 2 });
    document.undo();
    expect(current(document).hosts.length).to.equal(3);
    document.undo();
    expect(current(document).title).to.equal('Small');
    expect(document.canUndo).to.equal(false);
    document.redo();
    expect(current(document).title).to.equal('First');
    document.edit({ kind: 'set', path: 'seed', value: 2 });
    expect(document.canRedo).to.equal(false);
  });

  it('takes what is typed into one field as one version', () => {
    const document = new LabDocument(draft());
    for (const value of ['N', 'Ne', 'New']) document.edit({ kind: 'set', path: 'title', value });
    document.edit({ kind: 'set', path: 'seed', value: 7 });
    document.undo();
    expect(current(document).title).to.equal('New');
    document.undo();
    expect(current(document).title).to.equal('Small');
  });

  it('gives a duplicate a name of its own', () => {
    const document = new LabDocument(draft());
    document.edit({ kind: 'add', list: 'hosts', entry: draft().hosts[1], index: 2 });
    document.edit({ kind: 'add', list: 'hosts', entry: draft().hosts[1] });
    document.edit({ kind: 'add', list: 'switches', entry: { name: '' } });
    expect(current(document).hosts.map(({ name }) => name)).to.deep.equal(['server', 'one', 'one1', 'two', 'one2']);
    expect(current(document).switches.map(({ name }) => name)).to.deep.equal(['switch', 'new']);
  });

  it('keeps a faulty version as it was written', () => {
    const document = new LabDocument(draft());
    document.edit({ kind: 'set', path: 'hosts[0].name', value: '9 lives' });
    expect(current(document).hosts[0]!.name).to.equal('9 lives');
  });
});
