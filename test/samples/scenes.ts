// The sample captures, in teaching order: what is on the wire, and the one line that says what to see.

import { filler, frame, hopByHop, icmpv6, ipv4, ipv6, tcp, udp, vxlan, ethernet } from '../build/frame.ts';
import { pcap } from '../build/capture.ts';
import { Random } from '../build/random.ts';
import { converse, dayOne, host, MICROSECOND, MILLISECOND, network, Tape } from './traffic.ts';
import { pcapng, server, webClient } from './web.ts';

export interface Scene {
  file: string;
  title: string;
  shows: string;
  make(): Uint8Array<ArrayBuffer>;
}

function busyWebServer(): Uint8Array<ArrayBuffer> {
  const random = new Random(13);
  const tape = new Tape();
  for (let index = 0; index < 320; index++)
    webClient(tape, random, host(`198.51.100.${random.between(1, 254)}`, index), {
      start: dayOne + BigInt(random.below(4000)) * MILLISECOND,
      exchanges: 3,
    });
  return pcapng(tape.sorted(), { snapLength: 128 });
}

/** Source ports that put 12 of the 16 clients on one of four queues under Microsoft's verification key; most keys put 6 there. */
const unluckyPorts = [49160, 49392, 49536, 49205, 49261, 49339, 49440, 49335, 49380, 49435, 49441, 49536, 49488, 49356, 49296, 49478];

function sixteenClients(): Uint8Array<ArrayBuffer> {
  const random = new Random(0x16c1);
  const tape = new Tape();
  unluckyPorts.forEach((sport, index) =>
    converse(tape, random, {
      client: host(`198.51.100.${index + 21}`, index + 21),
      server,
      sport,
      dport: 445,
      start: dayOne + BigInt(index * 7) * MILLISECOND,
      roundTrip: 300n * MICROSECOND,
      exchanges: Array.from({ length: 16 }, () => ({ ask: 14600, answer: 120, pause: BigInt(random.between(60, 90)) * MILLISECOND })),
      open: true,
    }),
  );
  return pcap(tape.sorted(), { snapLength: 128 });
}

function oneElephant(): Uint8Array<ArrayBuffer> {
  const random = new Random(0xe1e9);
  const tape = new Tape();
  converse(tape, random, {
    client: host('203.0.113.77', 77),
    server,
    sport: 50177,
    dport: 10000,
    start: dayOne + 100n * MILLISECOND,
    roundTrip: 250n * MICROSECOND,
    gap: 250n * MICROSECOND,
    exchanges: Array.from({ length: 12 }, () => ({ ask: 300 * 1460, answer: 60, pause: 5n * MILLISECOND })),
    open: true,
  });
  for (let index = 0; index < 90; index++)
    webClient(tape, random, host(`198.51.100.${index + 1}`, index + 1), {
      start: dayOne + BigInt(random.below(1800)) * MILLISECOND,
      exchanges: 2,
    });
  return pcapng(tape.sorted(), { snapLength: 96 });
}

function oneResolver(): Uint8Array<ArrayBuffer> {
  const random = new Random(0xd115);
  const tape = new Tape();
  const resolvers = [host('198.51.100.53', 53), ...Array.from({ length: 24 }, (_, index) => host(`203.0.113.${index + 10}`, index + 10))];
  for (let query = 0; query < 3600; query++) {
    const client = resolvers[random.below(100) < 82 ? 0 : random.between(1, 24)]!;
    const ts = dayOne + BigInt(query) * 800n * MICROSECOND + BigInt(random.below(700_000));
    const sport = random.between(1024, 65535);
    tape.put(ts, client, server, network(client, server, query), udp({ sport, dport: 53 }), filler(random.between(28, 60)));
    tape.put(
      ts + 60n * MICROSECOND,
      server,
      client,
      network(server, client, query),
      udp({ sport: 53, dport: sport }),
      filler(random.between(60, 300)),
    );
  }
  return pcap(tape.sorted());
}

function fragmentedWrites(): Uint8Array<ArrayBuffer> {
  const random = new Random(0x0f5d);
  const tape = new Tape();
  const clients = Array.from({ length: 3 }, (_, index) => host(`198.51.100.${index + 31}`, index + 31));
  for (let write = 0; write < 140; write++) {
    const client = clients[random.pick([0, 0, 0, 1, 2])]!;
    const start = dayOne + BigInt(write) * 9n * MILLISECOND + BigInt(random.below(3_000_000));
    const rpc = frame(network(client, server), udp({ sport: 800 + (write % 4), dport: 2049 }), filler(32_900)).subarray(20);
    for (let offset = 0, piece = 0; offset < rpc.length; offset += 1480, piece++)
      tape.put(
        start + BigInt(piece) * 13n * MICROSECOND,
        client,
        server,
        ipv4({ src: client.ip, dst: server.ip, protocol: 17, id: write, offset, moreFragments: offset + 1480 < rpc.length }),
        rpc.subarray(offset, offset + 1480),
      );
    tape.put(
      start + 900n * MICROSECOND,
      server,
      client,
      network(server, client, write),
      udp({ sport: 2049, dport: 800 + (write % 4) }),
      filler(136),
    );
  }
  return pcap(tape.sorted(), { snapLength: 128, nanoseconds: true });
}

