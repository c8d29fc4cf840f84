import { describe, it, expect } from '#test';
import { type Dimension, dimensions, parseQuantity, printQuantity, shareParts, type Unit } from '../../ui/scenario/quantities.ts';
import { Random } from '../build/random.ts';

const valueOf = (dimension: Dimension, input: unknown) => {
  const parsed = parseQuantity(dimension, input);
  return 'value' in parsed ? parsed.value : parsed.fault;
};

describe('quantities', () => {
  const exact: [Dimension, unknown, number, string][] = [
    ['duration', '20 us', 20_000_000, '20 us'],
    ['duration', '20us', 20_000_000, '20 us'],
    ['duration', '20 µs', 20_000_000, '20 us'],
    ['duration', '1.5 ms', 1_500_000_000, '1500 us'],
    ['duration', '0.001 ns', 1, '1 ps'],
    ['duration', 800, 800, '800 ps'],
    ['duration', '7200 s', 7_200_000_000_000_000, '7200 s'],
    ['size', '64 KiB', 65_536, '64 KiB'],
    ['size', '1 MB', 1_000_000, '1 MB'],
    ['size', '1.5 KB', 1500, '1500 B'],
    ['size', 0, 0, '0 B'],
    ['rate', '10 Gb/s', 10_000_000_000, '10 Gb/s'],
    ['rate', '2.5Gbit/s', 2_500_000_000, '2500 Mb/s'],
    ['frequency', '2.93 GHz', 2_930_000_000, '2930 MHz'],
    ['share', '0.1 %', 0.001, '0.1 %'],
    ['share', 0.001, 0.001, '0.1 %'],
    ['share', 1e-12, 1e-12, '0.0000000001 %'],
    ['share', '100 %', 1, '100 %'],
    ['share', 0, 0, '0 %'],
  ];
  for (const [dimension, input, value, text] of exact)
    it(`reads ${JSON.stringify(input)} as ${value} and prints ${text}`, () => {
      expect(valueOf(dimension, input)).to.equal(value);
      expect(printQuantity(dimension, value)).to.equal(text);
    });

  const refused: [Dimension, unknown, string][] = [
    ['duration', '0.0001 ns', 'would have to be rounded'],
    ['duration', 1.5, 'not a whole number of ps'],
    ['duration', '20', 'units are s, ms, us, ns, ps'],
    ['duration', '20 US', 'units are'],
    ['duration', '-5 us', 'is not a duration'],
    ['duration', '1  us', 'is not a duration'],
    ['duration', '9999999999 s', 'more than can be counted'],
    ['duration', NaN, 'NaN is not a duration'],
    ['duration', null, 'This is not a duration'],
    ['size', '1.0001 kB', 'not a whole number of B'],
    ['rate', '10 GB/s', 'is not a bit rate'],
    ['share', '0.1', 'is not a share'],
    ['share', 1e-16, 'finer than one part'],
  ];
  for (const [dimension, input, part] of refused)
    it(`refuses ${JSON.stringify(input)} as a ${dimension}`, () => expect(valueOf(dimension, input)).to.contain(part));

  it('reads back what it prints, for 2,000 values of each dimension', () => {
    const random = new Random(17);
    for (const dimension of Object.keys(dimensions) as Dimension[])
      for (let count = 0; count < 2000; count++) {
        const whole = Math.floor(2 ** (random.unit() * 53));
        const unit = random.pick<Unit>(dimensions[dimension].units);
        const factor = Number(unit.factor);
        const rounded = whole > factor ? Math.floor(whole / factor) * factor : whole;
        const value = dimension === 'share' ? Number(`${whole % 1_000_000_000_000_001}e-15`) : rounded;
        const text = printQuantity(dimension, value);
        expect(valueOf(dimension, text), text).to.equal(value);
      }
  });

  it('counts shares in parts of 10^15', () => {
    expect([0, 1, 0.001, 1e-15, 0.3].map(shareParts)).to.deep.equal([0, 1e15, 1e12, 1, 3e14]);
  });
});
