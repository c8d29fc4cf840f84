// Processors against the oracle: who runs when, and that every picosecond of every processor is accounted, at any instant.

import {
  Cost,
  CostClass,
  Distance,
  EventKind,
  Level,
  limits,
  CostTotalLayout,
  readCostTotal,
  readEvent,
  readEventQueue,
  readOwnerTotal,
  readProcessor,
  readWorkPool,
} from '../../ui/abi/abi.gen.ts';
import { instantiateCore, type CoreExports } from '../../ui/engine/core.ts';
import { psPerCycle, writeCosts } from '../../ui/engine/costs.ts';
import { describe, expect, it } from '#test';
import { Random } from '../build/random.ts';
import { coreModules } from '../core-under-test.ts';
import { ProcessorOracle, siblingEnds, type Accounts, type Job } from '../oracle/sim-processor.ts';

const ARRIVAL = 1000;
const GHZ = 1e9;

interface Shape {
  processors: number;
  siblings?: boolean;
  work?: number;
  hertz?: number;
}

/** A world that only has processors: jobs arrive, are charged as they say when they start, and queue their follow-ups when they end. */
class World {
  readonly ends: { processor: number; id: number; time: bigint }[] = [];
  private readonly jobs = new Map<number, { job: Job; processor: number }>();
  private readonly processors: number;
  onStart: (processor: number, job: Job) => void = (processor, job) =>
    job.classes.forEach((time, costClass) => this.core.processorCharge(processor, costClass, 0, time));

  constructor(
    readonly core: CoreExports,
    { processors, siblings = false, work = 4096, hertz = GHZ }: Shape,
  ) {
    this.processors = processors;
    core.queueBegin(16384);
    core.ledgerBegin(1, processors, 9);
    core.processorsBegin(processors, work, 600, 1500);
    writeCosts(core, 0, 'nehalem');
    for (let p = 0; p < processors; p++)
      core.processorDescribe(
        p,
        0,
        siblings ? p >> 1 : p,
        p < processors / 2 ? 0 : 1,
        siblings ? p ^ 1 : limits.NoProcessor,
        psPerCycle(hertz, 1),
      );
  }

  private note(job: Job, processor: number): void {
    this.jobs.set(job.id, { job, processor });
    for (const next of job.followUps) this.note(next, processor);
  }

  arrive(job: Job, processor: number): void {
    this.note(job, processor);
    this.core.queuePush(job.time, ARRIVAL, job.id, 0);
  }

  queue(job: Job): boolean {
    return this.core.processorWork(this.jobs.get(job.id)!.processor, job.level, 7, job.id, ~job.id >>> 0) !== 0;
  }

  private inForce(): Job {
    const { core } = this;
    const { job } = this.jobs.get(core.workA())!;
    expect([core.workKind(), core.workB() >>> 0, core.workLevel()]).to.deep.equal([7, ~job.id >>> 0, job.level]);
    return job;
  }

  run(until: bigint): void {
    const { core } = this;
    for (let at = core.queuePop(until); at !== 0; at = core.queuePop(until)) {
      const { kind, a, b } = readEvent(core.memory.buffer, at);
      if (kind === ARRIVAL) {
        this.queue(this.jobs.get(a)!.job);
        continue;
      }
      expect(kind).to.equal(EventKind.Processor);
      if (!core.processorDue(a, b)) continue;
      if (core.processorFinished(a)) {
        const job = this.inForce();
        this.ends.push({ processor: a, id: job.id, time: core.queueNow() });
        for (const next of job.followUps) this.queue(next);
      }
      if (core.processorNext(a)) this.onStart(a, this.inForce());
      core.processorGo(a);
    }
    expect(core.queueNow()).to.equal(until);
  }

