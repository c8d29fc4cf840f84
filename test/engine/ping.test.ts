// Echo requests of emulated hosts: to modelled and ideal hosts and to the outside, times that follow from the cables, frames that are valid.

import { describe, expect, it } from '#test';
import { coreModule, MS, runTo, screenOf, screensOf, SECOND, threeHosts, worldOf } from './console-stage.ts';
import { World } from '../../ui/engine/world.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwabcdefghi';

/** The ones' complement sum of bytes, RFC 1071. */
function folded(bytes: Uint8Array, start = 0): number {
  let sum = start;
  for (let at = 0; at < bytes.length; at += 2) sum += (bytes[at]! << 8) | (bytes[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return sum;
}

/** What each ICMP frame says that crosses an adapter: type, identifier, sequence and data; checksums are looked at. */
function watchIcmp(world: World, nic: number) {
  const seen: { outbound: boolean; type: number; identifier: number; sequence: number; data: string; hopLimit: number }[] = [];
  world.tap(nic, true);
  const take = () =>
    world.takeTapped(({ frame, outbound }) => {
      const six = frame[12] === 0x86 && frame[13] === 0xdd;
      const four = frame[12] === 8 && frame[13] === 0;
      if (!four && !six) return;
      const ip = frame.subarray(14);
      if (ip[six ? 6 : 9] !== (six ? 58 : 1)) return;
      const head = six ? 40 : 20;
      const length = six ? (ip[4]! << 8) | ip[5]! : ((ip[2]! << 8) | ip[3]!) - 20;
      const message = ip.slice(head, head + length);
      if (four) expect(folded(ip.subarray(0, 20))).to.equal(0xffff);
      const pseudo = six ? folded(ip.subarray(8, 40)) + length + 58 : 0;
      expect(folded(message, pseudo)).to.equal(0xffff);
      if (message[0]! > 130) return; // Neighbor Discovery
      seen.push({
        outbound,
        type: message[0]!,
        identifier: (message[4]! << 8) | message[5]!,
        sequence: (message[6]! << 8) | message[7]!,
        data: new TextDecoder().decode(message.subarray(8)),
        hopLimit: ip[six ? 7 : 8]!,
      });
    });
  return { seen, take };
}

describe('ping', () => {
  it('has the times of the cables, from modelled and from ideal hosts, once the neighbour is known', async () => {
    const [server, , other] = await screensOf(
      threeHosts([
        ['0 s', 'server', 'ping other'],
        ['5 s', 'other', 'ping client -n 2'],
      ]),
      10 * SECOND,
    );
    // The first one waits for ARP: another round trip.
    expect(server).to.contain('Reply from 192.0.2.3: bytes=32 time=8ms TTL=128');
    expect(server!.match(/Reply from 192\.0\.2\.3: bytes=32 time=4ms TTL=128/g)).to.have.length(3);
    expect(server).to.contain('Packets: Sent = 4, Received = 4, Lost = 0 (0% loss)');
    expect(server).to.contain('Minimum = 4ms, Maximum = 8ms, Average = 5ms');
    expect(other!.match(/Reply from 192\.0\.2\.2: bytes=32 time<1ms TTL=128/g)).to.have.length(2);
  });

  for (const [family, address, type] of [
    ['IPv4', '192.0.2.1', 8],
    ['IPv6', '2001:db8::1', 128],
  ] as const)
    it(`sends what Windows sends, and takes the reply that belongs to it, ${family}`, async () => {
      const world = await worldOf(threeHosts([['1 ms', 'client', `ping ${address} -n 2 -i 7`]]));
      const { seen, take } = watchIcmp(world, 1);
      runTo(world, 3 * SECOND);
      take();
      const sent = seen.filter(({ outbound }) => outbound);
      expect(sent).to.deep.equal([1, 2].map((sequence) => ({ outbound: true, type, identifier: 1, sequence, data: LETTERS, hopLimit: 7 })));
      const replies = seen.filter(({ outbound }) => !outbound);
      expect(replies.map(({ type, sequence, data }) => [type, sequence, data])).to.deep.equal(
        [1, 2].map((sequence) => [type === 8 ? 0 : 129, sequence, LETTERS]),
      );
      expect(screenOf(world, 1)).to.contain('Received = 2, Lost = 0');
    });

  it('charges the host that sends, and costs the ideal one nothing', async () => {
    const world = await worldOf(threeHosts([['1 ms', 'client', 'ping server -n 3 -l 1400']]));
    runTo(world, 5 * SECOND);
    const [server, client, other] = world.report().hosts;
    const units = (id: string) =>
      client!.processors.flatMap(({ costs }) => costs.filter((cost) => cost.id === id)).reduce((sum, cost) => sum + cost.units, 0);
    expect(units('send_io')).to.equal(3);
    expect(units('copy_warm')).to.equal(3 * 1400);
    expect(client!.icmp.in).to.equal(3);
    expect(server!.icmp).to.deep.equal({ in: 3, out: 3 });
    expect(other!.processors).to.deep.equal([]);
  });

  it('says why there is no reply', async () => {
    const [, client] = await screensOf(
      threeHosts([
        ['0 s', 'client', 'ping 192.0.2.77 -n 1'],
        ['10 s', 'client', 'ping 10.1.2.3 -n 1'],
        ['12 s', 'client', 'ping other -n 1 -l 1473 -f'],
        ['14 s', 'client', 'ping other -n 1 -l 1473'],
        ['16 s', 'client', 'ping other -n 1 -l 1472 -f'],
        ['18 s', 'client', 'ping 2001:db8::77 -n 1'],
        ['28 s', 'client', 'ping localhost -n 1'],
        ['30 s', 'client', 'ping client -n 1'],
        ['32 s', 'client', 'ping ::1 -n 1'],
      ]),
      40 * SECOND,
    );
    const answers = client!.split('\n').filter((line) => /^(Reply|Request|Packet |nicscope)/.test(line));
    expect(answers).to.deep.equal([
      'Reply from 192.0.2.2: Destination host unreachable.',
      'Reply from 192.0.2.2: Destination host unreachable.',
      'Packet needs to be fragmented but DF set.',
      'nicscope: the request is larger than the adapter carries, and emulated hosts send no fragments.',
      'Reply from 192.0.2.3: bytes=1472 time<1ms TTL=128',
      'Reply from 2001:db8::2: Destination host unreachable.',
      'Reply from 127.0.0.1: bytes=32 time<1ms TTL=128',
      'Reply from 192.0.2.2: bytes=32 time<1ms TTL=128',
      'Reply from ::1: time<1ms ',
    ]);
  });

  it('times out where the cable loses everything, and finds no route without a cable', async () => {
    const lost = threeHosts([
      ['0 s', 'client', 'ping server -n 1'],
      ['2 s', 'client', 'ping server -n 1'],
    ]);
    lost.timeline!.push({ at: '1500 ms', do: 'set', path: 'links[0].loss', value: 1 });
    expect((await screensOf(lost, 10 * SECOND))[1]).to.contain('Request timed out.');
    const loose = threeHosts([['0 s', 'client', 'ping server -n 1']], { links: [{ ends: ['server.lan', 'switch'] }] });
    expect((await screensOf(loose, 10 * SECOND))[1]).to.contain('Destination host unreachable.');
  });

  it('takes no reply that comes too late for that of the next request', async () => {
    const far = { ends: ['server.lan', 'switch'] as [string, string], delay: '600 ms' };
    const links = [far, { ends: ['client.lan', 'switch'] as [string, string] }];
    const [, client] = await screensOf(threeHosts([['0 s', 'client', 'ping server -n 12 -w 500']], { links }), 20 * SECOND);
    expect(client!.match(/Request timed out\./g)).to.have.length(12);
    const [, patient] = await screensOf(threeHosts([['0 s', 'client', 'ping server -n 3']], { links }), 20 * SECOND);
    expect(patient!.match(/time=1200ms/g)).to.have.length(2);
  });

  it('counts what it sends and gets, by family and type', async () => {
    const world = await worldOf(threeHosts([['0 s', 'client', 'ping server -n 3 & ping 2001:db8::1 -n 2 & netstat -s']]));
    runTo(world, 10 * SECOND);
    const screen = screenOf(world, 1);
    const rows = (title: string) =>
      screen
        .slice(screen.indexOf(title))
        .split('\n\n')[1]!
        .split('\n')
        .map((line) => line.trim().split(/\s{2,}/));
    expect(rows('ICMPv4 Statistics')).to.deep.include(['Echos', '0', '3']).and.to.deep.include(['Echo Replies', '3', '0']);
    expect(rows('ICMPv6 Statistics')).to.deep.include(['Echos', '0', '2']).and.to.deep.include(['Echo Replies', '2', '0']);
  });

  it('is answered from outside', async () => {
    const world = await World.create(coreModule, (await worldOf(threeHosts([['1 ms', 'client', 'ping server -n 2']]))).settings.wanted);
    world.outside(1);
    const mine = Uint8Array.of(2, 0, 0, 0, 0, 9);
    const answer = (frame: Uint8Array): Uint8Array | null => {
      const reply = frame.slice();
      reply.set(frame.subarray(6, 12), 0);
      reply.set(mine, 6);
      if (frame[12] === 8 && frame[13] === 6 && frame[21] === 1) {
        reply[21] = 2;
        reply.set(mine, 22);
        reply.set(frame.subarray(38, 42), 28);
        reply.set(frame.subarray(22, 32), 32);
        return reply;
      }
      if (frame[12] !== 8 || frame[13] !== 0 || frame[34] !== 8) return null;
      reply.set(frame.subarray(30, 34), 26);
      reply.set(frame.subarray(26, 30), 30);
      reply[34] = 0;
      const sum = ((reply[36]! << 8) | reply[37]!) + 0x0800;
      const checksum = (sum & 0xffff) + (sum >> 16);
      reply[36] = checksum >> 8;
      reply[37] = checksum & 0xff;
      return reply;
    };
    for (let at = 0; at < 4 * SECOND; at += MS) {
      runTo(world, at);
      const replies: Uint8Array[] = [];
      world.takeTapped(({ frame, outbound }) => {
        const reply = outbound ? answer(frame) : null;
        if (reply) replies.push(reply);
      });
      for (const reply of replies) expect(world.inject(1, reply, world.now + BigInt(7 * MS))).to.equal(true);
    }
    expect(screenOf(world, 1).match(/Reply from 192\.0\.2\.1: bytes=32 time=\d+ms TTL=128/g)).to.have.length(2);
  });
});
