import { describe, expect, it } from '#test';
import { CaptureLayout, type CaptureRecord, Fault, FlowLayout, readCapture } from '../../ui/abi/abi.gen.ts';
import { faultText } from '../../ui/analysis/fault-text.ts';
import { captureRemarks } from '../../ui/analysis/remarks.ts';
import { flowColumns, type FlowSpec } from './flows.ts';

/** A capture record of zeros but for `fields`. */
const capture = (fields: Partial<CaptureRecord>): CaptureRecord => ({
  ...readCapture(new ArrayBuffer(CaptureLayout.size), 0),
  frames: 1000n,
  ...fields,
});
const NO_FLOWS = flowColumns([]);

it('A clean capture has no remarks', () => {
  expect(captureRemarks(capture({}), [], NO_FLOWS)).to.deep.equal([]);
});

describe('Remarks', () => {
  const cases: [id: string, fields: Partial<CaptureRecord>, text: RegExp][] = [
    ['backwards', { backwards: 1, maxBackwardsNs: 1_500_000n }, /^1 frame is older than the one before, by up to 1\.5 ms/],
    ['backwards', { backwards: 20, maxBackwardsNs: 2_000_000_000n }, /^20 frames are older .* 2 s:/],
    ['snapped', { snapped: 500 }, /^500 frames \(50 %\) were captured shorter/],
    ['ports-cut', { portsCut: 1 }, /^1 frame \(0\.1 %\) was cut before the ports and is hashed by addresses here/],
    ['headers-cut', { headersCut: 2 }, /^2 frames \(0\.2 %\) were cut within the IP header/],
    ['super-frames', { superFrames: 3, largestWire: 65226 }, /^3 frames \(0\.3 %\) are larger .* up to 65,226 bytes/],
    ['stripped-tags', { strippedTags: 2 }, /^2 frames have their padding but are 4 bytes short/],
    ['malformed', { malformed: 1 }, /^1 frame \(0\.1 %\) has lengths that contradict/],
    [
      'flow-cap',
      { overflowFrames: 10n, overflowBytes: 15000n, flows: 1048576 },
      /full at 1,048,576 flows: 10 frames of further flows \(1 %, 15,000 bytes\) were/,
    ],
    ['recorded-drops', { recordedDrops: 1n }, /lost 1 frame:/],
    ['recorded-queues', { recordedQueues: 4 }, /^4 frames have the receive queue recorded/],
    ['recorded-hashes', { recordedHashes: 1 }, /^1 frame has a hash recorded/],
  ];
  for (const [id, fields, text] of cases)
    it(`${id}: ${JSON.stringify(fields, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))}`, () => {
      const [remark, ...others] = captureRemarks(capture(fields), [], NO_FLOWS);
      expect(others).to.deep.equal([]);
      expect(remark!.id).to.equal(id);
      expect(remark!.text).to.match(text);
    });

  it('unknown link types are named and counted', () => {
    const [remark] = captureRemarks(
      capture({ unknownLinkCount: 3 }),
      [
        { code: 105, frames: 900 },
        { code: 300, frames: 1 },
      ],
      NO_FLOWS,
    );
    expect(remark).to.include({ id: 'unknown-link', severity: 'warning' });
    expect(remark!.text).to.match(/IEEE 802\.11 \(105\): 900 frames and link type 300: 1 frame and 1 further link type\./);
    expect(captureRemarks(capture({ unknownLinkCount: 1 }), [{ code: 127, frames: 1000 }], NO_FLOWS)[0]!.severity).to.equal('error');
  });

  it('tags in one direction only', () => {
    const there = { from: '02:00:00:00:00:01', to: '02:00:00:00:00:02' };
    const back = { from: there.to, to: there.from };
    const flow = (macs: { from: string; to: string }, vlan?: number): FlowSpec => ({ from: '10.0.0.1:1', to: '10.0.0.2:2', macs, vlan });
    const ids = (specs: FlowSpec[]) => captureRemarks(capture({}), [], flowColumns(specs)).map(({ id }) => id);
    expect(ids([flow(there, 5), flow(back)])).to.deep.equal(['tag-asymmetry']);
    expect(captureRemarks(capture({}), [], flowColumns([flow(there, 5), flow(back)]))[0]!.text).to.match(
      /^Frames from 02:00:00:00:00:01 carry VLAN tags, the answers from 02:00:00:00:00:02 do not/,
    );
    expect(ids([flow(there, 5), flow(back, 5)])).to.deep.equal([]);
    expect(ids([flow(there), flow(back)])).to.deep.equal([]);
    expect(ids([flow(there, 5)])).to.deep.equal([]);
    expect(ids([flow(there, 5), flow(there), flow(back)])).to.deep.equal([]);
  });

  it('frames of several interfaces', () => {
    const flows = flowColumns([
      { from: '10.0.0.1:1', to: '10.0.0.2:2' },
      { from: '10.0.0.1:1', to: '10.0.0.2:2' },
    ]);
    expect(captureRemarks(capture({}), [], flows)).to.deep.equal([]);
    flows.identity[FlowLayout.ex + FlowLayout.iface] = 1; // the second flow
    const [remark] = captureRemarks(capture({}), [], flows);
    expect(remark).to.include({ id: 'interfaces', severity: 'info' });
    expect(remark!.text).to.match(/^The frames come from 2 interfaces\./);
  });

  it('come with the worst first', () => {
    const all = captureRemarks(capture({ snapped: 1, backwards: 1, unknownLinkCount: 1 }), [{ code: 9, frames: 1000 }], NO_FLOWS);
    expect(all.map(({ severity }) => severity)).to.deep.equal(['error', 'warning', 'info']);
  });
});

describe('Faults', () => {
  it('none', () => expect(faultText(capture({}))).to.equal(null));

  for (const [name, fault] of Object.entries(Fault).filter(([, value]) => value !== Fault.None))
    it(`${name} has a sentence, a place and advice`, () => {
      const text = faultText(capture({ fault, faultFrame: 1001n, faultOffset: 1_234_567n, faultValue: 5, faultLimit: 9 }))!;
      expect(text).to.match(/^[A-Z].*\. [A-Z].*\.$/);
      const isWhole = fault === Fault.NoCapture || fault === Fault.Empty || fault === Fault.PcapVersion;
      if (!isWhole) expect(text).to.contain('(frame 1,001, byte 1,234,567)');
    });

  const cases: [fault: number, value: number, limit: number, text: RegExp][] = [
    [Fault.TruncatedRecord, 1, 0, /only 1 byte of it is there/],
    [Fault.TruncatedRecord, 20, 0, /only 20 bytes of it are there/],
    [Fault.TruncatedRecord, 0, 0, /its end is missing/],
    [Fault.RecordTooLong, 300000, 262144, /claims 300,000 bytes, more than the 262,144/],
    [Fault.ByteOrderMagic, 0xdeadbeef, 0, /0xdeadbeef/],
    [Fault.NoInterface, 3, 0, /names interface 3, but its section describes none/],
    [Fault.NoInterface, 3, 1, /describes 1 interface/],
    [Fault.PcapVersion, 7, 2, /version 7/],
  ];
  for (const [fault, faultValue, faultLimit, text] of cases)
    it(`fault ${fault}, ${faultValue}, ${faultLimit}`, () => expect(faultText(capture({ fault, faultValue, faultLimit }))).to.match(text));
});