  /** Checks that nothing is lost, and gives the accounts. */
  accounts(processor: number): Accounts {
    const { core } = this;
    const now = core.queueNow();
    core.processorsSettle();
    const record = readProcessor(core.memory.buffer, core.processorAt(processor));
    const levels = [record.idle, record.thread, record.dpc, record.interrupt];
    const classes = [
      record.classInterrupt,
      record.classDpc,
      record.classDriver,
      record.classNdis,
      record.classTcpIp,
      record.classCopy,
      record.classSwitch,
      record.classApplication,
    ];
    const total = (values: bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
    expect(total(levels), `processor ${processor}: busy + idle = elapsed`).to.equal(now);
    expect(record.idle + total(classes), `processor ${processor}: idle + classes = elapsed`).to.equal(now);
    return { levels, classes };
  }

  /** Accounts of all, and everything that ended. */
  summary(): string {
    const all = Array.from({ length: this.processors }, (_, p) => this.accounts(p));
    return JSON.stringify({ all, ends: this.ends }, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  }
}

let serial = 0;
function randomJob(random: Random, time: bigint, depth = 0): Job {
  return {
    id: ++serial,
    time,
    level: random.between(1, 3) as Job['level'],
    classes: Array.from({ length: 8 }, () => (random.oneIn(3) ? BigInt(random.below(400)) : 0n)),
    followUps: random.oneIn(3) && depth < 3 ? Array.from({ length: random.between(1, 2) }, () => randomJob(random, time, depth + 1)) : [],
  };
}

const job = (time: number, level: number, classes: Partial<Record<keyof typeof CostClass, number>>): Job => ({
  id: ++serial,
  time: BigInt(time),
  level: level as Job['level'],
  classes: Array.from({ length: 8 }, (_, index) =>
    BigInt(Object.entries(classes).find(([name]) => CostClass[name as keyof typeof CostClass] === index)?.[1] ?? 0),
  ),
  followUps: [],
});

for (const { name, module } of await coreModules()) {
  const open = async (shape: Shape): Promise<World> => new World(await instantiateCore(module), shape);

  describe(`processors, ${name} core`, () => {
    it('run, preempt and account as the oracle does, at every instant', async () => {
      for (let seed = 1; seed <= 6; seed++) {
        const random = new Random(seed);
        const processors = 3;
        const world = await open({ processors });
        // Loads from nearly idle to hopelessly behind; ties are common.
        const jobs = Array.from({ length: processors }, (_, p) =>
          Array.from({ length: 120 }, () => randomJob(random, BigInt(random.below(p === 0 ? 200_000 : 40_000)))),
        );
        jobs.forEach((list, p) => list.forEach((one) => world.arrive(one, p)));
        const oracles = jobs.map((list) => new ProcessorOracle(list));
        for (let until = 0n; until < 400_000n; until += BigInt(random.below(random.oneIn(5) ? 40_000 : 900))) {
          world.run(until);
          oracles.forEach((oracle, p) =>
            expect(world.accounts(p), `seed ${seed}, processor ${p}, ${until} ps`).to.deep.equal(oracle.accounts(until)),
          );
        }
        world.run(1_000_000n);
        oracles.forEach((oracle, p) =>
          expect(
            world.ends.filter(({ processor }) => processor === p).map(({ id, time }) => ({ id, time })),
            `seed ${seed}, processor ${p}`,
          ).to.deep.equal(oracle.ends),
        );
        const { used, overflows, strayCharges } = readWorkPool(world.core.memory.buffer, world.core.workPoolAt());
        expect({ used, overflows, strayCharges }).to.deep.equal({ used: 0, overflows: 0, strayCharges: 0 });
      }
    });

    it('an interrupt preempts a DPC, which preempts a thread; each goes on where it was', async () => {
      const world = await open({ processors: 1 });
      const [thread, dpc, second, interrupt] = [
        job(0, Level.Thread, { Application: 1000 }),
        job(100, Level.Dpc, { Dpc: 50, TcpIp: 150 }),
        job(110, Level.Dpc, { Driver: 10 }),
        job(200, Level.Interrupt, { Interrupt: 30 }),
      ];
      for (const one of [thread, dpc, second, interrupt]) world.arrive(one, 0);
      world.run(205n);
      expect(world.accounts(0)).to.deep.equal({ levels: [0n, 100n, 100n, 5n], classes: [5n, 50n, 0n, 0n, 50n, 0n, 0n, 100n] });
      world.run(2000n);
      expect(world.ends).to.deep.equal([
        { processor: 0, id: interrupt.id, time: 230n },
        { processor: 0, id: dpc.id, time: 330n },
        { processor: 0, id: second.id, time: 340n },
        { processor: 0, id: thread.id, time: 1240n },
      ]);
      expect(readProcessor(world.core.memory.buffer, world.core.processorAt(0)).preemptions).to.equal(2);
    });

    it('the next step of work that ended goes ahead of what waits at its level', async () => {
      const world = await open({ processors: 1 });
      const { core } = world;
      const order: number[] = [];
      core.queuePush(0n, ARRIVAL, 0, 0);
      core.queuePop(0n);
      for (const id of [1, 2]) core.processorWork(0, Level.Dpc, 7, id, 3);
      for (let at = core.queuePop(1000n); at !== 0; at = core.queuePop(1000n)) {
        const { a, b } = readEvent(core.memory.buffer, at);
        if (!core.processorDue(a, b)) continue;
        if (core.processorFinished(a)) {
          order.push(core.workA());
          if (core.workB() > 1) core.processorWorkFirst(0, Level.Dpc, 7, core.workA(), core.workB() - 1);
        }
        if (core.processorNext(a)) core.processorCharge(0, CostClass.Dpc, 0, 10n);
        expect(core.processorEnd(0)).to.equal(core.queueNow() + (order.length < 6 ? 10n : 0n));
        core.processorGo(a);
      }
      expect(order).to.deep.equal([1, 1, 1, 2, 2, 2]);
    });

    it('siblings slow each other down while both are busy', async () => {
      const world = await open({ processors: 2, siblings: true });
      // Alone until 200 with 800 left: 1333 beside the sibling. The sibling's 600 take 1000, so it ends at 1200.
      // 333 are left then, 200 alone.
      const [first, second] = [job(0, Level.Thread, { Copy: 1000 }), job(200, Level.Dpc, { Driver: 600 })];
      world.arrive(first, 0);
      world.arrive(second, 1);
      world.run(5000n);
      expect(world.ends).to.deep.equal([
        { processor: 1, id: second.id, time: 1200n },
        { processor: 0, id: first.id, time: 1400n },
      ]);
      expect([world.accounts(0).classes[CostClass.Copy], world.accounts(1).classes[CostClass.Driver]]).to.deep.equal([1400n, 1000n]);
    });

    it('siblings: random work of all levels is accounted to the picosecond, and slices change nothing', async () => {
      for (const seed of [11, 12, 13]) {
        const from = serial;
        const runs: string[] = [];
        for (const slices of [1, 7, 400]) {
          serial = from;
          const random = new Random(seed);
          const world = await open({ processors: 4, siblings: true });
          for (let p = 0; p < 4; p++) for (let i = 0; i < 60; i++) world.arrive(randomJob(random, BigInt(random.below(60_000))), p);
          for (let slice = 1; slice <= slices; slice++) {
            world.run((400_000n * BigInt(slice)) / BigInt(slices));
            for (let p = 0; p < 4; p++) world.accounts(p);
          }
          expect(readWorkPool(world.core.memory.buffer, world.core.workPoolAt()).used).to.equal(0);
          runs.push(world.summary());
        }
        expect(runs[1]).to.equal(runs[0]);
        expect(runs[2]).to.equal(runs[0]);
      }
    });

    it('siblings: random work takes the time that shared speed says', async () => {
      const random = new Random(21);
      const world = await open({ processors: 2, siblings: true });
      const list = (): Job[] => {
        let time = 0;
        return Array.from({ length: 100 }, () =>
          job((time += random.below(3_000_000)), Level.Thread, { Copy: random.between(1, 2_000_000) }),
        );
      };
      const jobs: [Job[], Job[]] = [list(), list()];
      jobs.forEach((all, p) => all.forEach((one) => world.arrive(one, p)));
      world.run(10n ** 9n);
      const expected = siblingEnds(jobs, 0.6);
      expect(world.ends.length).to.equal(200);
      // A change of the sibling rounds to a picosecond; there are at most two a job.
      for (const { id, time } of world.ends) expect(Number(time)).to.be.closeTo(expected.get(id)!, 400);
    });

    it('goes on from a copy of linear memory in another instance', async () => {
      const from = serial;
      const build = async (): Promise<World> => {
        serial = from;
        const random = new Random(77);
        const world = await open({ processors: 4, siblings: true });
        for (let p = 0; p < 4; p++) for (let i = 0; i < 60; i++) world.arrive(randomJob(random, BigInt(random.below(60_000))), p);
        return world;
      };
      const world = await build();
      world.run(30_000n);
      const image = new Uint8Array(world.core.memory.buffer).slice();
      const ended = world.ends.length;
      world.run(400_000n);
      const other = await build();
      new Uint8Array(other.core.memory.buffer).set(image);
      other.run(400_000n);
      expect(other.ends).to.deep.equal(world.ends.slice(ended));
      for (let p = 0; p < 4; p++) expect(other.accounts(p)).to.deep.equal(world.accounts(p));
    });

    it('charges named costs, counts them per processor and per owner', async () => {
      const world = await open({ processors: 4, hertz: 2.5 * GHZ }); // a cycle is 400 ps
      const { core } = world;
      expect(core.ledgerLayoutHolds()).to.equal(1);
      expect(core.queueLayoutHolds()).to.equal(1);
      expect(core.memoryLayoutHolds()).to.equal(1);
      world.onStart = (p) => {
        expect(core.ledgerOwners(3, 9)).to.equal(1);
        expect(core.ledgerOwners(3, 10)).to.equal(0);
        core.chargeCost(p, Cost.DrvRx, 2); // 2 * 500 cycles
        core.chargeCost(p, Cost.CopyCold, 1448); // 0.28 ns a byte
        core.chargeCostAt(p, Cost.CopyCold, 1000, 1); // the other node: half as much again
        core.ledgerOwners(3, 0);
        core.chargeHandover(p, 0, 1); // nothing
        core.chargeHandover(p, 1, 1); // 1200 cycles
        core.chargeHandover(p, 3, 1); // 1200, and 250 for the remote line
      };
      world.arrive(job(0, Level.Dpc, {}), 0);
      world.run(10_000_000n);
      const copy = 405_440n + 420_000n;
      const tcp = (2n * 1200n + 250n) * 400n;
      const accounts = world.accounts(0);
      expect(accounts.classes).to.deep.equal([0n, 0n, 400_000n, 0n, tcp, copy, 0n, 0n]);
      const total = (cost: number) => readCostTotal(core.memory.buffer, core.costTotalsAt(0) + cost * CostTotalLayout.size);
      expect(total(Cost.DrvRx)).to.deep.equal({ units: 2n, picoseconds: 400_000n });
      expect(total(Cost.CopyCold)).to.deep.equal({ units: 2448n, picoseconds: copy });
      expect(total(Cost.Xcore)).to.deep.equal({ units: 2n, picoseconds: 960_000n });
      const owner = (id: number) => readOwnerTotal(core.memory.buffer, core.ownerTotalsAt(id));
      expect([owner(3).driver, owner(3).copy, owner(3).tcpIp]).to.deep.equal([400_000n, copy, tcp]);
      expect([owner(9).driver, owner(9).copy, owner(9).tcpIp]).to.deep.equal([400_000n, copy, 0n]);
      expect([core.processorDistance(0, 0), core.processorDistance(0, 1), core.processorDistance(1, 2)]).to.deep.equal([
        Distance.Same,
        Distance.Node,
        Distance.Host,
      ]);
    });

    it('counts charges outside of a start, and work for which there is no room, and takes neither', async () => {
      const world = await open({ processors: 1, work: 2 });
      const { core } = world;
      core.processorCharge(0, CostClass.Copy, 100, 100n);
      core.chargeCost(0, Cost.DrvRx, 1);
      const pool = () => readWorkPool(core.memory.buffer, core.workPoolAt());
      expect(pool().strayCharges).to.equal(2);
      for (let round = 0; round < 2; round++) {
        for (let i = 0; i < 3; i++) expect(core.processorWork(0, Level.Dpc, 1, 0, 0)).to.equal(i < 2 ? 1 : 0);
        for (let at = core.queuePop(10n); at !== 0; at = core.queuePop(10n)) {
          const { a, b } = readEvent(core.memory.buffer, at);
          if (!core.processorDue(a, b)) continue;
          core.processorFinished(a);
          core.processorNext(a);
          core.processorGo(a);
        }
        expect(pool()).to.include({ used: 0, peak: 2, overflows: round + 1 });
      }
      expect(readEventQueue(core.memory.buffer, core.queueAt())).to.include({ pending: 0, overflows: 0, past: 0 });
      expect(readCostTotal(core.memory.buffer, core.costTotalsAt(0) + Cost.DrvRx * CostTotalLayout.size).units).to.equal(0n);
    });
  });
}
