// The Lab's engine over real worlds: slices, snapshots and seeks change nothing, and frames say what the report says.

import { describe, expect, it, readProjectFile } from '#test';
import { TcpState } from '../../ui/abi/abi.gen.ts';
import { breathe } from '../../ui/engine/breathe.ts';
import { LabEngine } from '../../ui/engine/lab-engine.ts';
import { LabRun } from '../../ui/engine/lab-run.ts';
import { World } from '../../ui/engine/world.ts';
import { LabFrame, type LabColumn, type LabLayout, type LabPart } from '../../ui/scenario/lab-frame.ts';
import type { ScenarioDraft } from '../../ui/scenario/schema.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import { Random } from '../build/random.ts';
import { twoHosts } from '../scenario/documents.ts';

const MS = 1e9;

const module = await WebAssembly.compile(await readProjectFile('build/core.wasm'));
const loadModule = () => Promise.resolve(module);

async function worldOf(document: unknown): Promise<World> {
  const result = validateScenario(document);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return World.create(module, result.scenario);
}

async function readyDocument(name: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await readProjectFile(`public/scenarios/${name}.json`)));
}

/** Loss, a change during the run, processors that share cores, and a connection that ends. */
const eventful: ScenarioDraft = twoHosts({
  hosts: [
    { name: 'server', processors: { coresPerSocket: 4, threadsPerCore: 2 }, nics: [{ name: 'lan', queues: 4 }] },
    { name: 'client', processors: { coresPerSocket: 2 }, nics: [{ name: 'lan' }] },
    { name: 'other', kind: 'ideal', nics: [{ name: 'lan' }] },
  ],
  switches: [{ name: 'switch' }],
  links: [
    { ends: ['server.lan', 'switch'], delay: '20 us', loss: '0.2 %' },
    { ends: ['client.lan', 'switch'] },
    { ends: ['other.lan', 'switch'] },
  ],
  traffic: [
    { app: 'bulk', from: 'client', to: 'server:5001', connections: 3, interval: '1 ms' },
    { app: 'requests', from: 'other', to: 'server:5002', connections: 5, request: '2 KiB', response: '20 KiB' },
    { app: 'echo', from: 'other', to: 'client:7', transport: 'udp', pause: '300 us' },
    { app: 'bulk', from: 'other', to: 'client:5003', bytes: '1 MiB' },
  ],
  timeline: [
    { at: '6 ms', do: 'set', path: 'links[0].loss', value: '2 %' },
    { at: '11 ms', do: 'set', path: 'hosts[0].nics[0].rss.maxProcessors', value: 2 },
  ],
});

/** Reports of straight runs from the start. */
class Straight {
  private readonly reports = new Map<number, WorldReport>();

  constructor(private readonly document: unknown) {}

  async at(ps: number): Promise<WorldReport> {
    const known = this.reports.get(ps);
    if (known) return known;
    const world = await worldOf(this.document);
    world.run(BigInt(ps));
    const report = world.report();
    this.reports.set(ps, report);
    return report;
  }
}

async function loaded(document: unknown): Promise<{ engine: LabEngine; layout: LabLayout }> {
  const engine = new LabEngine(loadModule);
  const answer = await engine.load(document);
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults));
  return { engine, layout: answer.layout };
}

const reportOf = async (engine: LabEngine) => JSON.parse(await engine.report()) as WorldReport;

