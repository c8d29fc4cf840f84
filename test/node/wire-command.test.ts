// `nicscope wire`: this process is the other end of the cable. It speaks ARP, ICMP and TCP by hand, frame by frame.

import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, expect, it } from '#test';
import { FrameBatch, FrameDecoder } from '../../ui/cli/stream-frames.ts';
import { arp, concat, ethernet, filler, frame, fromHex, icmp, ipv4, tcp, toHex } from '../build/frame.ts';
import { nicscope } from './command.ts';
import { startNicscope, type Started } from './scenario-command.ts';

const ours = { mac: '02:00:5e:00:53:77', ip: '192.0.2.77' };
const server = { mac: '00:00:5e:00:53:01', ip: '192.0.2.1' };

const scenario = {
  nicscope: 1,
  hosts: [{ name: 'server', nics: [{ name: 'lan', mac: server.mac, addresses: [`${server.ip}/24`] }] }],
  traffic: [{ app: 'echo', to: 'server:7' }],
};

/** The other end of a wire. */
class Peer {
  private readonly frames: Uint8Array[] = [];
  private readonly wake: (() => void)[] = [];

  constructor(readonly socket: Socket) {
    const decoder = new FrameDecoder((taken) => this.frames.push(taken.slice()));
    socket.on('data', (chunk: Buffer) => {
      decoder.push(chunk);
      for (const resume of this.wake.splice(0)) resume();
    });
  }

  send(...frames: Uint8Array[]): void {
    const batch = new FrameBatch();
    for (const each of frames) batch.add(each);
    this.socket.write(batch.take()!);
  }

  /** Takes the first frame that fits, and lets go of those before it. */
  async receive(fits: (frame: Uint8Array) => boolean): Promise<Uint8Array> {
    const late = pause(5000, undefined, { ref: false }).then(() => {
      throw new Error(`does not come: ${fits.toString()}`);
    });
    for (;;) {
      for (let next = this.frames.shift(); next; next = this.frames.shift()) if (fits(next)) return next;
      await Promise.race([new Promise<void>((resolve) => this.wake.push(resolve)), late]);
    }
  }
}

const etherType = (bytes: Uint8Array) => (bytes[12]! << 8) | bytes[13]!;
const isArpReply = (bytes: Uint8Array) => etherType(bytes) === 0x0806 && bytes[21] === 2;
const isIcmp = (bytes: Uint8Array) => etherType(bytes) === 0x0800 && bytes[23] === 1;
const isTcp = (bytes: Uint8Array) => etherType(bytes) === 0x0800 && bytes[23] === 6;
const u32 = (bytes: Uint8Array, at: number) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);

const whoHas = frame(
  ethernet({ src: ours.mac, dst: 'ff:ff:ff:ff:ff:ff', pad: 60 }),
  arp({ srcMac: ours.mac, src: ours.ip, dstMac: '00:00:00:00:00:00', dst: server.ip }),
);
const toServer = [ethernet({ src: ours.mac, dst: server.mac }), ipv4({ src: ours.ip, dst: server.ip })] as const;
const ping = (sequence: number, bytes: number) => frame(...toServer, icmp({ rest: 0x77_0000 + sequence }), filler(bytes));

async function expectAnswers(peer: Peer): Promise<void> {
  peer.send(whoHas);
  const reply = await peer.receive(isArpReply);
  expect(toHex(reply.subarray(0, 42))).to.equal(
    toHex(fromHex(`02005e005377 00005e005301 0806 0001 0800 06 04 0002 00005e005301 c0000201 02005e005377 c000024d`)),
  );
  for (const [sequence, bytes] of [
    [1, 56],
    [2, 1472],
    [3, 0],
  ] as const) {
    peer.send(ping(sequence, bytes));
    const echo = await peer.receive(isIcmp);
    expect([echo[34], u32(echo, 38), toHex(echo.subarray(42, 42 + bytes))]).to.deep.equal([0, 0x77_0000 + sequence, toHex(filler(bytes))]);
  }
}

/** Opens a connection to the echo service, says something, hears it back. */
async function expectEcho(peer: Peer, sport: number): Promise<void> {
  const segment = (flags: string, seq: number, ack: number, ...data: Uint8Array[]) =>
    frame(...toServer, tcp({ sport, dport: 7, flags, seq, ack }), concat(...data));
  peer.send(segment('S', 1000, 0));
  const synAck = await peer.receive(isTcp);
  expect([synAck[47], u32(synAck, 42)], 'SYN+ACK').to.deep.equal([0x12, 1001]);
  const theirs = u32(synAck, 38) + 1;
  const data = filler(300);
  peer.send(segment('A', 1001, theirs), segment('PA', 1001, theirs, data));
  const back = await peer.receive((bytes) => isTcp(bytes) && bytes.length > 60);
  const header = (back[46]! >> 4) * 4;
  expect(toHex(back.subarray(34 + header, 34 + header + 300))).to.equal(toHex(data));
  peer.send(segment('R', 1301, 0));
}

