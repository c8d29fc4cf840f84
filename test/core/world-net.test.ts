// What a host answers to frames from outside, byte by byte: ARP, Neighbor Discovery, ICMP, UDP, TCP, HTTP; and to frames that are broken.
// Sources: RFC 826, 791, 792, 768, 862 to 864, 1122, 1191, 4443, 4861, 8200, 9112, 9293.

import { describe, expect, it } from '#test';
import { be16, be32, concat, filler, fromHex, ipv6Address } from '../build/bytes.ts';
import { ethernet, frame, icmp, icmpv6, ipv4, ipv6, tcp, udp } from '../build/frame.ts';
import { destinationOptions, fragment, hopByHop } from '../build/ip.ts';
import { Random } from '../build/random.ts';
import { worldModules } from '../core-under-test.ts';
import { payload } from '../oracle/payload.ts';
import { readOptions, type ReadPacket } from '../oracle/packet.ts';
import { complaints } from './world-checks.ts';
import {
  arpRequest,
  Outside,
  OUR_MAC,
  SERVER,
  SERVER6,
  SERVER_MAC,
  solicitation,
  to4,
  to6,
  toServer,
  US4,
  US6,
  type Family,
} from './world-outside.ts';
import { MS, SECOND } from './world-stage.ts';

const families = [4, 6] as const;
const hex6 = (address: string): string => [...ipv6Address(address)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** From the server to us. */
function expectReply(packet: ReadPacket, family: Family): void {
  expect([packet.from, packet.to]).to.deep.equal([SERVER_MAC, OUR_MAC]);
  expect([packet.ip!.source, packet.ip!.destination]).to.deep.equal(family === 4 ? [SERVER, US4] : [hex6(SERVER6), hex6(US6)]);
}

const only = (packets: ReadPacket[]): ReadPacket => {
  expect(packets).to.have.length(1);
  return packets[0]!;
};

/** RFC 792, RFC 4443: echo of either family. */
const ping = (family: Family, bytes: Uint8Array, rest = 0x12340007): Uint8Array =>
  family === 4 ? frame(...to4(), icmp({ rest }), bytes) : frame(...to6(), icmpv6({ rest }), bytes);

/** One bit of a frame flipped. */
function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at]! ^= 4;
  return copy;
}

/** RFC 864 as the picture in it: 95 printing characters in a ring, 72 a line, each line one further. */
function chargenText(length: number): string {
  const ring = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('');
  let text = '';
  for (let line = 0; text.length < length; line++) text += `${(ring + ring).slice(line % 95, (line % 95) + 72)}\r\n`;
  return text.slice(0, length);
}

const get = (path: string, fields = ''): string => `GET ${path} HTTP/1.1\r\nHost: server\r\n${fields}\r\n`;

interface Response {
  status: string;
  fields: Map<string, string>;
  body: Uint8Array;
}

/** Responses of a stream, each with its Content-Length; of those in `headsOnly` there is no body. */
function readResponses(bytes: Uint8Array, headsOnly: readonly number[] = []): Response[] {
  const found: Response[] = [];
  for (let at = 0; at < bytes.length;) {
    const text = new TextDecoder('latin1').decode(bytes.subarray(at, at + 2000));
    const end = text.indexOf('\r\n\r\n');
    if (end < 0) throw new Error(`no end of a header: ${text.slice(0, 200)}`);
    const [status, ...lines] = text.slice(0, end).split('\r\n');
    const fields = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
    const length = headsOnly.includes(found.length) ? 0 : Number(fields.get('content-length'));
    at += end + 4;
    if (at + length > bytes.length) throw new Error(`a body of ${length} bytes has ${bytes.length - at}`);
    found.push({ status: status!, fields, body: bytes.subarray(at, at + length) });
    at += length;
  }
  return found;
}

function expectBody({ status, fields, body }: Response, bytes: number): void {
  expect(status).to.equal('HTTP/1.1 200 OK');
  expect(fields.get('content-length')).to.equal(String(bytes));
  expect(body.length).to.equal(bytes);
  const wanted = payload(0, bytes);
  expect(body.every((byte, at) => byte === wanted[at])).to.equal(true);
}