describe('Lab engine, slices', () => {
  for (const name of ['eventful', 'sixteen-clients', 'small-messages', 'lossy-long-path'])
    it(`${name}: one run, and thousands of slices with frames in between, are the same run`, async () => {
      const document = name === 'eventful' ? eventful : await readyDocument(name);
      const until = name === 'lossy-long-path' ? 4000 * MS : 20 * MS;
      const run = new LabRun(await worldOf(document), () => performance.now());
      const random = new Random(3);
      const values = new Float64Array(new LabFrame(run.layout).values.length);
      let slices = 0;
      for (; run.timePs < until; slices++) {
        if (random.oneIn(20) && Number(run.world.next) <= until) run.step();
        else run.run(Math.min(run.timePs + random.between(1, until / 1000), until), -Infinity);
        if (random.oneIn(3)) run.fill(values, { isPlaying: true, packetsPerSecond: 0 });
      }
      run.run(until, Infinity);
      expect(slices).to.be.above(1000);
      const straight = await new Straight(document).at(until);
      expect(straight.events).to.be.above(100);
      expect(straight.faults).to.deep.equal([]);
      expect(run.world.report()).to.deep.equal(straight);
    });

  it('as fast as it goes, then exactly to a time', async () => {
    const { engine } = await loaded(eventful);
    await engine.setSpeed({ rate: Infinity });
    await engine.play();
    while ((await reportOf(engine)).timePs < 30 * MS) await breathe();
    await engine.pause();
    const { timePs } = await reportOf(engine);
    const until = Math.ceil(timePs / MS) * MS;
    await engine.stepTime(until - timePs);
    expect(await reportOf(engine)).to.deep.equal(await new Straight(eventful).at(until));
  });

  it('one that comes to its end pauses there', async () => {
    const document = twoHosts({ traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', bytes: '1 MiB' }] });
    const world = await worldOf(document);
    world.run(2n ** 64n - 1n);
    expect(world.next).to.equal(null);
    const { engine } = await loaded(document);
    await engine.setSpeed({ rate: Infinity });
    await engine.play();
    while ((await reportOf(engine)).timePs < Number(world.now)) await breathe();
    for (let turn = 0; turn < 100; turn++) await breathe();
    expect(await reportOf(engine)).to.deep.equal(world.report());
  });
});

describe('Lab engine, seeks', () => {
  it('back and forth, across changes of the timeline, gives the reports of straight runs', async () => {
    const straight = new Straight(eventful);
    const { engine } = await loaded(eventful);
    const random = new Random(11);
    const times = [0, 3, 6, 10.999999999, 11, 12, 19, 20].map((ms) => Math.round(ms * MS));
    for (let turn = 0; turn < 40; turn++) {
      const ps = random.pick(times);
      await engine.seek(ps);
      expect(await reportOf(engine), `turn ${turn}, ${ps} ps`).to.deep.equal(await straight.at(ps));
    }
  });

  it('with so little memory for snapshots that most are dropped', async () => {
    const run = new LabRun(await worldOf(eventful), () => performance.now(), 4 * 2 ** 20);
    const straight = new Straight(eventful);
    for (const ms of [60, 41, 59, 2, 60, 33]) {
      run.approach(ms * MS);
      run.run(ms * MS, Infinity);
      expect(run.world.report(), `${ms} ms`).to.deep.equal(await straight.at(ms * MS));
    }
  });

  it('a seek that is overtaken leaves no trace', async () => {
    const { engine } = await loaded(eventful);
    const first = engine.seek(500 * MS);
    await breathe();
    const second = engine.seek(15 * MS);
    await Promise.all([first, second]);
    expect(await reportOf(engine)).to.deep.equal(await new Straight(eventful).at(15 * MS));
  });

  it('after playing on from an earlier time', async () => {
    const { engine } = await loaded(eventful);
    await engine.seek(20 * MS);
    await engine.seek(5 * MS);
    await engine.setSpeed({ rate: Infinity });
    await engine.play();
    while ((await reportOf(engine)).timePs < 10 * MS) await breathe();
    await engine.seek(25 * MS);
    await engine.pause();
    const { timePs } = await reportOf(engine);
    await engine.seek(timePs);
    expect(await reportOf(engine)).to.deep.equal(await new Straight(eventful).at(timePs));
  });
});

describe('Lab engine, a document whose timeline changes', () => {
  const off = { at: '6 ms', do: 'set', path: 'hosts[0].nics[0].rss.enabled', value: false } as const;
  const on = { at: '9 ms', do: 'set', path: 'hosts[0].nics[0].rss.enabled', value: true } as const;
  const goTo = async (engine: LabEngine, ps: number) => {
    await engine.seek(ps);
    return reportOf(engine);
  };
  const withTimeline = async (...timeline: object[]) => ({ ...((await readyDocument('sixteen-clients')) as object), timeline });

  it('goes on where it is, and is the run that the document gives from its start', async () => {
    const { engine } = await loaded(await withTimeline());
    await engine.seek(6 * MS);
    const answer = await engine.load(await withTimeline(off), {}, true);
    expect(answer).to.have.property('kept', true);
    expect((await reportOf(engine)).timePs).to.equal(6 * MS);
    expect(await goTo(engine, 12 * MS)).to.deep.equal(await new Straight(await withTimeline(off)).at(12 * MS));
  });

  it('takes back what has happened, and what it has added meanwhile', async () => {
    const { engine } = await loaded(await withTimeline(off));
    await engine.seek(8 * MS);
    expect(await engine.load(await withTimeline(on), {}, true)).to.have.property('kept', true);
    expect(await goTo(engine, 12 * MS)).to.deep.equal(await new Straight(await withTimeline(on)).at(12 * MS));
    expect(await engine.load(await withTimeline(off, on), {}, true)).to.have.property('kept', true);
    expect(await goTo(engine, 14 * MS)).to.deep.equal(await new Straight(await withTimeline(off, on)).at(14 * MS));
  });

  it('tells the settings of now', async () => {
    const { engine } = await loaded(await withTimeline(off, on));
    const enabled = async () => (await engine.settings())!.inForce.hosts[0]!.nics[0]!.rss.enabled;
    expect(await enabled()).to.equal(true);
    await engine.seek(7 * MS);
    expect(await enabled()).to.equal(false);
    const { version } = (await engine.settings())!;
    expect(await engine.settings(version)).to.equal(null);
    await engine.seek(9 * MS);
    expect(await enabled()).to.equal(true);
  });

  it('of which more is another starts anew', async () => {
    const { engine } = await loaded(await withTimeline());
    await engine.seek(6 * MS);
    expect(await engine.load({ ...(await withTimeline()), seed: 5 }, {}, true)).to.have.property('kept', false);
    expect((await reportOf(engine)).timePs).to.equal(0);
  });
});

describe('Lab frame of a real world', () => {
  it('says what the report says', async () => {
    const run = new LabRun(await worldOf(eventful), () => performance.now());
    run.run(10 * MS, Infinity);
    const frame = new LabFrame(run.layout);
    run.fill(frame.values, { isPlaying: false, packetsPerSecond: 0 });
    const report = run.world.report();
    const row = <P extends LabPart>(part: P, index: number, columns: readonly LabColumn<P>[]) =>
      columns.map((column) => frame.get(part, index, column));

    expect(row('head', 0, ['timePs', 'events', 'connections', 'faults', 'packetsInFlight'])).to.deep.equal([
      report.timePs,
      report.events,
      report.connections.length,
      report.faults.length,
      report.packetsInFlight,
    ]);

    const processors = report.hosts.flatMap((host) => host.processors);
    expect(run.layout.processors.map(({ host, number }) => [host, number])).to.deep.equal(
      processors.map(({ host, number }) => [host, number]),
    );
    for (const [index, processor] of processors.entries())
      expect(
        row('processor', index, [
          'idlePs',
          'threadPs',
          'dpcPs',
          'interruptPs',
          'classInterruptPs',
          'classDpcPs',
          'classDriverPs',
          'classNdisPs',
          'classTcpIpPs',
          'classCopyPs',
          'classSwitchPs',
          'classApplicationPs',
        ]),
        `processor ${index}`,
      ).to.deep.equal([processor.idlePs, processor.threadPs, processor.dpcPs, processor.interruptPs, ...processor.classesPs]);

    /** Index within the world of a host's processor. */
    const processorOf = (host: number, number: number | null) =>
      number === null ? -1 : run.layout.processors.findIndex((place) => place.host === host && place.number === number);
    const queueRow = (nic: number, queue: number) => run.layout.queues.findIndex((place) => place.nic === nic && place.queue === queue);
    for (const [index, nic] of report.nics.entries()) {
      expect(
        row('nic', index, [
          'sentFrames',
          'sentBytes',
          'arrivedFrames',
          'arrivedBytes',
          'receivedFrames',
          'interrupts',
          'crc',
          'filtered',
          'noBuffer',
          'tooLong',
          'tableChanges',
        ]),
        nic.name,
      ).to.deep.equal([
        nic.sentFrames,
        nic.sentBytes,
        nic.arrivedFrames,
        nic.arrivedBytes,
        nic.receivedFrames,
        nic.interrupts,
        nic.dropped.crc,
        nic.dropped.filtered,
        nic.dropped.noBuffer,
        nic.dropped.tooLong,
        nic.tableChanges,
      ]);
      for (const queue of nic.queues)
        expect(
          row('queue', queueRow(index, queue.queue), [
            'processor',
            'depth',
            'peak',
            'frames',
            'bytes',
            'drops',
            'interrupts',
            'dpcs',
            'transmitDepth',
          ]),
          `${nic.name}, queue ${queue.queue}`,
        ).to.deep.equal([
          processorOf(nic.host, queue.processor),
          queue.depth,
          queue.peak,
          queue.frames,
          queue.bytes,
          queue.drops,
          queue.interrupts,
          queue.dpcs,
          queue.transmitDepth,
        ]);
    }

    for (const [index, path] of report.paths.entries())
      expect(row('path', index, ['frames', 'bytes', 'lost', 'duplicated', 'reordered', 'corrupted', 'arrived'])).to.deep.equal([
        path.frames,
        path.bytes,
        path.lost,
        path.duplicated,
        path.reordered,
        path.corrupted,
        path.arrived,
      ]);
    for (const [index, port] of report.switches.flatMap(({ ports }) => ports).entries())
      expect(row('port', index, ['sentFrames', 'drops', 'queuedBytes', 'peakBytes'])).to.deep.equal([
        port.sentFrames,
        port.drops,
        port.queuedBytes,
        port.peakBytes,
      ]);

    const rows = Array.from({ length: run.layout.connectionRows }, (_, index) => index).filter(
      (index) => frame.get('connection', index, 'id') >= 0,
    );
    expect(rows.length).to.equal(report.connections.length);
    for (const index of rows) {
      const connection = report.connections.find(({ id }) => id === frame.get('connection', index, 'id'))!;
      expect(
        row('connection', index, [
          'host',
          'app',
          'server',
          'state',
          'processor',
          'dpcProcessor',
          'queue',
          'congestionWindow',
          'slowStartThreshold',
          'sendWindow',
          'receiveWindow',
          'inFlight',
          'smoothedRttPs',
          'retransmitted',
          'sentBytes',
          'ackedBytes',
          'receivedBytes',
          'exchanges',
        ]),
        `connection ${connection.id}`,
      ).to.deep.equal([
        connection.host,
        connection.app ?? -1,
        Number(connection.role === 'server'),
        connection.transport === 'udp' ? 0 : TcpState[connection.state as keyof typeof TcpState],
        processorOf(connection.host, connection.processor),
        processorOf(connection.host, connection.dpcProcessor),
        connection.queue,
        connection.congestionWindow,
        connection.slowStartThreshold,
        connection.sendWindow,
        connection.receiveWindow,
        connection.inFlight,
        connection.smoothedRttPs,
        connection.retransmitted,
        connection.sentBytes,
        connection.ackedBytes,
        connection.receivedBytes,
        connection.exchanges,
      ]);
    }
    expect(run.layout.apps.map(({ label }) => label)).to.deep.equal(report.apps.map(({ label }) => label));
    expect(run.layout.nics.map(({ host, name, mac }) => [host, name, mac])).to.deep.equal(
      report.nics.map(({ host, name, mac }) => [host, name, mac]),
    );
  });
});

describe('Lab engine, scenarios that no world can be made of', () => {
  it('one that replays a capture', async () => {
    const answer = await new LabEngine(loadModule).load(twoHosts({ traffic: [{ app: 'replay', capture: 'a.pcap', onto: 'server.lan' }] }));
    expect(answer).to.have.property('faults');
    expect((answer as { faults: { message: string }[] }).faults[0]!.message).to.match(/a\.pcap/);
  });
});

describe('Lab engine, questions', () => {
  it('the ledger of a processor: costs by name, and classes that with idle make up the time', async () => {
    const { engine } = await loaded(eventful);
    await engine.seek(10 * MS);
    const report = await reportOf(engine);
    for (const [index, processor] of report.hosts.flatMap(({ processors }) => processors).entries()) {
      const { timePs, rows, classesPs } = await engine.ledger({ processor: index });
      expect(timePs).to.equal(10 * MS);
      expect(rows.map(({ id, units, ps }) => ({ id, units, ps }))).to.deep.equal(processor.costs);
      expect(processor.idlePs + classesPs.reduce((sum, ps) => sum + ps, 0), `processor ${index}`).to.equal(10 * MS);
    }
    const { rows } = await engine.ledger({ processor: 0 });
    expect(rows.find(({ id }) => id === 'dpc')).to.include({ unit: 'cycles/DPC', className: 'Dpc' });
  });

  it('the ledger and the names of connections', async () => {
    const { engine } = await loaded(eventful);
    await engine.seek(10 * MS);
    const { connections } = await reportOf(engine);
    for (const { id, chargedPs } of connections) {
      const { rows, classesPs } = await engine.ledger({ connection: id });
      expect([rows, classesPs]).to.deep.equal([[], chargedPs]);
    }
    const names = await engine.connectionNames(connections.map(({ id }) => id));
    expect(names).to.deep.equal(connections.map(({ id, local, remote, transport }) => ({ id, local, remote, transport })));
  });

  it('what there is not: nothing was charged, and it has no name', async () => {
    const { engine } = await loaded(twoHosts());
    await engine.seek(10 * MS);
    const nothing = { timePs: 10 * MS, rows: [], classesPs: [0, 0, 0, 0, 0, 0, 0, 0] };
    for (const of of [{ processor: 4 }, { processor: 64 }, { connection: 9 }, { connection: 20_000 }])
      expect(await engine.ledger(of), JSON.stringify(of)).to.deep.equal(nothing);
    expect(await engine.connectionNames([9, 20_000])).to.deep.equal([]);
  });

  it('what is no number of anything', async () => {
    const { engine } = await loaded(twoHosts());
    for (const ask of [
      () => engine.ledger({ processor: -1 }),
      () => engine.ledger({ connection: 0.5 }),
      () => engine.connectionNames([0, NaN]),
    ])
      await ask().then(
        () => expect.fail('did not reject'),
        (error: Error) => expect(error.message).to.match(/is no number of a processor or connection/),
      );
  });
});