describe('nicscope wire', () => {
  let folder: string;
  let file: string;
  const running: Started[] = [];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nicscope-wire-'));
    file = join(folder, 'scenario.json');
    await writeFile(file, JSON.stringify(scenario));
  });
  after(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });

  const wire = (...args: string[]): Started => {
    const started = startNicscope(['wire', file, '--nic', 'server.lan', ...args]);
    running.push(started);
    return started;
  };

  /** Listens, and has the command connect. */
  async function connected(where: { path: string } | 'tcp'): Promise<{ command: Started; peer: Peer }> {
    const listener = createServer();
    if (where === 'tcp') listener.listen(0, '127.0.0.1');
    else listener.listen(where.path);
    await once(listener, 'listening');
    const address = where === 'tcp' ? `127.0.0.1:${(listener.address() as AddressInfo).port}` : `unix:${where.path}`;
    const command = wire('--connect', address);
    const [socket] = (await Promise.race([once(listener, 'connection'), command.ended.then(() => [])])) as [Socket?];
    listener.close();
    if (!socket) throw new Error(command.stderr());
    return { command, peer: new Peer(socket) };
  }

  for (const [name, where] of [
    ['TCP', () => 'tcp' as const],
    ['a Unix socket', () => ({ path: join(folder, 'socket') })],
  ] as const)
    it(`connects over ${name}, answers, and ends with 0 when the other side leaves`, async () => {
      const { command, peer } = await connected(where());
      await command.says(/^attached$/);
      await expectAnswers(peer);
      await expectEcho(peer, 40_001);
      peer.socket.end();
      expect(await command.ended, command.stderr()).to.equal(0);
      expect(command.stdout()).to.equal('');
      const [first, last, ...more] = command.stderr().trimEnd().split('\n');
      expect([first, more]).to.deep.equal(['attached', []]);
      expect(last).to.match(/^\d.*s of virtual time, 8 frames in, [\d,]+ frames out$/);
    });

  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    it(`ends with 0 at ${signal}`, async () => {
      const { command, peer } = await connected('tcp');
      await command.says(/^attached$/);
      const closed = once(peer.socket, 'close');
      command.child.kill(signal);
      expect(await command.ended, command.stderr()).to.equal(0);
      await closed;
      expect(command.stderr()).to.match(/^attached\n.*of virtual time, 0 frames in, .* out\n$/);
    });

  it('listens, takes one peer at a time, and goes on after it leaves', async () => {
    const command = wire('--listen', '127.0.0.1:0');
    const port = Number(await command.says(/^listening on 127\.0\.0\.1:(\d+)$/));
    const open = async () => {
      const socket = createConnection({ host: '127.0.0.1', port });
      await once(socket, 'connect');
      return new Peer(socket);
    };
    const first = await open();
    await command.says(/^attached$/);
    await expectAnswers(first);
    const second = await open();
    await once(second.socket, 'close');
    await expectAnswers(first);
    first.socket.end();
    await command.says(/^detached$/);
    const third = await open();
    await expectAnswers(third);
    third.socket.write('not a stream of frames');
    await command.says(/^detached: A frame of 1852797984 bytes was announced/);
    const fourth = await open();
    await expectAnswers(fourth);
    command.child.kill('SIGTERM');
    expect(await command.ended, command.stderr()).to.equal(0);
    expect(command.stderr().match(/^attached$/gm)).to.have.length(3);
  });

  it('drops what is longer than the adapter takes, and counts it', async () => {
    const { command, peer } = await connected('tcp');
    peer.send(ping(1, 1473), filler(65_535), whoHas);
    await peer.receive(isArpReply);
    peer.socket.end();
    expect(await command.ended).to.equal(0);
    expect(command.stderr()).to.match(/, 2 frames in, 1 frame out, dropped 2 too long$/m);
  });

  it('ends with 3 and the length when the stream is none of frames', async () => {
    const { command, peer } = await connected('tcp');
    peer.socket.write('GET / HTTP/1.1\r\n');
    expect(await command.ended).to.equal(3);
    expect(command.stderr()).to.contain('A frame of 1195725856 bytes was announced; 1 to 65535 are possible.');
  });

  it('ends with 3 when nobody is there to connect to', async () => {
    const { code, stderr } = await nicscope(['wire', file, '--nic', 'server.lan', '--connect', `unix:${join(folder, 'nobody')}`]);
    expect(code).to.equal(3);
    expect(stderr).to.match(/unix:.*nobody.*ENOENT/);
  });

  it('ends with 2 for an adapter that is not there', async () => {
    const { code, stderr } = await nicscope(['wire', file, '--nic', 'server.wan', '--listen', '127.0.0.1:0']);
    expect(code).to.equal(2);
    expect(stderr).to.match(/no adapter server\.wan; there are server\.lan/);
  });
});
