// A frame that is followed: each kind of path with its steps in order, what they cost, and that following changes nothing in the run.

import { describe, it, expect } from '#test';
import { worldModules } from '../core-under-test.ts';
import type { World } from '../../ui/engine/world.ts';
import type { FollowRequest } from '../../ui/scenario/frame-path.ts';
import { arriving, charged, followed, leaving, stepNames, stepOf } from './follow-stage.ts';
import { hyperv, withVmq } from './hyperv-stage.ts';
import { chimneyPair } from './world-chimney-stage.ts';
import { received } from './world-netdma-stage.ts';
import { MS, pair, US, worldOf, type Draft, type PairDraft, type TrafficDraft } from './world-stage.ts';

const data = { withData: true };
const fast = { speed: '10 Gb/s' };

const bulk = (more: PairDraft = {}, traffic: Partial<TrafficDraft> = {}): Draft =>
  pair({
    ...more,
    server: { processors: { coresPerSocket: 8 }, ...more.server },
    client: { kind: 'ideal', ...more.client },
    serverNic: { ...fast, ...more.serverNic },
    clientNic: { ...fast, ...more.clientNic },
    traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', connections: 4, ...traffic } as TrafficDraft],
  });

const echoes = (more: Partial<TrafficDraft> = {}): Draft =>
  pair({
    server: { processors: { coresPerSocket: 4 } },
    client: { kind: 'ideal' },
    traffic: [{ app: 'echo', from: 'client', to: 'server:7', pause: '100 us', ...more } as TrafficDraft],
  });

/** Steps are told in the order of their times, but for those that say what will happen. */
function inOrder(names: string[], wanted: string[]): void {
  let at = -1;
  for (const name of wanted) {
    const next = names.indexOf(name, at + 1);
    expect(next, `${name} after ${names.slice(0, at + 1).join(', ')} in ${names.join(', ')}`).to.be.greaterThan(at);
    at = next;
  }
}

async function begun(module: WebAssembly.Module, draft: Draft, at = 5n * MS): Promise<World> {
  const world = await worldOf(module, draft);
  world.run(at);
  return world;
}

