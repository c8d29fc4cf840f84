import { expect } from '@esm-bundle/chai';
import { isCaptureName, LabCaptures, replaysOf } from '../../ui/app/lab-captures.ts';

describe('captures of the Lab page', () => {
  it('are known by their names', () => {
    for (const name of ['a.pcap', 'B.PCAPNG', 'c.cap.gz', 'd.pcapng.gz']) expect(isCaptureName(name), name).to.equal(true);
    for (const name of ['scenario.json', 'a.pcap.txt', 'pcap', 'a.gz']) expect(isCaptureName(name), name).to.equal(false);
  });

  it('are found in documents, faulty ones too', () => {
    const traffic = [{ app: 'bulk' }, { app: 'replay', capture: 'a.pcap' }, null, 7, { app: 'replay' }];
    expect(replaysOf({ traffic })).to.deep.equal([
      { capture: 'a.pcap', path: 'traffic[1].capture' },
      { capture: '', path: 'traffic[4].capture' },
    ]);
    for (const document of [null, 7, {}, { traffic: 'no' }]) expect(replaysOf(document)).to.deep.equal([]);
  });

  it('come from what was dropped, and are left out when they are nowhere', async () => {
    const captures = new LabCaptures();
    const file = new File([new Uint8Array(8)], 'mine.pcap');
    captures.add(file);
    const found = await captures.of({
      traffic: ['mine.pcap', 'nowhere.pcap', 'https://example.com/x.pcap'].map((capture) => ({ app: 'replay', capture })),
    });
    expect(Object.keys(found)).to.deep.equal(['mine.pcap']);
    expect(found['mine.pcap']).to.equal(file);
  });
});
