// The cost list adds up to the published totals that it was split from, as data and as charged by the core.

import { Cost, EventKind, Level, limits, readEvent, readProcessor } from '../../ui/abi/abi.gen.ts';
import { instantiateCore, type CoreExports } from '../../ui/engine/core.ts';
import { psPerCycle, writeCosts } from '../../ui/engine/costs.ts';
import { chargedCosts, costInForce, costs, costValue, processorClasses, type ProcessorClassId } from '../../ui/features/costs.ts';
import { describe, expect, it } from '#test';
import { coreModules } from '../core-under-test.ts';

/** 1500-byte packets carry 1448 bytes of TCP payload with timestamps; 10.2 packets an interrupt; reads of 64 KiB; an ACK for two. */
const PAYLOAD = 1448;
/** Least number of packets for which all of that is whole. */
const PACKETS = 102 * 4096;
const INTERRUPTS = PACKETS / 10.2;
const READS = (PACKETS * PAYLOAD) / 65536;

interface Total {
  what: string;
  processor: ProcessorClassId;
  ghz: number;
  work: readonly (readonly [cost: keyof typeof Cost, units: number])[];
  /** Of the processor itself, a packet. */
  cycles: number;
  /** Of payload. */
  gigabits: number;
}

const nativeReceive = [
  ['Int', INTERRUPTS],
  ['Dpc', INTERRUPTS],
  ['DrvRx', PACKETS],
  ['TcpipRx', PACKETS],
  ['NblReturn', PACKETS],
  ['AckTx', PACKETS / 2],
  ['RecvIo', READS],
] as const;
const root = [
  ['Int', INTERRUPTS],
  ['Dpc', INTERRUPTS],
  ['DrvRx', PACKETS],
  ['VmbusPkt', PACKETS],
  ['VmbusSignal', INTERRUPTS],
  ['NblReturn', PACKETS],
] as const;

const totals: readonly Total[] = [
  { what: 'native receive without the copy', processor: 'nehalem', ghz: 2.93, work: nativeReceive, cycles: 3520, gigabits: 9.64 },
  {
    what: 'native receive',
    processor: 'nehalem',
    ghz: 2.93,
    work: [...nativeReceive, ['CopyCold', PACKETS * PAYLOAD]],
    cycles: 4700,
    gigabits: 7.2,
  },
  {
    what: 'root partition without queues, one core',
    processor: 'core2',
    ghz: 2.66,
    work: [...root, ['VswRoute', PACKETS], ['VswCopy', PACKETS * PAYLOAD]],
    cycles: 7650,
    gigabits: 4,
  },
  { what: 'root partition with queues', processor: 'core2', ghz: 2.66, work: [...root, ['VmqPkt', PACKETS]], cycles: 4140, gigabits: 7.4 },
];

/** Charges one item with all of the work. @returns ps that the processor was busy */
function busy(core: CoreExports, { processor, ghz, work }: Total): bigint {
  core.queueBegin(16);
  core.ledgerBegin(1, 1, 0);
  core.processorsBegin(1, 4, 600, 1500);
  writeCosts(core, 0, processor);
  core.processorDescribe(0, 0, 0, 0, limits.NoProcessor, psPerCycle(ghz * 1e9, processorClasses[processor].typical));
  core.processorWork(0, Level.Dpc, 1, 0, 0);
  for (let at = core.queuePop(2n ** 63n); at !== 0; at = core.queuePop(2n ** 63n)) {
    const { kind, a, b } = readEvent(core.memory.buffer, at);
    expect(kind).to.equal(EventKind.Processor);
    core.processorDue(a, b);
    core.processorFinished(a);
    if (core.processorNext(a)) for (const [cost, units] of work) core.chargeCost(0, Cost[cost], units);
    core.processorGo(a);
  }
  core.processorsSettle();
  return readProcessor(core.memory.buffer, core.processorAt(0)).dpc;
}

describe('costs', () => {
  it('have an id, ordered bounds and a source each', () => {
    expect(new Set(costs.map(({ id }) => id)).size).to.equal(costs.length);
    for (const { id, low, typical, high, source, unit, label } of costs) {
      expect(low <= typical && typical <= high, id).to.equal(true);
      expect(Math.min(source.length, unit.length, label.length), id).to.be.greaterThan(0);
    }
    for (const [id, { low, typical, high }] of Object.entries(processorClasses))
      expect(low <= typical && typical <= high, id).to.equal(true);
  });

  it('cover the Cost enum of the core in its order', () => {
    expect(Object.keys(Cost).map((key) => key.toLowerCase())).to.deep.equal(chargedCosts.map(({ id }) => id.replaceAll('_', '')));
    expect(limits.Costs).to.equal(chargedCosts.length);
  });

  it('are those of the scenario, then of the processor class, then typical', () => {
    expect(costInForce('copy_cold', 'nehalem')).to.equal(0.28);
    expect(costInForce('copy_cold', 'core2')).to.equal(0.45);
    expect(costInForce('copy_cold', 'core2', { copy_cold_fsb: 0.5 })).to.equal(0.5);
    expect(costInForce('copy_cold', 'core2', { copy_cold: 0.3 })).to.equal(0.3);
    expect(() => costInForce('no_such', 'core2')).to.throw('no_such');
    const find = (id: string) => costs.find((cost) => cost.id === id)!;
    expect(costValue(find('vsw_copy'), 'k10', { vsw_copy: 2, copy_cold: 0.2 })).to.deep.equal({ cycles: 0, nanoseconds: 0.4 });
    expect(costValue(find('vmq_control'), 'k10')).to.deep.equal({ cycles: 0, nanoseconds: 100_000 });
    expect(() => costValue(find('dma_bandwidth'), 'k10')).to.throw('dma_bandwidth');
  });
});

for (const { name, module } of await coreModules())
  describe(`cost totals, ${name} core`, () => {
    for (const total of totals)
      it(`${total.what}: ${total.cycles} cycles a packet, ${total.gigabits} Gb/s a core`, async () => {
        const picoseconds = Number(busy(await instantiateCore(module), total));
        expect((picoseconds / 1000 / PACKETS) * total.ghz).to.be.closeTo(total.cycles, total.cycles * 0.005);
        expect((PAYLOAD * 8 * PACKETS * 1000) / picoseconds).to.be.closeTo(total.gigabits, total.gigabits * 0.01);
      });
  });
