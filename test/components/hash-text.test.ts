// What people type and paste: tuples and frames.

import { expect } from '@open-wc/testing';
import { parseFrameText } from '../../ui/components/hash-input/frame-text.ts';
import { guessLink } from '../../ui/components/hash-input/link-guess.ts';
import { readTuple, type TupleDraft } from '../../ui/components/hash-input/tuple-draft.ts';

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

describe('a tuple', () => {
  const draft: TupleDraft = { source: '192.0.2.1', sourcePort: '1', destination: '192.0.2.2', destinationPort: '65535', protocol: 'tcp' };
  const faults = (change: Partial<TupleDraft>) => {
    const read = readTuple({ ...draft, ...change });
    return 'faults' in read ? read.faults : {};
  };

  it('is read when every field is right', () => {
    expect(readTuple(draft)).to.deep.equal({
      tuple: { source: '192.0.2.1', destination: '192.0.2.2', protocol: 'tcp', sourcePort: 1, destinationPort: 65535 },
    });
  });
  it('of another protocol needs no ports', () => {
    expect(readTuple({ ...draft, protocol: 'other', sourcePort: '', destinationPort: 'x' })).to.have.nested.property('tuple.sourcePort', 0);
  });
  it('with a port past 65535 says so at the port', () =>
    expect(faults({ destinationPort: '65536' }))
      .to.have.property('destinationPort')
      .that.matches(/65536/));
  it('with a negative port says so at the port', () => expect(faults({ sourcePort: '-1' })).to.have.property('sourcePort'));
  it('without a port says so at the port', () =>
    expect(faults({ sourcePort: '' }))
      .to.have.property('sourcePort')
      .that.matches(/missing/));
  it('with a bad address says so at the address', () =>
    expect(faults({ source: '192.0.2.256' }))
      .to.have.property('source')
      .that.matches(/256/));
  it('with a MAC address says what is hashed', () =>
    expect(faults({ source: '00:00:5e:00:53:01' }))
      .to.have.property('source')
      .that.matches(/MAC/));
  it('of mixed families says so at the destination', () =>
    expect(faults({ destination: '::1' })).to.deep.equal({
      destination: 'The source is IPv4, this is IPv6: both ends of a packet are of one family.',
    }));
});

describe('a pasted frame', () => {
  // An IPv4 header with a TCP header: RFC 791 and RFC 9293 layouts, 40 bytes.
  const packet = '45000028000100004006b6cbc0000201c0000202303900500000000000000000500220000a0b0000';
  const ethernet = `0000000000000000000000000800${packet}`;
  const pairs = (text: string, from: number, to: number) =>
    text
      .slice(from * 2, to * 2)
      .match(/../g)!
      .join(' ');
  const quads = (text: string, from: number, to: number) =>
    text
      .slice(from * 2, to * 2)
      .match(/.{1,4}/g)!
      .join(' ');
  const lines = (row: (from: number, to: number) => string) => [row(0, 16), row(16, 32), row(32, 40)].join('\n');
  const at = (offset: number, digits: number) => offset.toString(16).padStart(digits, '0');

  const forms: Record<string, string> = {
    'Wireshark, hex stream': packet,
    'hex stream in capitals with a line break': `${packet.slice(0, 30).toUpperCase()}\r\n${packet.slice(30).toUpperCase()}\n`,
    'pairs with colons': pairs(packet, 0, 40).replaceAll(' ', ':'),
    'one 0x number': `0x${packet}`,
    'Wireshark, hex dump': lines((from, to) => `${at(from, 4)}   ${pairs(packet, from, to)}`),
    'Wireshark, hex and ASCII dump': lines((from, to) => `${at(from, 4)}   ${pairs(packet, from, to).padEnd(47)}   E..(....@.......`),
    'ASCII column that looks like hex': lines((from, to) => `${at(from, 4)}  ${pairs(packet, from, to).padEnd(47)}  abcdef0123456789`),
    'tcpdump -x': `12:00:00.1 IP 192.0.2.1.12345 > 192.0.2.2.80: Flags [S], length 0\n${lines((from, to) => `\t0x${at(from, 4)}:  ${quads(packet, from, to)}`)}`,
    'tcpdump -X': lines((from, to) => `\t0x${at(from, 4)}:  ${quads(packet, from, to).padEnd(39)}  E..(....@.......`),
    'hexdump -C': `${lines((from, to) => `${at(from, 8)}  ${pairs(packet, from, Math.min(from + 8, to))}  ${to - from > 8 ? pairs(packet, from + 8, to) : ''}`.padEnd(60) + '|E..(....@.......|')}\n00000028`,
    'xxd': lines((from, to) => `${at(from, 8)}: ${quads(packet, from, to).padEnd(39)}  abcdabcdabcdabcd`),
    'C array': `static const unsigned char pkt1[40] = {\n${lines((from, to) => `${pairs(packet, from, to).replaceAll(/\w\w/g, '0x$&,').replaceAll(', ', ', ')} /* E..(0x00 */`)}\n};`,
    'escaped string': `"${packet.replaceAll(/../g, '\\x$&')}"`,
  };
  for (const [name, text] of Object.entries(forms))
    it(`is read from: ${name}`, () => {
      const read = parseFrameText(text);
      if ('fault' in read) throw new Error(`${read.fault.message}\n${text}`);
      expect(hex(read.bytes)).to.equal(packet);
    });

  it('of zero quads is not taken for offsets', () => {
    const read = parseFrameText(quads(ethernet, 0, 54));
    expect('bytes' in read && hex(read.bytes)).to.equal(ethernet);
  });

  const faults: [name: string, text: string, message: RegExp][] = [
    ['odd digits', '4500002', /^7 hexadecimal digits are not whole bytes.*line 1/],
    ['odd digits in the second line', '4500\n00002\n', /near line 2/],
    ['a letter that is not hex', '4500\n00zz', /Line 2, column 3: “z”/],
    ['half a byte in a dump', '0000  45 0 00 28', /Line 1, column 10: “0”/],
    ['a stranger in a dump', '0000  45 00 0g 28', /Line 1, column 13: “0g”/],
    ['a missing line', '0000  45 00\n0010  45 00', /Line 2 starts at offset 0x0010, but 0x0002/],
    ['two frames', '0000  45 00\n\n0000  45 00', /Line 3 starts at offset 0 again/],
    ['text between two frames', '0000  45 00\nNext frame\n0000  45 00', /Line 2 has no offset: “Next frame”/],
    ['a bad C byte', '{ 0x45, 0x100 }', /“0x100” is not one byte/],
    ['words', 'hello', /“h” is not a hexadecimal digit/],
    ['nothing', '  \n', /Paste/],
  ];
  for (const [name, text, message] of faults)
    it(`with ${name} says where`, () => {
      const read = parseFrameText(text);
      expect('fault' in read ? read.fault.message : 'accepted').to.match(message);
    });

  it('starting with an IP header is recognised', () => {
    const bytes = (text: string) => Uint8Array.from(text.match(/../g)!, (pair) => parseInt(pair, 16));
    expect(guessLink(bytes(packet))).to.equal('raw');
    expect(guessLink(bytes(ethernet))).to.equal('ethernet');
    expect(guessLink(bytes(`4500aabbccdd0000000000000800${packet}`))).to.equal('ethernet');
    expect(guessLink(bytes(`600000000000${'00'.repeat(34)}`))).to.equal('raw');
  });
});
