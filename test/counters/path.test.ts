import { describe, it, expect } from '#test';
import { expandCounterPath, matchesPattern, parseCounterPath, printCounterPath, type CounterPath } from '../../ui/counters/path.ts';
import type { WindowsVersion } from '../../ui/counters/objects.ts';
import { Random } from '../build/random.ts';
import { catalogOf } from './catalog.ts';

const path = (parts: Partial<CounterPath>): CounterPath => ({
  computer: null,
  object: 'O',
  instance: null,
  index: 0,
  counter: 'C',
  ...parts,
});

describe('a counter path', () => {
  const table: [text: string, parts: CounterPath][] = [
    ['\\O\\C', path({})],
    ['\\\\SRV1\\TCPv4\\Segments/sec', path({ computer: 'SRV1', object: 'TCPv4', counter: 'Segments/sec' })],
    ['\\Processor(_Total)\\% DPC Time', path({ object: 'Processor', instance: '_Total', counter: '% DPC Time' })],
    ['\\\\10.0.0.1\\O(a#3)\\C', path({ computer: '10.0.0.1', instance: 'a', index: 3 })],
    ['\\O(*)\\*', path({ instance: '*', counter: '*' })],
    ['\\O(Intel*#*)\\C', path({ instance: 'Intel*', index: '*' })],
    [
      '\\O(0, Fortinet Virtual Adapter (NDIS 6.30))\\Packets/sec',
      path({ instance: '0, Fortinet Virtual Adapter (NDIS 6.30)', counter: 'Packets/sec' }),
    ],
    ['\\O(a)b(c)\\Time (ms)', path({ instance: 'a)b(c', counter: 'Time (ms)' })],
    ['\\O(Explorer/0#1)\\C', path({ instance: 'Explorer/0', index: 1 })],
    ['\\O(a#1#2)\\C', path({ instance: 'a#1', index: 2 })],
    ['\\O( )\\ ', path({ instance: ' ', counter: ' ' })],
    ['\\\\S\\O((x))\\C)', path({ computer: 'S', instance: '(x)', counter: 'C)' })],
  ];
  for (const [text, parts] of table)
    it(`is read and printed: ${text}`, () => {
      expect(parseCounterPath(text)).to.deep.equal(parts);
      expect(printCounterPath(parts)).to.equal(text);
    });

  it('leaves out the number of the first instance', () => {
    const parsed = parseCounterPath('\\O(a#0)\\C');
    if ('fault' in parsed) throw new Error(parsed.fault);
    expect(printCounterPath(parsed)).to.equal('\\O(a)\\C');
  });

  const faults: [text: string, fault: RegExp][] = [
    ['', /begins with a backslash/],
    ['Processor(0)\\% DPC Time', /begins with a backslash/],
    ['\\Processor', /a counter is missing/],
    ['\\\\SRV1', /an object and a counter are expected/],
    ['\\\\SRV1\\Processor', /a counter is missing/],
    ['\\\\\\O\\C', /name of a computer/],
    ['\\O\\', /after the last backslash/],
    ['\\(0)\\C', /name of the object is missing/],
    ['\\O(0\\C', /closing parenthesis of the instance is missing/],
    ['\\O(0)x\\C', /closing parenthesis of the instance is missing/],
    ['\\O)\\C', /no opening one/],
    ['\\O()\\C', /name of an instance is expected/],
    ['\\O(#1)\\C', /name of an instance is expected/],
    ['\\O(a#b)\\C', /After # a number is expected, not “b”/],
    ['\\O(a#)\\C', /After # a number is expected/],
    ['\\*\\C', /not for objects/],
    ['\\a\\b\\C', /stands one backslash/],
    [`\\O\\${'c'.repeat(2047)}`, /2050 characters; at most 2048/],
  ];
  for (const [text, fault] of faults)
    it(`says what is wrong: ${text.slice(0, 30)}`, () => {
      const parsed = parseCounterPath(text);
      expect('fault' in parsed ? parsed.fault : 'no fault').to.match(fault);
    });

  it('of random characters is read or at fault, and what is read is printed the same', () => {
    const random = new Random(31);
    let readCount = 0;
    for (let count = 0; count < 20_000; count++) {
      const text = Array.from({ length: random.below(16) }, () => random.pick([...'\\\\\\()#*/aB1 ,\0“'])).join('');
      const parsed = parseCounterPath(`\\${text}`);
      if ('fault' in parsed) expect(parsed.fault).to.match(/\.$/);
      else {
        readCount++;
        expect(parseCounterPath(printCounterPath(parsed)), text).to.deep.equal(parsed);
      }
    }
    expect(readCount).to.be.above(500);
  });
});

describe('a pattern', () => {
  it('fits as * says', () => {
    const table: [pattern: string, name: string, fits: boolean][] = [
      ['*', '', true],
      ['', '', true],
      ['', 'a', false],
      ['a', 'A', true],
      ['% *time', '% DPC Time', true],
      ['*a*b*', 'xxaxxb', true],
      ['*a*b', 'xxaxxbc', false],
      ['a*a', 'a', false],
      ['*ab', 'aab', true],
      ['.', 'a', false],
      ['***', 'abc', true],
    ];
    for (const [pattern, name, fits] of table) expect(matchesPattern(pattern, name), `${pattern} ${name}`).to.equal(fits);
  });

  it('fits as a regular expression does, on random text', () => {
    const random = new Random(32);
    for (let count = 0; count < 5000; count++) {
      const pattern = Array.from({ length: random.below(7) }, () => random.pick(['a', 'b', '*'])).join('');
      const name = Array.from({ length: random.below(9) }, () => random.pick(['a', 'b'])).join('');
      expect(matchesPattern(pattern, name), `${pattern} ${name}`).to.equal(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(name));
    }
  });

  it('takes no time that grows with the power of its stars', () => {
    expect(matchesPattern(`${'*a'.repeat(900)}b`, 'a'.repeat(2000))).to.equal(false);
  });
});

describe('a path with wildcards', () => {
  function expanded(text: string, version: WindowsVersion = 'ws2008r2'): string[] | string {
    const parsed = parseCounterPath(text);
    if ('fault' in parsed) throw new Error(parsed.fault);
    const result = expandCounterPath(parsed, catalogOf(version));
    return 'fault' in result ? result.fault : result.paths.map(printCounterPath);
  }

  it('stands for what there is', () => {
    expect(expanded('\\processor(*)\\% dpc time')).to.deep.equal(
      ['0', '1', '2', '3', '_Total'].map((name) => `\\\\SRV1\\Processor(${name})\\% DPC Time`),
    );
    expect(expanded('\\\\srv1\\TCPv4\\Connections *')).to.deep.equal(
      ['Active', 'Established', 'Passive', 'Reset'].map((name) => `\\\\SRV1\\TCPv4\\Connections ${name}`),
    );
    expect(expanded('\\Network Interface(ten*)\\Packets/sec')).to.deep.equal([
      '\\\\SRV1\\Network Interface(Ten Gig)\\Packets/sec',
      '\\\\SRV1\\Network Interface(Ten Gig#1)\\Packets/sec',
    ]);
    expect(expanded('\\Network Interface(Ten Gig)\\Packets/sec')).to.have.length(1);
    expect(expanded('\\Network Interface(Ten Gig#1)\\Packets/sec')).to.deep.equal(['\\\\SRV1\\Network Interface(Ten Gig#1)\\Packets/sec']);
    expect(expanded('\\Network Interface(*#1)\\Packets/sec')).to.deep.equal(['\\\\SRV1\\Network Interface(Ten Gig#1)\\Packets/sec']);
    expect(expanded('\\Network Interface(Ten Gig#*)\\Packets/sec')).to.have.length(2);
    expect(expanded('\\Per Processor Network Interface Card Activity(2, *)\\*')).to.have.length(3 * 18);
    expect(expanded('\\Per Processor Network Interface Card Activity(2, *)\\*', 'ws2008')).to.have.length(3 * 14);
  });

  it('says what there is not', () => {
    const table: [text: string, version: WindowsVersion, fault: string][] = [
      ['\\Processor Information(0,0)\\% DPC Time', 'ws2008', 'There is no object “Processor Information” on SRV1.'],
      ['\\Processor(0)\\% Idle', 'ws2008', 'The object Processor has no counter “% Idle”.'],
      ['\\Network Interface(*)\\Offloaded Connections', 'ws2008', 'The object Network Interface has no counter “Offloaded Connections”.'],
      ['\\Processor\\% DPC Time', 'ws2008', 'The object Processor has instances: name one in parentheses, or write (*).'],
      ['\\Processor(9)\\% DPC Time', 'ws2008', 'The object Processor has no instance “9”.'],
      ['\\Network Interface(Ten Gig#2)\\Packets/sec', 'ws2008', 'The object Network Interface has no instance “Ten Gig#2”.'],
      ['\\TCPv4(*)\\Segments/sec', 'ws2008', 'The object TCPv4 has no instances; leave out “(*)”.'],
      ['\\\\other\\TCPv4\\Segments/sec', 'ws2008', 'The computer other is not SRV1.'],
    ];
    for (const [text, version, fault] of table) expect(expanded(text, version)).to.equal(fault);
  });
});