for (const { name, module } of await worldModules()) {
  describe(`addresses on the link, ${name} core`, () => {
    it('ARP: a request for its address is answered to the asker, RFC 826', async () => {
      const outside = await Outside.open(module);
      const { to, from, arp, padding } = only(outside.ask(arpRequest()));
      expect([to, from, padding]).to.deep.equal([OUR_MAC, SERVER_MAC, 18]);
      expect(arp).to.deep.equal({ operation: 2, senderMac: SERVER_MAC, sender: SERVER, targetMac: OUR_MAC, target: US4 });
    });

    it('ARP: a probe with sender 0.0.0.0 is answered, RFC 5227 section 2.4', async () => {
      const outside = await Outside.open(module);
      expect(only(outside.ask(arpRequest(SERVER, '0.0.0.0'))).arp).to.include({ operation: 2, sender: SERVER, target: '0.0.0.0' });
    });

    it('ARP: requests for other addresses, replies, and other hardware are not answered', async () => {
      const outside = await Outside.open(module);
      const broken = arpRequest();
      for (const [at, value] of [
        [15, 2], // hardware type
        [16, 9], // protocol type
        [18, 8], // length of hardware addresses
        [21, 2], // reply
        [21, 9], // unknown operation
      ] as const) {
        const copy = broken.slice();
        copy[at] = value;
        expect(outside.ask(copy), `byte ${at}`).to.deep.equal([]);
      }
      expect(outside.ask(arpRequest('192.0.2.2'))).to.deep.equal([]);
      expect(complaints(outside.world)).to.deep.equal([]);
    });

    it('Neighbor Discovery: a solicitation is answered as RFC 4861 sections 4.4 and 7.2.4 have it', async () => {
      const outside = await Outside.open(module);
      const answer = only(outside.ask(solicitation()));
      expectReply(answer, 6);
      expect(answer.ip!.hopLimit).to.equal(255);
      // Type 136, not a router, solicited, override; target; option 2 of 8 bytes.
      expect(answer.icmp).to.deep.equal({ type: 136, code: 0, rest: 0x60000000 });
      expect(answer.payload).to.deep.equal(concat(ipv6Address(SERVER6), Uint8Array.of(2, 1), fromHex(SERVER_MAC)));
    });

    it('Neighbor Discovery: a probe sent to it alone may lack the option, RFC 4861 section 4.3', async () => {
      const outside = await Outside.known(module);
      const [link] = to6();
      const probe = frame(link, ipv6({ src: US6, dst: SERVER6, hopLimit: 255 }), icmpv6({ type: 135, rest: 0 }), ipv6Address(SERVER6));
      const answer = only(outside.ask(probe));
      expectReply(answer, 6);
      expect(answer.icmp).to.deep.equal({ type: 136, code: 0, rest: 0x60000000 });
    });

    it('Neighbor Discovery: what RFC 4861 section 7.1.1 forbids is not answered', async () => {
      const outside = await Outside.open(module);
      expect(outside.ask(solicitation(SERVER6, { hopLimit: 254 }))).to.deep.equal([]);
      expect(outside.ask(solicitation('2001:db8::77'))).to.deep.equal([]);
      expect(outside.ask(solicitation(SERVER6, { option: Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0) })), 'an option of no length').to.deep.equal(
        [],
      );
      expect(outside.ask(flipped(solicitation(), 60)), 'checksum').to.deep.equal([]);
      const report = outside.world.report().hosts[0]!;
      expect(report.ip.checksumErrors).to.equal(1);
    });

    for (const family of families)
      it(`asks for the address of a station before it answers it, IPv${family}`, async () => {
        const outside = await Outside.open(module);
        const first = outside.ask(frame(...toServer(family), udp({ sport: 4000, dport: 7 }), filler(5)));
        const asked = only(first);
        if (family === 4) expect(asked.arp).to.deep.include({ operation: 1, sender: SERVER, target: US4 });
        else {
          expect(asked.icmp).to.deep.equal({ type: 135, code: 0, rest: 0 });
          // Solicited-node group, RFC 4291 section 2.7.1, and its Ethernet address, RFC 2464 section 7.
          expect([asked.to, asked.ip!.destination]).to.deep.equal(['33:33:ff:00:00:99', hex6('ff02::1:ff00:99')]);
          expect(asked.payload).to.deep.equal(concat(ipv6Address(US6), Uint8Array.of(1, 1), fromHex(SERVER_MAC)));
        }
        const reply =
          family === 4
            ? arpRequest(SERVER, US4)
            : frame(
                ethernet({ dst: SERVER_MAC, src: OUR_MAC }),
                ipv6({ src: US6, dst: SERVER6, hopLimit: 255 }),
                icmpv6({ type: 136, rest: 0x60000000 }),
                concat(ipv6Address(US6), Uint8Array.of(2, 1), fromHex(OUR_MAC)),
              );
        const answers = outside.ask(reply).filter(({ udp }) => udp);
        expect(only(answers).payload).to.deep.equal(filler(5));
      });

    it('gives a silent station up after three requests a second apart, RFC 4861 section 10', async () => {
      const outside = await Outside.open(module);
      outside.put(frame(...to4(), udp({ sport: 4000, dport: 7 }), filler(5)));
      const times: bigint[] = [];
      while (outside.world.next !== null) if (outside.listen(100n * SECOND).length) times.push(outside.world.now);
      expect(times.map((time) => Number((time - times[0]!) / SECOND))).to.deep.equal([0, 1, 2]);
      expect(outside.world.report().packetsInFlight).to.equal(0);
    });
  });

  describe(`ICMP, ${name} core`, () => {
    for (const family of families)
      it(`answers echo requests of any size, IPv${family}`, async () => {
        const outside = await Outside.known(module);
        const most = 1500 - (family === 4 ? 28 : 48);
        for (const bytes of [0, 1, 2, 17, 18, 19, 55, 56, 57, 999, most - 1, most]) {
          const answer = only(outside.ask(ping(family, filler(bytes), 0x00010000 + bytes)));
          expectReply(answer, family);
          expect(answer.icmp).to.deep.equal({ type: family === 4 ? 0 : 129, code: 0, rest: 0x00010000 + bytes });
          expect(answer.payload, `${bytes} bytes`).to.deep.equal(filler(bytes));
        }
        const { icmp } = outside.world.report().hosts[0]!;
        // 12 requests; of IPv6 one solicitation and one advertisement before.
        expect(icmp.in).to.equal(13);
        expect(complaints(outside.world)).to.deep.equal([]);
      });

    it('answers neither broadcasts nor multicasts, RFC 1122 section 3.2.2.6', async () => {
      const outside = await Outside.known(module);
      const group = frame(
        ethernet({ dst: 'ff:ff:ff:ff:ff:ff', src: OUR_MAC, pad: 60 }),
        ipv4({ src: US4, dst: '255.255.255.255' }),
        icmp(),
      );
      expect(outside.ask(group)).to.deep.equal([]);
      const all = frame(ethernet({ dst: '33:33:00:00:00:01', src: OUR_MAC, pad: 60 }), ipv6({ src: US6, dst: 'ff02::1' }), icmpv6());
      expect(outside.ask(all)).to.deep.equal([]);
    });

    it('skips extension headers, and drops fragments', async () => {
      const outside = await Outside.known(module);
      expect(only(outside.ask(frame(...to6(), hopByHop(), destinationOptions(), icmpv6({ rest: 5 }), filler(9)))).payload).to.deep.equal(
        filler(9),
      );
      expect(outside.ask(frame(...to6(), fragment(), icmpv6(), filler(9)))).to.deep.equal([]);
      const [link] = to4();
      expect(outside.ask(frame(link, ipv4({ src: US4, dst: SERVER, moreFragments: true }), icmp(), filler(8)))).to.deep.equal([]);
      expect(outside.ask(frame(link, ipv4({ src: US4, dst: SERVER, offset: 64 }), icmp(), filler(8)))).to.deep.equal([]);
      expect(outside.world.report().hosts[0]!.ip.discards).to.equal(3);
    });

    it('answers a packet with IPv4 options', async () => {
      const outside = await Outside.known(module);
      const [link] = to4();
      const optioned = frame(link, ipv4({ src: US4, dst: SERVER, options: fromHex('94040000') }), icmp({ rest: 3 }), filler(7));
      expect(only(outside.ask(optioned)).payload).to.deep.equal(filler(7));
    });
  });

  describe(`checksums, ${name} core`, () => {
    const kinds = {
      'IPv4 header': { bytes: ping(4, filler(20)), at: 14 + 8, counter: 'headerErrors' },
      'ICMP': { bytes: ping(4, filler(20)), at: 14 + 20 + 9, counter: 'checksumErrors' },
      'ICMPv6': { bytes: ping(6, filler(20)), at: 14 + 40 + 9, counter: 'checksumErrors' },
      'UDP over IPv4': { bytes: frame(...to4(), udp({ dport: 7 }), filler(20)), at: 14 + 20 + 9, counter: 'checksumErrors' },
      'UDP over IPv6': { bytes: frame(...to6(), udp({ dport: 7 }), filler(20)), at: 14 + 40 + 9, counter: 'checksumErrors' },
      'TCP over IPv4': { bytes: frame(...to4(), tcp({ dport: 80, flags: 'S' })), at: 14 + 20 + 14, counter: 'checksumErrors' },
      'TCP over IPv6': { bytes: frame(...to6(), tcp({ dport: 80, flags: 'S' })), at: 14 + 40 + 14, counter: 'checksumErrors' },
      'no UDP checksum over IPv6': {
        bytes: flipped(frame(...to6(), udp({ dport: 7, checksum: 4 }), filler(20)), 14 + 40 + 7),
        at: -1,
        counter: 'checksumErrors',
      },
    } as const;
    for (const [title, { bytes, at, counter }] of Object.entries(kinds))
      it(`${title}: a frame with a wrong one is dropped and counted`, async () => {
        const outside = await Outside.known(module);
        if (at >= 0) expect(outside.ask(bytes), 'as it should be').to.have.length(1);
        const before = outside.world.report().hosts[0]!.ip[counter];
        expect(outside.ask(at >= 0 ? flipped(bytes, at) : bytes)).to.deep.equal([]);
        expect(outside.world.report().hosts[0]!.ip[counter] - before).to.equal(1);
      });

    it('UDP over IPv4 may have none, RFC 768', async () => {
      const outside = await Outside.known(module);
      expect(only(outside.ask(frame(...to4(), udp({ dport: 7, checksum: 0 }), filler(20)))).payload).to.deep.equal(filler(20));
    });

    it('UDP covers the bytes of its length, not what follows them in the packet', async () => {
      const outside = await Outside.known(module);
      const datagram = frame(...to4(), udp({ dport: 7 }), filler(20)).slice(34);
      expect(only(outside.ask(frame(...to4(17), datagram, filler(6)))).payload).to.deep.equal(filler(20));
    });
  });

  describe(`UDP, ${name} core`, () => {
    for (const family of families) {
      it(`a closed port is told, with the datagram quoted, IPv${family}`, async () => {
        const outside = await Outside.known(module);
        for (const bytes of [0, 3, 200, 1400]) {
          const asked = frame(...toServer(family), udp({ sport: 1234, dport: 4567 }), filler(bytes));
          const answer = only(outside.ask(asked));
          expectReply(answer, family);
          expect(answer.icmp).to.deep.equal(family === 4 ? { type: 3, code: 3, rest: 0 } : { type: 1, code: 4, rest: 0 });
          // RFC 792: the IPv4 header and 8 bytes; RFC 4443 section 2.4: as much as fits in 1280 bytes, 1280 - 40 - 8.
          expect(answer.payload).to.deep.equal(asked.slice(14, family === 4 ? 14 + 28 : 14 + Math.min(48 + bytes, 1232)));
        }
        expect(outside.world.report().hosts[0]!.udp.noPorts).to.equal(4);
      });

      it(`echo gives the same bytes back, IPv${family}`, async () => {
        const outside = await Outside.known(module);
        for (const bytes of [0, 1, 2, 18, 19, 500, 1500 - (family === 4 ? 28 : 48)]) {
          const answer = only(outside.ask(frame(...toServer(family), udp({ sport: 1234, dport: 7 }), filler(bytes))));
          expectReply(answer, family);
          expect(answer.udp).to.deep.equal({ source: 7, destination: 1234 });
          expect(answer.payload, `${bytes} bytes`).to.deep.equal(filler(bytes));
        }
      });

      it(`discard answers nothing, and the character generator lines of RFC 864, IPv${family}`, async () => {
        const outside = await Outside.known(module);
        expect(outside.ask(frame(...toServer(family), udp({ sport: 1234, dport: 9 }), filler(100)))).to.deep.equal([]);
        const answer = only(outside.ask(frame(...toServer(family), udp({ sport: 1234, dport: 19 }), filler(3))));
        // RFC 864: 0 to 512 characters.
        expect(answer.payload.length).to.be.within(1, 512);
        expect(new TextDecoder().decode(answer.payload)).to.equal(chargenText(answer.payload.length));
      });
    }

    it('keeps nothing of clients outside: thousands of them are served', async () => {
      const outside = await Outside.known(module);
      for (let port = 1; port < 3000; port += 3) {
        const frames = [0, 1, 2].map((more) => frame(...to4(), udp({ sport: 20_000 + port + more, dport: 7 }), be16(port + more)));
        const answers = outside.ask(...frames);
        expect(answers.map(({ udp }) => udp!.destination - 20_000 - port)).to.deep.equal([0, 1, 2]);
        expect(answers.map(({ payload: bytes }) => bytes)).to.deep.equal([be16(port), be16(port + 1), be16(port + 2)]);
      }
      expect(complaints(outside.world)).to.deep.equal([]);
      expect(outside.world.report().connections).to.deep.equal([]);
    });
  });

  describe(`path MTU, ${name} core`, () => {
    /** What a router reports about the first data segment that came, RFC 1191 section 4 and RFC 4443 section 3.2. */
    const tooBig = (family: Family, quoted: Uint8Array, mtu: number): Uint8Array =>
      family === 4
        ? frame(
            ethernet({ dst: SERVER_MAC, src: OUR_MAC }),
            ipv4({ src: '192.0.2.250', dst: SERVER }),
            icmp({ type: 3, code: 4, rest: mtu }),
            quoted,
          )
        : frame(
            ethernet({ dst: SERVER_MAC, src: OUR_MAC }),
            ipv6({ src: '2001:db8::fa', dst: SERVER6 }),
            icmpv6({ type: 2, rest: mtu }),
            quoted,
          );

    for (const family of families)
      it(`a smaller one makes segments smaller, and nothing is lost, IPv${family}`, async () => {
        const outside = await Outside.known(module);
        const client = outside.connect(80, { family });
        client.text(get('/bytes/200000'));
        const head = family === 4 ? 40 : 60;
        client.talk(() => client.received.length > 20_000);
        expect(Math.max(...client.segments.map(({ payload: bytes }) => bytes.length))).to.equal(1460 - (family === 4 ? 0 : 20));
        const ports = be16(80, client.port);
        const quoted =
          family === 4
            ? concat(frame(ipv4({ src: SERVER, dst: US4, protocol: 6, totalLength: 1500 }), concat(ports, be32(client.ack))))
            : concat(frame(ipv6({ src: SERVER6, dst: US6, nextHeader: 6, payloadLength: 1460 }), concat(ports, be32(client.ack))));
        outside.put(tooBig(family, quoted, 1300));
        client.talk(() => client.received.length > 60_000);
        client.segments.length = 0;
        client.talk();
        expect(Math.max(...client.segments.map(({ payload: bytes }) => bytes.length))).to.equal(1300 - head);
        expectBody(readResponses(client.received)[0]!, 200_000);
      });

    it('is not believed for a segment that is not under way, RFC 5927 section 7', async () => {
      const outside = await Outside.known(module);
      const client = outside.connect(80, { family: 4 });
      client.text(get('/bytes/100000'));
      client.talk(() => client.received.length > 20_000);
      const quoted = frame(ipv4({ src: SERVER, dst: US4, protocol: 6 }), concat(be16(80, client.port), be32(client.ack - 1_000_000)));
      outside.put(tooBig(4, quoted, 1300));
      client.talk();
      expect(Math.min(...client.segments.slice(2, -1).map(({ payload: bytes }) => bytes.length))).to.equal(1460);
    });

    it('is not believed below 576 (RFC 1191 section 3) and 1280 (RFC 8201 section 4)', async () => {
      for (const family of families) {
        const outside = await Outside.known(module);
        const client = outside.connect(80, { family });
        client.text(get('/bytes/100000'));
        client.talk(() => client.received.length > 5000);
        const ports = concat(be16(80, client.port), be32(client.ack));
        const quoted =
          family === 4
            ? frame(ipv4({ src: SERVER, dst: US4, protocol: 6 }), ports)
            : frame(ipv6({ src: SERVER6, dst: US6, nextHeader: 6 }), ports);
        outside.put(tooBig(family, quoted, 100));
        client.talk(() => client.received.length > 30_000);
        client.segments.length = 0;
        client.talk();
        expect(Math.max(...client.segments.map(({ payload: bytes }) => bytes.length))).to.equal(family === 4 ? 536 : 1220);
      }
    });
  });

  describe(`TCP from outside, ${name} core`, () => {
    for (const family of families) {
      it(`a closed port resets, RFC 9293 section 3.10.7.1, IPv${family}`, async () => {
        const outside = await Outside.known(module);
        const rows = [
          ['S', 5, 0, '', ['RA', 0, 6]],
          ['SF', 5, 0, 'ab', ['RA', 0, 9]],
          ['A', 5, 77, '', ['R', 77, 0]],
          ['PA', 5, 77, 'abc', ['R', 77, 0]],
          ['', 9, 0, 'abc', ['RA', 0, 12]],
        ] as const;
        for (const [flags, seq, ack, text, wanted] of rows) {
          const asked = frame(...toServer(family), tcp({ sport: 999, dport: 4444, flags, seq, ack }), new TextEncoder().encode(text));
          const answer = only(outside.ask(asked));
          expectReply(answer, family);
          expect([answer.tcp!.flags, answer.tcp!.seq, answer.tcp!.ack], flags).to.deep.equal(wanted);
          expect([answer.tcp!.source, answer.tcp!.destination]).to.deep.equal([4444, 999]);
        }
        expect(outside.ask(frame(...toServer(family), tcp({ sport: 999, dport: 4444, flags: 'R' })))).to.deep.equal([]);
        expect(outside.world.report().hosts[0]!.tcp.resetsOut).to.equal(5);
      });

      it(`handshake: SYN+ACK with the adapter's MSS, then established, IPv${family}`, async () => {
        const outside = await Outside.known(module);
        const client = outside.connect(7, { family });
        const { connections } = outside.world.report();
        outside.ask();
        expect(outside.world.report().connections.map(({ state }) => state)).to.deep.equal(['Established']);
        expect(connections).to.have.length(1);
        expect(client.ack).to.be.greaterThan(0);
        const syn = only(
          outside.ask(frame(...toServer(family), tcp({ sport: 555, dport: 7, flags: 'S', seq: 100, options: fromHex('020405b4') }))),
        );
        expect([syn.tcp!.flags, syn.tcp!.ack]).to.deep.equal(['SA', 101]);
        const mss = readOptions(syn.tcp!.options).find(({ kind }) => kind === 2)!;
        expect(mss.value).to.deep.equal(be16(1500 - (family === 4 ? 40 : 60)));
        // Only MSS was offered: nothing else may be answered (RFC 7323 section 1.3, RFC 2018 section 2).
        expect(readOptions(syn.tcp!.options)).to.have.length(1);
      });

      it(`echo returns the same bytes, 100 KB of them, IPv${family}`, async () => {
        const outside = await Outside.known(module);
        const client = outside.connect(7, { family });
        const bytes = new Random(family).bytes(100_000);
        client.sendAll(bytes);
        client.talk(() => client.received.length >= bytes.length);
        expect(client.received).to.deep.equal(bytes);
        client.finish();
        client.talk();
        expect(client.ended).to.equal('F');
        expect(outside.world.report().connections).to.deep.equal([]);
        expect(complaints(outside.world)).to.deep.equal([]);
      });
    }

    it('echo holds back a client that sends and does not read, and loses nothing', async () => {
      const outside = await Outside.known(module);
      const client = outside.connect(7, { window: 2000 });
      const bytes = new Random(3).bytes(200_000);
      client.sendAll(bytes);
      client.talk(() => client.received.length >= bytes.length);
      expect(client.received).to.deep.equal(bytes);
    });

    it('echo to many clients at a time gives each its own bytes, and refuses those beyond', async () => {
      const outside = await Outside.known(module);
      const clients = outside.connectMany(7, 200);
      expect(clients.length).to.be.within(100, 199);
      for (const [at, client] of clients.entries()) client.send(new Random(at).bytes(500));
      outside.talkAll(clients);
      for (const [at, client] of clients.entries()) expect(client.received).to.deep.equal(new Random(at).bytes(500));
      for (const client of clients) client.finish();
      outside.talkAll(clients);
      expect(outside.world.report().connections).to.deep.equal([]);
      expect(outside.connectMany(7, 200), 'as many again').to.have.length(clients.length);
      expect(complaints(outside.world)).to.deep.equal([]);
    });

    it('discard takes a stream, and closes when the client does', async () => {
      const outside = await Outside.known(module);
      const client = outside.connect(9);
      client.sendAll(filler(300_000));
      client.finish();
      client.talk();
      expect([client.received.length, client.ended]).to.deep.equal([0, 'F']);
      expect(outside.world.report().apps[2]!.serverReceivedBytes).to.equal(300_000);
    });

    it('the character generator sends lines of RFC 864 until the client closes', async () => {
      const outside = await Outside.known(module);
      const client = outside.connect(19);
      client.talk(() => client.received.length > 20_000);
      client.finish();
      client.talk();
      expect(client.ended).to.equal('F');
      expect(client.receivedText).to.equal(chargenText(client.received.length));
    });

    it('handshakes that are reset, and those that are never completed, leave no socket', async () => {
      const outside = await Outside.known(module);
      for (let port = 1; port <= 1200; port += 50)
        for (const reset of [true, false]) {
          const ports = Array.from({ length: reset ? 49 : 1 }, (_, more) => port + more + (reset ? 0 : 49));
          const answers = outside.ask(...ports.map((sport) => frame(...to4(), tcp({ sport, dport: 80, flags: 'S', seq: 7 }))));
          expect(answers).to.have.length(ports.length);
          if (reset) outside.ask(...ports.map((sport) => frame(...to4(), tcp({ sport, dport: 80, flags: 'R', seq: 8 }))));
        }
      outside.listen(outside.world.now + 1n);
      while (outside.world.next !== null && outside.world.now < 200n * SECOND) outside.listen(200n * SECOND);
      expect(outside.world.report().connections).to.deep.equal([]);
      expect(complaints(outside.world)).to.deep.equal([]);
    });
  });

  describe(`HTTP to the outside, ${name} core`, () => {
    for (const family of families)
      it(`GET /bytes/N gives N bytes, IPv${family}`, async () => {
        const outside = await Outside.known(module);
        const client = outside.connect(80, { family });
        const sizes = [0, 1, 7, 8, 9, 1459, 1460, 1461, 100_003];
        for (const size of sizes) {
          client.received = new Uint8Array(0);
          client.text(get(`/bytes/${size}`));
          client.talk(() => client.received.length >= size + 50 && client.received.length > 0);
          client.talk();
          expectBody(readResponses(client.received)[0]!, size);
        }
        expect(outside.world.report().apps.at(-1)!.exchanges).to.equal(sizes.length);
      });

    it('HEAD gives the header of GET alone', async () => {
      const outside = await Outside.known(module);
      const client = outside.connect(80);
      client.text('HEAD /bytes/1234 HTTP/1.1\r\nHost: server\r\n\r\n');
      client.talk();
      const [{ status, fields }] = readResponses(client.received, [0]) as [Response];
      expect([status, fields.get('content-length')]).to.deep.equal(['HTTP/1.1 200 OK', '1234']);
    });

    for (const request of [
      get('/'),
      get('/bytes/'),
      get('/bytes/x'),
      get('/bytes/12x'),
      get('/bytes/-1'),
      get('/bytes/1234567890123456'),
      get('/bytesx/5'),
      'POST /bytes/5 HTTP/1.1\r\nHost: server\r\n\r\n',
      'get /bytes/5 HTTP/1.1\r\nHost: server\r\n\r\n',
      '\r\n\r\n',
      'GET\r\n\r\n',
    ])
      it(`${JSON.stringify(request.split('\r\n')[0])} is not served: 404, and the connection is closed`, async () => {
        const outside = await Outside.known(module);
        const client = outside.connect(80);
        client.text(request);
        client.talk();
        const [{ status, fields }] = readResponses(client.received) as [Response];
        expect(status).to.equal('HTTP/1.1 404 Not Found');
        expect(fields.get('connection')).to.equal('close');
        expect(client.ended).to.equal('F');
      });

    it('a request longer than 16 KiB is refused', async () => {
      const outside = await Outside.known(module);
      const client = outside.connect(80);
      client.sendAll(new TextEncoder().encode(get('/bytes/5', `X: ${'a'.repeat(16_500)}\r\n`)));
      client.talk();
      expect(readResponses(client.received)[0]!.status).to.equal('HTTP/1.1 404 Not Found');
      expect(client.ended).to.not.equal('');
    });

    it('a request of nearly 16 KiB is served', async () => {
      const outside = await Outside.known(module);
      const client = outside.connect(80);
      client.sendAll(new TextEncoder().encode(get('/bytes/5', `X: ${'a'.repeat(16_200)}\r\n`)));
      client.talk();
      expectBody(readResponses(client.received)[0]!, 5);
    });

    it('a request may come a byte at a time', async () => {
      const outside = await Outside.known(module);
      const client = outside.connect(80);
      client.text(get('/bytes/77'), 1);
      client.talk();
      expectBody(readResponses(client.received)[0]!, 77);
    });

    it('pipelined requests are answered in order', async () => {
      const outside = await Outside.known(module);
      const client = outside.connect(80);
      const sizes = [3, 50_000, 0, 1460, 9];
      client.text(sizes.map((size) => get(`/bytes/${size}`)).join(''));
      client.talk();
      const responses = readResponses(client.received);
      expect(responses.map(({ body }) => body.length)).to.deep.equal(sizes);
      for (const [at, size] of sizes.entries()) expectBody(responses[at]!, size);
    });

    it('pipelined requests are answered after the client has closed its side, RFC 9112 section 9.6', async () => {
      const outside = await Outside.known(module);
      const client = outside.connect(80);
      client.text([11, 5000, 13].map((size) => get(`/bytes/${size}`)).join(''));
      client.finish();
      client.talk();
      expect(readResponses(client.received).map(({ body }) => body.length)).to.deep.equal([11, 5000, 13]);
      expect(client.ended).to.equal('F');
    });

    it('many requests on one connection, 100 KB of them', async () => {
      const outside = await Outside.known(module);
      const client = outside.connect(80);
      const request = get('/bytes/10', `X: ${'y'.repeat(900)}\r\n`);
      for (let count = 0; count < 110; count++) {
        client.received = new Uint8Array(0);
        client.text(request);
        client.talk(() => client.received.length > 0);
        expectBody(readResponses(client.received)[0]!, 10);
      }
    });

    it('100 KB of pipelined requests', async () => {
      const outside = await Outside.known(module);
      const client = outside.connect(80);
      const requests = Array.from({ length: 110 }, (_, at) => get(`/bytes/${at}`, `X: ${'y'.repeat(900)}\r\n`)).join('');
      client.sendAll(new TextEncoder().encode(requests));
      client.talk();
      const responses = readResponses(client.received);
      expect(responses).to.have.length(110);
      for (const [at, response] of responses.entries()) expectBody(response, at);
    });

    it('Connection: close is obeyed, in any case', async () => {
      for (const field of ['Connection: close\r\n', 'CONNECTION:Close\r\n']) {
        const outside = await Outside.known(module);
        const client = outside.connect(80);
        client.text(get('/bytes/2000', field));
        client.talk();
        expectBody(readResponses(client.received)[0]!, 2000);
        expect(client.ended, field).to.equal('F');
        client.finish();
        client.talk();
        expect(outside.world.report().connections.map(({ state }) => state)).to.deep.equal(['TimeWait']);
        outside.world.run(outside.world.now + 121n * SECOND);
        expect(outside.world.report().connections).to.deep.equal([]);
      }
    });

    it('a client that waits to be asked stays connected', async () => {
      const outside = await Outside.known(module);
      const client = outside.connect(80);
      client.text(get('/bytes/10', 'X-Connection-Note: nothing\r\n'));
      client.talk();
      expect(client.ended).to.equal('');
    });

    it('many clients at a time get their own bytes', async () => {
      const outside = await Outside.known(module);
      const clients = outside.connectMany(80, 200);
      expect(clients.length).to.be.within(100, 199);
      for (const [at, client] of clients.entries()) client.text(get(`/bytes/${at}`, `X: ${'z'.repeat(300)}\r\n`));
      outside.talkAll(clients);
      for (const [at, client] of clients.entries()) expectBody(readResponses(client.received)[0]!, at);
    });
  });

  describe(`frames that are broken, ${name} core`, () => {
    const good = [
      arpRequest(),
      solicitation(),
      ping(4, filler(30)),
      ping(6, filler(30)),
      frame(...to4(), udp({ dport: 7 }), filler(33)),
      frame(...to6(), destinationOptions(), udp({ dport: 19 }), filler(33)),
      frame(...to4(), tcp({ dport: 80, flags: 'S', options: fromHex('020405b40103030801010402') })),
      frame(...to6(), tcp({ dport: 80, flags: 'PA', seq: 5, ack: 9 }), filler(40)),
    ];

    it('cut anywhere, give no answer that contradicts itself', async () => {
      const outside = await Outside.known(module);
      let frames = 2;
      for (const bytes of good)
        for (let length = 0; length < bytes.length; length++) {
          outside.ask(bytes.slice(0, length));
          frames++;
        }
      const nic = outside.world.report().nics[0]!;
      expect(nic.arrivedFrames).to.equal(frames);
      expect(complaints(outside.world)).to.deep.equal([]);
    });

    it('random changes and random bytes, thousands of them: counters add up, nothing is kept', async () => {
      const outside = await Outside.known(module);
      const random = new Random(2024);
      for (let count = 0; count < 4000; count++) {
        let bytes = random.oneIn(5) ? random.bytes(random.between(0, 1514)) : random.pick(good).slice();
        for (let changes = random.below(4); changes > 0 && bytes.length; changes--) bytes[random.below(bytes.length)] = random.next() & 255;
        if (random.oneIn(6)) bytes = bytes.slice(0, random.below(bytes.length + 1));
        if (random.oneIn(8)) bytes = concat(bytes, random.bytes(random.below(60)));
        bytes = bytes.slice(0, 1530); // longer ones are not taken in the first place
        if (bytes.length >= 6 && !random.oneIn(10)) bytes.set(fromHex(SERVER_MAC));
        outside.put(bytes);
        if (random.oneIn(4)) outside.listen(outside.world.now + BigInt(random.below(200_000_000)));
        if (count % 500 === 0) expect(complaints(outside.world)).to.deep.equal([]);
      }
      while (outside.world.next !== null && outside.world.now < 100n * SECOND) outside.listen(100n * SECOND);
      const report = outside.world.report();
      expect(report.nics[0]!.arrivedFrames).to.equal(4002);
      expect(complaints(outside.world)).to.deep.equal([]);
      expect(report.packetsInFlight).to.equal(0);
    });

    it('frames longer than the adapter takes are dropped and counted, other stations’ are filtered', async () => {
      const outside = await Outside.known(module);
      expect(outside.ask(ping(4, filler(1473)))).to.deep.equal([]);
      const other = ping(4, filler(4));
      other.set(fromHex('00:00:5e:00:53:02'));
      expect(outside.ask(other)).to.deep.equal([]);
      expect(outside.world.report().nics[0]!.dropped).to.include({ tooLong: 1, filtered: 1 });
      expect(outside.world.inject(0, new Uint8Array(9281), outside.world.now)).to.equal(false);
      expect(outside.world.report().packetsInFlight).to.equal(0);
    });

    it('a frame that would have come in the past is refused, and takes no room', async () => {
      const outside = await Outside.known(module);
      expect(outside.world.inject(0, ping(4, filler(4)), outside.world.now - MS)).to.equal(false);
      const { packetsInFlight, faults } = outside.world.report();
      expect(packetsInFlight).to.equal(0);
      expect(faults).to.have.length(1);
    });

    it('what is for another host’s address is dropped and counted', async () => {
      const outside = await Outside.known(module);
      const [link] = to4();
      expect(outside.ask(frame(link, ipv4({ src: US4, dst: '192.0.2.7' }), icmp()))).to.deep.equal([]);
      expect(outside.world.report().hosts[0]!.ip.addressErrors).to.equal(1);
    });
  });

  describe(`time of an answer, ${name} core`, () => {
    it('an ideal host answers a ping when two DMA delays have passed: one in, one out, and the frame on the wire', async () => {
      const outside = await Outside.open(module, { host: { kind: 'ideal' }, nic: { speed: '1 Gb/s', dmaDelay: '3 us' } });
      outside.ask(arpRequest());
      const start = outside.world.now;
      outside.put(ping(4, filler(18)));
      const times: bigint[] = [];
      outside.world.run(start + MS);
      outside.world.takeTapped(({ outbound, timePs }) => outbound && times.push(timePs - start));
      // 60 bytes with preamble 8, check sequence 4 and gap 12 are 84 byte times of 8 ns.
      expect(times).to.deep.equal([6_000_000n + 84n * 8000n]);
    });
  });
}