for (const { name, module } of await worldModules())
  describe(`a followed frame, ${name} core`, () => {
    it('RSS: from the cable by hash, entry, queue, interrupt and DPC to the application', async () => {
      const path = followed(await begun(module, echoes()), arriving(0, data));
      expect(path.state).to.equal('ended');
      inOrder(
        stepNames(path),
        'Arrived Filtered RssChosen Ring Interrupt Raised Isr DpcQueued Dpc Indicated Ip Tcp TcpTaken Copied Woken Answered Read'.split(
          ' ',
        ),
      );
      const hash = stepOf(path, 'RssChosen');
      expect(hash.decision).to.match(
        /^Hash 0x[0-9a-f]{8} of 4 tuple fields, TCP\/IPv4; last 7 bits = (\d+); entry \1 of 128 → queue \d → processor \d\.$/,
      );
      expect(hash.tuple).to.include({ source: '192.0.2.2', destination: '192.0.2.1', protocol: 'tcp', destinationPort: 7 });
      const processor = Number(/processor (\d)/.exec(hash.decision)![1]);
      for (const step of ['Isr', 'Dpc', 'Indicated', 'Tcp', 'Copied']) expect(stepOf(path, step).processor, step).to.equal(processor);
      expect(path.headers).to.deep.include({ payload: 64 });
      expect(path.headers!.tcp).to.include({ destinationPort: 7, flags: 'PSH, ACK' });
    });

    it('costs of each step are those of the model', async () => {
      const path = followed(await begun(module, echoes()), arriving(0, data));
      expect(charged(stepOf(path, 'Isr'))).to.deep.equal({ int: 1 });
      expect(charged(stepOf(path, 'Dpc'))).to.deep.equal({ dpc: 1 });
      expect(charged(stepOf(path, 'Indicated'))).to.deep.equal({ drv_rx: 1, nbl_return: 1 });
      expect(charged(stepOf(path, 'Tcp'))).to.deep.equal({ tcpip_rx: 1 });
      expect(charged(stepOf(path, 'Copied'))).to.deep.equal({ copy_cold: 64 });
      expect(charged(stepOf(path, 'Read'))).to.include({ recv_io: 1, thread_switch: 1, thread_refill: 1 });
      for (const { costs } of path.steps) for (const { ps, charged: to } of costs) expect(ps > 0 && to.startsWith('server')).to.equal(true);
      expect(stepOf(path, 'Isr').sharedBy).to.equal('all frames of this interrupt');
    });

    it('times go forward', async () => {
      const path = followed(await begun(module, echoes()), arriving(0, data));
      const times = path.steps.map(({ timePs }) => timePs);
      expect(times).to.deep.equal([...times].sort((a, b) => a - b));
      expect(times[1]! - times[0]!).to.equal(1e6); // the DMA delay
    });

    it('one queue: the reason is the gate of RSS that does not pass', async () => {
      const path = followed(await begun(module, bulk({ serverNic: { rss: { enabled: false } } })), arriving(0, data));
      expect(stepOf(path, 'OneQueue').reason).to.match(/^RSS is off: /);
      expect(stepOf(path, 'OneQueue').evidence).to.not.equal(undefined);
    });

    it('a frame that is not IP goes to the default queue', async () => {
      const world = await begun(module, bulk({ traffic: [] }, { start: '1 s' }));
      world.follow(arriving(0));
      const frame = new Uint8Array(60).fill(0xff, 0, 6);
      frame.set([0x88, 0xcc], 12);
      expect(world.inject(0, frame, world.now)).to.equal(true);
      world.run(world.now + MS);
      const path = world.framePath(true);
      expect(stepOf(path, 'RssChosen').decision).to.match(/^No hash: the frame goes to the default queue/);
      expect(stepOf(path, 'Filtered').decision).to.contain('group address');
      expect(path.state).to.equal('dropped');
      expect(path.hex).to.equal(Array.from(frame, (byte) => byte.toString(16).padStart(2, '0')).join(''));
    });

    it('a full ring drops, and says so', async () => {
      const slow = bulk(
        { serverNic: { receiveDescriptors: 8, interrupts: 'line' }, server: { processors: { clock: '500 MHz' } } },
        { connections: 32 },
      );
      const world = await begun(module, slow, 0n);
      let path = world.framePath();
      for (let tries = 0; tries < 400 && path.state !== 'dropped'; tries++) path = followed(world, arriving(0, data), 2n * MS);
      expect(path.state).to.equal('dropped');
      const last = path.steps.at(-1)!;
      expect(last).to.include({ step: 'Dropped', place: 'server.lan', isDrop: true });
      expect(last.decision).to.contain('no receive buffer is left');
    });

    it('a wrong check sequence drops before anything else', async () => {
      const world = await begun(module, bulk({ link: { bitErrors: '0.0001 %' } }));
      let path = world.framePath();
      for (let tries = 0; tries < 200 && path.state !== 'dropped'; tries++) path = followed(world, arriving(0), 400n * MS);
      expect(stepNames(path)).to.deep.equal(['Arrived', 'Dropped']);
      expect(path.steps[1]!.decision).to.contain('check sequence is wrong');
    });

    it('a virtual machine with a queue: no routing, shared memory, VMBus, its own stack', async () => {
      const path = followed(await begun(module, hyperv({ machines: [{}], nic: withVmq(4) }), 20n * MS), arriving(2, data));
      inOrder(
        stepNames(path),
        'Arrived Filtered VmqChosen Ring Interrupt Indicated QueueRouted Channel GuestTaken Ip Tcp TcpTaken Copied Answered Read'.split(
          ' ',
        ),
      );
      expect(stepOf(path, 'VmqChosen').decision).to.match(/is the filter of queue 1 → processor \d\.$/);
      expect(stepOf(path, 'QueueRouted').decision).to.contain('nothing is copied');
      expect(charged(stepOf(path, 'QueueRouted'))).to.include({ vmq_pkt: 1, vmbus_pkt: 1 });
      expect(charged(stepOf(path, 'GuestTaken'))).to.include({ guest_rx: 1 });
      expect(stepOf(path, 'Read').place).to.equal('Application on vm1');
    });

    it('a virtual machine without a queue: default queue, route, copy, and why', async () => {
      const machines = [{}, { optimizations: false }];
      const path = followed(await begun(module, hyperv({ machines, nic: withVmq(4) }), 20n * MS), arriving(3, data));
      expect(stepOf(path, 'VmqChosen').reason).to.match(/^vm2\.net has no queue: /);
      expect(charged(stepOf(path, 'Routed'))).to.deep.equal({ vsw_route: 1 });
      expect(charged(stepOf(path, 'GuestCopied'))).to.include({ vsw_copy: path.bytes });
    });

    it('from one virtual machine to another: cut and copied by the switch', async () => {
      const traffic: TrafficDraft[] = [{ app: 'bulk', from: 'vm1', to: 'vm2:5001' }];
      const path = followed(await begun(module, hyperv({ machines: [{}, {}], traffic }), 20n * MS), arriving(3, data));
      inOrder(stepNames(path), ['HostAsked', 'SwitchTaken', 'Routed', 'GuestCopied', 'Channel', 'GuestTaken', 'Tcp', 'Read']);
      expect(stepNames(path)).to.not.include('Arrived');
    });

    it('an offloaded connection: the adapter handles the segment, and no processor pays for it', async () => {
      const traffic: TrafficDraft[] = [{ app: 'echo', from: 'client', to: 'server:7', message: '1 KiB', pause: '100 us' }];
      const path = followed(await begun(module, chimneyPair('enabled', traffic)), arriving(0, data));
      inOrder(stepNames(path), ['Arrived', 'Filtered', 'ChimneyTook', 'EngineServed', 'Placed', 'Completion', 'Woken', 'Read']);
      for (const step of ['ChimneyTook', 'EngineServed', 'Placed']) expect(stepOf(path, step).costs).to.deep.equal([]);
      expect(stepOf(path, 'Placed').decision).to.contain('no copy');
    });

    it('a connection that is not offloaded: the reason is the gate', async () => {
      const traffic: TrafficDraft[] = [{ app: 'bulk', from: 'client', to: 'server:5001' }];
      const path = followed(await begun(module, chimneyPair('disabled', traffic)), arriving(0, data));
      expect(stepOf(path, 'ChimneyKept').reason!.length).to.be.greaterThan(20);
      expect(stepNames(path)).to.include('RssChosen');
    });

    it('NetDMA: the copy engine moves the bytes', async () => {
      const path = followed(await begun(module, received()), arriving(0, data));
      expect(stepOf(path, 'Copied').decision).to.contain(`the copy engine moves ${(1460).toLocaleString('en-US')} bytes`);
      expect(charged(stepOf(path, 'Copied'))).to.not.have.property('copy_cold');
      expect(path.state).to.equal('ended');
    });

    it('NetDMA off: the processor copies, and why', async () => {
      const path = followed(await begun(module, received({ netsh: { netdma: 'disabled' } })), arriving(0, data));
      expect(charged(stepOf(path, 'Copied'))).to.deep.equal({ copy_cold: 1460 });
      expect(stepOf(path, 'Copied').reason).to.match(/^NetDMA is off: /);
    });

    it('a large send: cut by the adapter, and its first frame goes on to the far end', async () => {
      const world = await begun(module, bulk({ client: { kind: 'modelled', processors: { coresPerSocket: 4 } } }));
      const path = followed(world, leaving(1, data));
      inOrder(stepNames(path), 'Segment Window Waits Neighbor Posted Cut Wire Cable Arrived Filtered RssChosen Ring Tcp Read'.split(' '));
      expect(stepOf(path, 'Segment').decision).to.match(/^Large send: /);
      expect(charged(stepOf(path, 'Segment'))).to.include({ lso_send: 1 });
      expect(path.bytes).to.equal(1514);
    });

    it('a request that is sent, with what it cost the thread', async () => {
      const modelled = { ...echoes() };
      modelled.hosts[1] = { ...modelled.hosts[1]!, kind: 'modelled' };
      const path = followed(await begun(module, modelled), leaving(1, data));
      inOrder(stepNames(path), ['Request', 'Segment', 'Window', 'Posted', 'Wire']);
      expect(charged(stepOf(path, 'Request'))).to.deep.equal({ send_io: 1, copy_warm: 64 });
      expect(charged(stepOf(path, 'Segment'))).to.include({ tx_pkt: 1 });
    });

    it('a datagram', async () => {
      const path = followed(await begun(module, echoes({ transport: 'udp' })), arriving(0));
      inOrder(stepNames(path), ['Arrived', 'RssChosen', 'Indicated', 'Ip', 'Datagram', 'Woken', 'Read']);
      expect(charged(stepOf(path, 'Datagram'))).to.include({ tcpip_rx: 1, copy_cold: 64 });
      expect(stepOf(path, 'RssChosen').decision).to.contain('2 tuple fields, IPv4');
      expect(charged(stepOf(path, 'Read'))).to.include({ recv_io: 1 });
      expect(path.state).to.equal('ended');
    });

    it('only a frame of the connection that was asked for', async () => {
      const world = await begun(module, bulk());
      const mine = world.report().connections.filter(({ host }) => host === 0)[2]!;
      const path = followed(world, arriving(0, { connection: mine.id, withData: true }));
      expect(`${path.headers!.ip!.source}:${path.headers!.tcp!.sourcePort}`).to.equal(mine.remote);
      expect(path.subject).to.contain(mine.remote);
      const back = followed(world, leaving(0, { connection: mine.id }));
      expect(`${back.headers!.ip!.destination}:${back.headers!.tcp!.destinationPort}`).to.equal(mine.remote);
      expect(() => world.follow(arriving(0, { connection: 1_000_000 }))).to.throw();
      expect(() => world.follow(arriving(99))).to.throw(RangeError);
    });

    it('waits where nothing comes, and forgets when asked to', async () => {
      const world = await begun(module, pair({}));
      world.follow(arriving(0));
      world.run(world.now + MS);
      expect(world.framePath()).to.include({ state: 'waiting', subject: 'the next frame that arrives at server.lan' });
      world.follow(null);
      expect(world.framePath().state).to.equal('off');
    });

    it('another request in the middle of a path starts anew', async () => {
      const world = await begun(module, bulk());
      for (let round = 0; round < 20; round++) {
        world.follow(round % 2 ? arriving(0, data) : leaving(0));
        world.run(world.now + 13n * US);
      }
      const path = followed(world, arriving(0, data));
      expect(path.steps.filter(({ step }) => step === 'Arrived')).to.have.length(1);
      expect(path.steps[0]!.step).to.equal('Arrived');
    });

    const scenes: Record<string, [Draft, FollowRequest[]]> = {
      'RSS': [bulk(), [arriving(0), leaving(0), arriving(1), leaving(1)]],
      'loss, reordering, duplicates': [
        bulk({ link: { loss: '1 %', duplication: '1 %', reordering: '1 %', reorderingDelay: '20 us', bitErrors: '0.00001 %' } }),
        [arriving(0), leaving(1), leaving(0)],
      ],
      'virtual machines': [
        hyperv({ machines: [{}, { optimizations: false }], nic: withVmq(2) }),
        [arriving(0), arriving(2), leaving(3), leaving(0)],
      ],
      'chimney': [chimneyPair('enabled', [{ app: 'bulk', from: 'client', to: 'server:5001' }]), [arriving(0), leaving(0)]],
      'NetDMA': [received(), [arriving(0), leaving(0)]],
      'UDP': [echoes({ transport: 'udp' }), [arriving(0), leaving(0), leaving(1)]],
    };

    for (const [title, [draft, requests]] of Object.entries(scenes)) {
      it(`changes nothing in the run: ${title}`, async () => {
        const plain = await worldOf(module, draft);
        const watched = await worldOf(module, draft);
        let ends = 0;
        for (let round = 0; round < 60; round++) {
          watched.follow(requests[round % requests.length]!);
          watched.run(BigInt(round + 1) * 500n * US);
          if (['ended', 'dropped'].includes(watched.framePath().state)) ends++;
          expect(watched.framePath().missed).to.equal(0);
        }
        plain.run(30n * MS);
        expect(watched.fingerprint()).to.equal(plain.fingerprint());
        expect(watched.report().faults).to.deep.equal([]);
        expect(ends, 'paths that came to their end').to.be.greaterThan(10);
      });

      it(`the same path after a snapshot and in other slices: ${title}`, async () => {
        const world = await begun(module, draft, 3n * MS);
        world.follow(requests[0]!);
        const before = world.snapshot();
        world.run(6n * MS);
        const path = world.framePath(true);
        world.restore(before);
        expect(world.framePath().state).to.equal('waiting');
        for (let time = 3n * MS; time < 6n * MS; time += 7n * US) world.run(time);
        const middle = world.snapshot();
        world.run(6n * MS);
        world.restore(middle);
        world.run(6n * MS);
        expect(world.framePath(true)).to.deep.equal(path);
        expect(path.steps.length).to.be.greaterThan(4);
      });
    }
  });
