import { describe, it, expect } from '#test';
import {
  csvReaderEnd,
  csvReaderPush,
  csvReaderStart,
  writeCsvHeader,
  writeCsvRow,
  type CsvReader,
  type CsvRow,
} from '../../ui/counters/csv.ts';
import { parseNumber, parseTime, printTime } from '../../ui/counters/csv-time.ts';
import { parseCounterPath, type CounterPath } from '../../ui/counters/path.ts';
import { Random } from '../build/random.ts';

function read(text: string, piece = text.length): { reader: CsvReader; rows: CsvRow[] } {
  const reader = csvReaderStart();
  const rows: CsvRow[] = [];
  for (let at = 0; at < text.length; at += piece) rows.push(...csvReaderPush(reader, text.slice(at, at + piece)));
  rows.push(...csvReaderEnd(reader));
  return { reader, rows };
}

function pathOf(text: string): CounterPath {
  const parsed = parseCounterPath(text);
  if ('fault' in parsed) throw new Error(parsed.fault);
  return parsed;
}

const at = (hours: number, minutes: number, seconds: number, ms: number) => Date.UTC(2026, 8, 22, hours, minutes, seconds, ms);
const values = (rows: readonly CsvRow[]) => rows.map((row) => row.values);

describe('a performance log', () => {
  it('is written as typeperf writes it', () => {
    const paths = ['\\\\SRV1\\Processor(0)\\% DPC Time', '\\\\SRV1\\Network Interface(Say "hi", [R])\\Bytes Total/sec'].map(pathOf);
    expect(writeCsvHeader(paths)).to.equal(
      '"(PDH-CSV 4.0)","\\\\SRV1\\Processor(0)\\% DPC Time","\\\\SRV1\\Network Interface(Say ""hi"", [R])\\Bytes Total/sec"\r\n',
    );
    expect(writeCsvHeader([], { name: 'W. Europe Standard Time', biasMinutes: -60 })).to.equal(
      '"(PDH-CSV 4.0) (W. Europe Standard Time)(-60)"\r\n',
    );
    expect(writeCsvRow(at(21, 42, 32, 824), [0, 20261367808, null, 99.98299])).to.equal(
      '"09/22/2026 21:42:32.824","0.000000","20261367808.000000"," ","99.982990"\r\n',
    );
  });

  it('is read from what typeperf prints on a console', () => {
    const { reader, rows } = read(
      '\r\n"(PDH-CSV 4.0)","\\\\runner\\Paging File(_Total)\\% Usage","\\\\runner\\Memory\\Commit Limit"\r\n"09/22/2026 21:42:32.824","0.000000","20261367808.000000"\r\nExiting, please wait...                         \r\nThe command completed successfully.\r\n\r\n\r',
    );
    expect(reader.faults).to.deep.equal([]);
    expect(reader.header?.columns.map(({ path }) => path)).to.deep.equal([
      pathOf('\\\\runner\\Paging File(_Total)\\% Usage'),
      pathOf('\\\\runner\\Memory\\Commit Limit'),
    ]);
    expect(rows).to.deep.equal([{ line: 3, localMs: at(21, 42, 32, 824), values: [0, 20261367808] }]);
  });

  it('is read from what relog writes: zone, blanks for missing samples, more digits, a comment at the end', () => {
    const { reader, rows } = read(
      '\uFEFF"(PDH-CSV 4.0) (W. Europe Standard Time)(-60)","\\\\A\\Processor(0)\\% DPC Time","\\\\A\\TCPv4\\Segments/sec","A log of the server"\r\n"09/22/2026 01:00:00.000"," ",""," "\r\n"09/22/2026 01:00:01.000","0.15625120000000001"," 1.2345e-005","x"',
    );
    expect(reader.faults).to.deep.equal([]);
    expect(reader.header?.zone).to.deep.equal({ name: 'W. Europe Standard Time', biasMinutes: -60 });
    expect(reader.header?.columns[2]).to.deep.equal({ text: 'A log of the server', path: null });
    expect(values(rows)).to.deep.equal([
      [null, null, null],
      [0.15625120000000001, 0.000012345, null],
    ]);
  });

  it('is read without quotes', () => {
    const { reader, rows } = read('(PDH-CSV 4.0),\\\\A\\O\\C,\\\\A\\O\\D\n09/22/2026 01:00:00.000,1.5,\n09/22/2026 01:00:01.000, 2 ,3\n');
    expect(reader.faults).to.deep.equal([]);
    expect(values(rows)).to.deep.equal([
      [1.5, null],
      [2, 3],
    ]);
  });

  it('is read with decimal commas where they cannot be separators', () => {
    const semicolons = read('"(PDH-CSV 4.0)";"\\\\A\\O\\C";"\\\\A\\O\\D"\r\n"09/22/2026 01:00:00.000";"1,500000";2,25\r\n');
    expect(values(semicolons.rows)).to.deep.equal([[1.5, 2.25]]);
    expect([semicolons.reader.mark, semicolons.reader.header?.separator]).to.deep.equal([',', ';']);
    const quoted = read('"(PDH-CSV 4.0)","\\\\A\\O\\C"\r\n"09/22/2026 01:00:00.000","1,500000"\r\n');
    expect(values(quoted.rows)).to.deep.equal([[1.5]]);
  });

  const head = '"(PDH-CSV 4.0)","\\\\A\\O\\C"\r\n';
  const table: [name: string, line: string, fault: RegExp][] = [
    ['a decimal comma without quotes', '09/22/2026 01:00:00.000,1,5', /3 fields, the header 2. Decimal commas without quotes/],
    ['a value too few', '"09/22/2026 01:00:00.000"', /1 fields, the header 2\.$/],
    ['no number', '"09/22/2026 01:00:00.000","x"', /“x” is not a number/],
    ['separators of thousands', '"09/22/2026 01:00:00.000","1,234.5"', /“1,234.5” is not a number/],
    ['hexadecimal', '"09/22/2026 01:00:00.000","0x10"', /not a number/],
    ['infinity', '"09/22/2026 01:00:00.000","1e999"', /not a number/],
    ['a time of another form', '"22.09.2026 01:00:00","1"', /is not a time such as/],
    ['a day that is none', '"02/30/2026 01:00:00.000","1"', /is not a time such as/],
    ['an hour that is none', '"09/22/2026 24:00:00.000","1"', /is not a time such as/],
    ['an open quote', '"09/22/2026 01:00:00.000","1', /closing quote of a field is missing/],
    ['text after a quote', '"09/22/2026 01:00:00.000"x,"1"', /After a closing quote “,” is expected/],
    [
      'another mark than before',
      '"09/22/2026 01:00:00.000","1.5"\r\n"09/22/2026 01:00:00.000","1,5"',
      /decimal mark “,”, values before it “\.”/,
    ],
  ];
  for (const [name, line, fault] of table)
    it(`gives a fault with the number of the line: ${name}`, () => {
      const { reader, rows } = read(`${head}"09/22/2026 01:00:00.000","1"\r\n${line}\r\n"09/22/2026 01:00:00.000","2"\r\n`);
      expect(reader.faults).to.have.length(1);
      expect(reader.faults[0]!.line).to.equal(2 + line.split('\r\n').length);
      expect(reader.faults[0]!.message).to.match(fault);
      expect(rows.at(0)!.values).to.deep.equal([1]);
      expect(rows.at(-1)!.values).to.deep.equal([2]);
    });

  it('that is none is not read further', () => {
    for (const text of [
      '',
      '\r\n \r\n',
      'Time,CPU\r\n1,2\r\n',
      '"(PDH-TSV 4.0)"\t"a"\r\n',
      '"(PDH-CSV 4.0) x","a"\r\n',
      '"(PDH-CSV 4.0)","a\r\n',
    ]) {
      const { reader, rows } = read(text);
      expect(reader.stopped?.message, text).to.match(/\.$/);
      expect(rows).to.deep.equal([]);
    }
  });

  it('has lines and faults of bounded length', () => {
    const reader = csvReaderStart();
    csvReaderPush(reader, head);
    for (let count = 0; count < 70; count++) csvReaderPush(reader, '9'.repeat(65_536));
    expect(reader.stopped).to.deep.equal({ line: 2, message: 'The line is longer than 4194304 characters.' });
    expect(reader.pending).to.deep.equal([]);
    const many = read(`${head}${'x\n'.repeat(5000)}`);
    expect([many.reader.faults.length, many.reader.faultCount]).to.deep.equal([100, 5000]);
    expect(read(`"(PDH-CSV 4.0)"${',1'.repeat(30_000)}\n`).reader.stopped?.message).to.match(/more than 20000 fields/);
  });

  it('is the same in pieces of any length', () => {
    const text = `${head}"09/22/2026 01:00:00.000","1"\r\n\r\n"bad"\r\n"09/22/2026 01:00:01.000"," "`;
    const whole = read(text);
    for (let piece = 1; piece < text.length; piece++) expect(read(text, piece), String(piece)).to.deep.equal(whole);
    expect(values(whole.rows)).to.deep.equal([[1], [null]]);
  });

  it('is read as it was written, with random values', () => {
    const random = new Random(41);
    const paths = Array.from({ length: 5 }, (_, index) => pathOf(`\\\\S\\O(a "${index}", b)\\C/sec`));
    const rows = Array.from({ length: 300 }, (_, index) => ({
      line: index + 2,
      localMs: random.below(4e12),
      values: paths.map(() => (random.oneIn(5) ? null : random.below(1e9) / 64)),
    }));
    const again = read(writeCsvHeader(paths) + rows.map(({ localMs, values: row }) => writeCsvRow(localMs, row)).join(''), 1000);
    expect(again.reader.header?.columns.map(({ path }) => path)).to.deep.equal(paths);
    expect(again.rows).to.deep.equal(rows); // a 64th has six decimals
  });

  it('with random damage never raises an exception', () => {
    const random = new Random(42);
    const clean = `${head}${Array.from({ length: 20 }, (_, second) => writeCsvRow(at(1, 0, second, 0), [second])).join('')}`;
    let rows = 0;
    for (let count = 0; count < 2000; count++) {
      const characters = [...clean];
      for (let damage = random.below(12); damage > 0; damage--)
        characters.splice(
          head.length + random.below(clean.length - head.length),
          random.below(3),
          random.pick(['"', ',', ';', '\r', '\n', '\0', '1', '.', ' ', '😀']),
        );
      const { reader, rows: found } = read(characters.join(''), 1 + random.below(200));
      rows += found.length;
      for (const { message } of reader.faults) expect(message).to.match(/^[\s\S]{10,300}$/);
    }
    expect(rows).to.be.above(10_000);
  });
});

describe('times and numbers of logs', () => {
  it('are printed and read', () => {
    for (const text of ['01/01/1970 00:00:00.000', '02/29/2008 23:59:59.999', '12/31/9999 00:00:00.001', '03/01/0099 12:00:00.000'])
      expect(printTime(parseTime(text)!), text).to.equal(text);
    expect(parseTime('02/29/2008 23:59:59.999')).to.equal(Date.UTC(2008, 1, 29, 23, 59, 59, 999));
    for (const text of ['02/29/2009 00:00:00.000', '13/01/2009 00:00:00.000', '1/1/2009 00:00:00.000', '01/01/2009 00:60:00.000', ''])
      expect(parseTime(text), text).to.equal(null);
    expect(parseNumber('-1.5')).to.deep.equal({ value: -1.5, mark: '.' });
    expect(parseNumber('7')).to.deep.equal({ value: 7, mark: null });
    for (const text of ['', '.5', '1.2.3', '1,2,3', 'NaN', '1 000', '+']) expect(parseNumber(text), text).to.equal(null);
  });
});
