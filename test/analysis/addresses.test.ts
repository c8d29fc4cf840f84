import { describe, expect, it } from '#test';
import { type Address, addressText, endpointText, parseAddress } from '../../ui/analysis/addresses.ts';
import { testRandom } from './flows.ts';

const read = (text: string): Address => {
  const parsed = parseAddress(text);
  if ('fault' in parsed) throw new Error(parsed.fault);
  return parsed.address;
};

describe('IPv6 text', () => {
  // RFC 5952, sections 1, 2.2, 4 and 5.
  const canonical: [given: string, text: string][] = [
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:0db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8::1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8::0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:DB8:0:0:1::1', '2001:db8::1:0:0:1'],
    ['2001:db8:aaaa:bbbb:cccc:dddd:0:1', '2001:db8:aaaa:bbbb:cccc:dddd:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:0db8::0001', '2001:db8::1'],
    ['2001:db8:0:0:0:0:2:1', '2001:db8::2:1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['ff02:0:0:0:0:0:0:0', 'ff02::'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['0:0:0:0:0:ffff:c000:201', '::ffff:192.0.2.1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['[2001:db8::1]', '2001:db8::1'],
  ];
  for (const [given, text] of canonical) it(`${given} is ${text}`, () => expect(addressText(read(given))).to.equal(text));
});

describe('Addresses that are refused', () => {
  const refused: [text: string, because: RegExp][] = [
    ['', /No address/],
    ['10.0.0', /3 numbers/],
    ['10.0.0.256', /above 255/],
    ['10.0.0.01', /octal/],
    ['10.0.0.1:80', /80|group|hexadecimal/],
    ['10.0.0.-1', /not a number/],
    ['1::2::3', /more than once/],
    ['1:2:3:4:5:6:7', /7 groups/],
    ['1:2:3:4:5:6:7:8:9', /9 groups/],
    ['1:2:3:4:5:6:7::8', /8 groups/],
    ['12345::', /hexadecimal/],
    ['fe80::1%eth0', /hexadecimal/],
    ['2001:db8::/32', /hexadecimal/],
    [':::', /empty group|more than once/],
    ['server', /not an IPv4, IPv6 or MAC/],
  ];
  for (const [text, because] of refused)
    it(`“${text}”`, () => {
      const parsed = parseAddress(text);
      expect('fault' in parsed && parsed.fault).to.match(because);
    });
});

it('MACs are read with either separator', () => {
  expect(addressText(read('00-15-5D-0A-0B-0C'))).to.equal('00:15:5d:0a:0b:0c');
  expect(addressText(read('00:15:5d:0a:0b:0c'))).to.equal('00:15:5d:0a:0b:0c');
});

it('A port is set apart', () => {
  expect(endpointText(read('192.0.2.1'), 443)).to.equal('192.0.2.1:443');
  expect(endpointText(read('2001:db8::1'), 443)).to.equal('[2001:db8::1]:443');
  expect(endpointText(read('2001:db8::1'), null)).to.equal('2001:db8::1');
});

it('Text and bytes of random addresses agree both ways', () => {
  const random = testRandom(7);
  for (let round = 0; round < 3000; round++) {
    const family = (['ipv4', 'ipv6', 'mac'] as const)[Math.floor(random() * 3)]!;
    // Many zero bytes, so that runs of zero groups occur.
    const bytes = Uint8Array.from({ length: { ipv4: 4, ipv6: 16, mac: 6 }[family] }, () =>
      random() < 0.6 ? 0 : Math.floor(random() * 256),
    );
    const text = addressText({ family, bytes });
    expect(Array.from(read(text).bytes), text).to.deep.equal(Array.from(bytes));
  }
});

it('No text makes the parser throw', () => {
  const random = testRandom(11);
  const letters = '0123456789abcdef:.[]xg% -';
  for (let round = 0; round < 20_000; round++) {
    const text = Array.from({ length: Math.floor(random() * 20) }, () => letters[Math.floor(random() * letters.length)]).join('');
    const parsed = parseAddress(text);
    if ('address' in parsed) expect(addressText(read(addressText(parsed.address))), text).to.equal(addressText(parsed.address));
  }
});
