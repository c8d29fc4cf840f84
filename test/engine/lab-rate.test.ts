import { describe, expect, it } from '#test';
import { PacketRate } from '../../ui/engine/lab-rate.ts';

/** Samples every `stepMs`, with packets as `packetsAt` has them. */
function sampled(rate: PacketRate, from: number, to: number, packetsAt: (ms: number) => number, stepMs = 6): number {
  for (let ms = from; ms <= to; ms += stepMs) rate.sample(ms, packetsAt(ms));
  return rate.perSecond;
}

describe('Packet rate', () => {
  it('packets per second of wall time', () => {
    expect(sampled(new PacketRate(), 0, 1000, (ms) => 500 * ms)).to.be.closeTo(500_000, 1);
  });

  it('follows a change within half a second', () => {
    const rate = new PacketRate();
    sampled(rate, 0, 1000, (ms) => 500 * ms);
    expect(sampled(rate, 1002, 1500, (ms) => 500_000 + 20 * (ms - 1000))).to.be.closeTo(20_000, 1000);
  });

  it('a jump back in virtual time is no negative rate', () => {
    const rate = new PacketRate();
    sampled(rate, 0, 1000, (ms) => 500 * ms);
    expect(sampled(rate, 1002, 1200, (ms) => 500 * (ms - 1000))).to.be.closeTo(500_000, 1);
    expect(sampled(rate, 1206, 1600, (ms) => 500 * (ms - 1000))).to.be.closeTo(500_000, 1);
  });

  it('nothing after a stop, and a pause does not count', () => {
    const rate = new PacketRate();
    sampled(rate, 0, 1000, (ms) => 500 * ms);
    rate.stop();
    expect(rate.perSecond).to.equal(0);
    expect(sampled(rate, 61_000, 61_500, (ms) => 500_000 + 100 * (ms - 61_000))).to.be.closeTo(100_000, 1);
  });
});