function tagsAndIpv6(): Uint8Array<ArrayBuffer> {
  const random = new Random(5);
  const tape = new Tape();
  const server6 = { ...server, ip: '2001:db8:53::10' };
  for (let index = 0; index < 130; index++) {
    const six = index % 5 < 3;
    const client = host(six ? `2001:db8:${(index % 3) + 1}::${(index + 16).toString(16)}` : `198.51.100.${index + 1}`, index + 1);
    webClient(tape.tagged(...(index % 10 === 0 ? [200, 20] : [index % 2 ? 10 : 20])), random, client, {
      start: dayOne + BigInt(random.below(2500)) * MILLISECOND,
      exchanges: random.between(2, 4),
      to: six ? server6 : server,
    });
    if (six && index % 4 === 0)
      tape
        .tagged(10)
        .put(
          dayOne + BigInt(index) * 20n * MILLISECOND,
          client,
          server6,
          ipv6({ src: client.ip, dst: server6.ip }),
          hopByHop(),
          icmpv6({ type: 135 }),
          filler(24),
        );
  }
  return pcapng(tape.sorted(), { snapLength: 160, name: 'trunk0' });
}

function tunnelAndSuperFrames(): Uint8Array<ArrayBuffer> {
  const random = new Random(0x7a77);
  const tape = new Tape();
  const peer = host('198.51.100.200', 200);
  for (let packet = 0; packet < 2600; packet++) {
    const guest = host(`203.0.113.${(packet * 7) % 40}`, 0x1000 + ((packet * 7) % 40));
    const inner = [
      ethernet({ src: guest.mac }),
      ipv4({ src: guest.ip, dst: '203.0.113.250' }),
      tcp({ sport: 40000 + (packet % 40), dport: 443, seq: packet * 1400 }),
      filler(random.between(200, 1400)),
    ];
    tape.put(
      dayOne + BigInt(packet) * 700n * MICROSECOND + BigInt(random.below(200_000)),
      peer,
      server,
      network(peer, server, packet),
      udp({ sport: 49152 + ((packet * 7) % 40), dport: 4789, checksum: 0 }),
      vxlan({ vni: 5001 }),
      ...inner,
    );
  }
  for (let index = 0; index < 12; index++)
    converse(tape, random, {
      client: host(`198.51.100.${index + 40}`, index + 40),
      server,
      sport: 50000 + index,
      dport: 445,
      start: dayOne + BigInt(index * 90) * MILLISECOND,
      roundTrip: 400n * MICROSECOND,
      segment: 29_200,
      gap: 30n * MICROSECOND,
      exchanges: Array.from({ length: 10 }, () => ({ ask: 29_200 * random.between(2, 6), answer: 90, pause: 40n * MILLISECOND })),
      open: true,
    });
  return pcapng(tape.sorted(), { snapLength: 128 });
}

function stoppedInTheMiddle(): Uint8Array<ArrayBuffer> {
  const random = new Random(0xc0ff);
  const tape = new Tape();
  for (let index = 0; index < 60; index++)
    webClient(tape, random, host(`198.51.100.${index + 1}`, index + 1), {
      start: dayOne + BigInt(random.below(1500)) * MILLISECOND,
      exchanges: 2,
      dport: 80,
    });
  const whole = pcap(tape.sorted(), { snapLength: 96 });
  return whole.slice(0, Math.floor(whole.length * 0.75) + 7);
}

export const scenes: readonly Scene[] = [
  {
    file: 'sixteen-clients.pcap.gz',
    title: 'Sixteen clients',
    shows: 'Sixteen equal connections, most of them on one processor: bad luck with this key, another key spreads them.',
    make: sixteenClients,
  },
  {
    file: 'busy-web-server.pcapng.gz',
    title: 'Busy web server',
    shows: 'Many connections of like size: four processors share the load almost evenly.',
    make: busyWebServer,
  },
  {
    file: 'one-elephant.pcapng.gz',
    title: 'One elephant',
    shows: 'A single backup connection fills one processor; no key and no table can split a connection.',
    make: oneElephant,
  },
  {
    file: 'one-resolver.pcap.gz',
    title: 'One DNS resolver',
    shows: 'UDP is hashed by addresses alone: thousands of queries from one resolver all take the same queue.',
    make: oneResolver,
  },
  {
    file: 'fragmented-writes.pcap.gz',
    title: 'NFS over UDP',
    shows: 'Fragments carry no ports: each client sticks to one processor however many files it writes.',
    make: fragmentedWrites,
  },
  {
    file: 'tags-and-ipv6.pcapng.gz',
    title: 'VLANs and IPv6',
    shows: 'Tagged and double-tagged frames, IPv4 beside IPv6: tags do not matter to RSS, connections spread as usual.',
    make: tagsAndIpv6,
  },
  {
    file: 'tunnel-and-super-frames.pcapng.gz',
    title: 'Tunnel and super frames',
    shows: 'Forty guests inside one VXLAN tunnel look like one address pair; beside it, receive-coalesced frames far above the MTU.',
    make: tunnelAndSuperFrames,
  },
  {
    file: 'stopped-in-the-middle.pcap',
    title: 'A file that is cut off',
    shows: 'Everything before the cut is shown, with the frame number and byte offset at which the file ends too early.',
    make: stoppedInTheMiddle,
  },
];
