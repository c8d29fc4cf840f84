import { describe, it, expect } from '#test';
import { logLimits, readLog, type CounterLog } from '../../ui/counters/log-read.ts';
import { logText } from '../../ui/counters/log-write.ts';
import { closeLog, defaultColumns, openLog, placeLog, showColumns } from '../../ui/counters/overlay.ts';
import { withSamples, type CounterSeries } from '../../ui/counters/series.ts';
import { Random } from '../build/random.ts';
import { added, dpc, received, sampled, SECOND } from './series-scene.ts';

const startLocalMs = Date.UTC(2026, 8, 22, 1, 0, 0);
const header = (...paths: string[]) => `"(PDH-CSV 4.0)",${paths.map((path) => `"${path}"`).join(',')}\r\n`;
const row = (second: number, ...values: (number | string)[]) =>
  `"09/22/2026 01:00:${String(second).padStart(2, '0')}.000",${values.map((value) => `"${value}"`).join(',')}\r\n`;

async function opened(text: string, id = 'log'): Promise<CounterLog> {
  const log = await readLog(id, 'server.csv', [text]);
  if ('fault' in log) throw new Error(log.fault);
  return log;
}

const faultOf = async (text: string): Promise<string> => {
  const log = await readLog('log', 'server.csv', [text]);
  return 'fault' in log ? log.fault : '';
};

describe('a log that is written', () => {
  it('has virtual time on a calendar, and blanks where there is no value', () =>
    expect(logText([sampled(dpc('0'), [null, 12.5]), sampled(dpc('1'), [3], { shiftPs: SECOND / 2 })], { startLocalMs })).to.equal(
      header(dpc('0'), dpc('1')) +
        '"09/22/2026 01:00:01.000"," "," "\r\n"09/22/2026 01:00:01.500"," ","3.000000"\r\n"09/22/2026 01:00:02.000","12.500000"," "\r\n',
    ));

  it('has the zone in the header when there is one, and of nothing the header alone', () =>
    expect(logText([], { startLocalMs, zone: { name: 'W. Europe Standard Time', biasMinutes: -60 } })).to.equal(
      '"(PDH-CSV 4.0) (W. Europe Standard Time)(-60)"\r\n',
    ));

  it('is read back with the same numbers', async () => {
    const random = new Random(5);
    const series = [dpc('0'), dpc('1'), received('a')].map((path) =>
      sampled(
        path,
        Array.from({ length: 300 }, () => (random.oneIn(4) ? null : random.below(1e6) / 64)),
      ),
    );
    const log = await opened(logText(series, { startLocalMs }));
    expect(log.faultCount).to.equal(0);
    expect(log.startLocalMs).to.equal(startLocalMs + 1000);
    expect(log.timePs).to.deep.equal(series[0]!.samples.timePs.map((ps) => ps - SECOND));
    expect(log.columns.map(({ values }) => values)).to.deep.equal(series.map(({ samples }) => samples.values));
    expect(log.columns.map(({ path }) => path)).to.deep.equal(series.map(({ path }) => path));
  });
});

describe('a log of a real server', () => {
  it('has its columns matched by name; what is not matched is listed with the reason', async () => {
    const log = await opened(
      header(
        '\\\\BERLIN\\processor(0)\\% dpc time',
        '\\\\BERLIN\\Memory\\Pages/sec',
        '\\\\BERLIN\\Processor(0)\\% Nothing',
        '\\\\BERLIN\\Processor\\% DPC Time',
        '\\\\BERLIN\\TCPv4(x)\\Segments/sec',
        '\\\\BERLIN\\Processor(*)\\% DPC Time',
        '\\\\berlin\\Processor(0)\\% DPC Time',
        '\\\\BERLIN\\Processor(1)\\% DPC Time',
        'a comment',
      ) + row(1, 5, 1, 1, 1, 1, 1, 1, ' ', 'x'),
    );
    expect(log.columns.map(({ path, values }) => [path.object, path.counter, values])).to.deep.equal([['Processor', '% DPC Time', [5]]]);
    expect(log.unmatched.map(({ reason }) => reason)).to.deep.equal([
      '“Memory” is not an object of the emulated computer. Only English names are known.',
      'Processor has no counter “% Nothing” here.',
      'Processor has instances, and the column names none.',
      'TCPv4 has no instances.',
      'It has a wildcard, and so does not name one counter.',
      'The same counter is in a column before it.',
      'It is not a counter path.',
      'It has no values.',
    ]);
  });

  it('leaves lines at fault out and names them', async () => {
    const log = await opened(header(dpc('0')) + row(5, 1) + row(4, 2) + 'rubbish\r\n' + row(6, 3));
    expect(log.columns[0]!.values).to.deep.equal([1, 3]);
    expect(log.faults.map(({ line, message }) => [line, message.slice(0, 27)])).to.deep.equal([
      [3, 'The time is before that of '],
      [4, 'The line has 1 fields, the '],
    ]);
  });

  const bad: [name: string, text: string, fault: RegExp][] = [
    ['nothing', '', /^server\.csv has no samples\. Line 0: The file is empty\.$/],
    ['another file', 'a,b\r\n1,2\r\n', /^server\.csv has no samples\. Line 1: The file does not begin with/],
    ['a header alone', header(dpc('0')), /no samples\. After its header there are no lines\.$/],
    ['lines at fault alone', `${header(dpc('0'))}x\r\n`, /no samples\. Line 2: The line has 1 fields/],
    [
      'unknown counters alone',
      header('\\\\A\\Memory\\Pages/sec') + row(1, 5),
      /no column that can be shown\. Line 1, column “.*Pages\/sec”: “Memory”/,
    ],
    ['no counters', '"(PDH-CSV 4.0)"\r\n"09/22/2026 01:00:01.000"\r\n', /Line 1: the header names no counters\.$/],
  ];
  for (const [name, text, fault] of bad) it(`says what is wrong with ${name}`, async () => expect(await faultOf(text)).to.match(fault));

  it('is bounded', async () => {
    const pieces = function* () {
      yield header(dpc('0'));
      for (let minute = 0; minute < 4000; minute++) {
        let text = '';
        const clock = `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        for (let second = 0; second < 60; second++)
          text += `"09/${10 + Math.floor(minute / 1440)}/2026 ${clock}:${String(second).padStart(2, '0')}.000","1"\r\n`;
        yield text;
      }
    };
    const log = await readLog('log', 'server.csv', pieces());
    if ('fault' in log) throw new Error(log.fault);
    expect(log.timePs).to.have.length(logLimits.rows);
    expect(log.faults.at(-1)).to.deep.equal({ line: 200_002, message: 'The log is too large; it is read up to this line, 200000 rows.' });
  });

  it('with random damage never raises an exception', async () => {
    const random = new Random(43);
    const clean = header(dpc('0'), dpc('1')) + Array.from({ length: 20 }, (_, second) => row(second, second, ' ')).join('');
    for (let count = 0; count < 500; count++) {
      const characters = [...clean];
      for (let damage = random.below(9); damage >= 0; damage--)
        characters.splice(
          random.below(characters.length),
          random.below(4),
          random.pick(['"', ',', ';', '\\', '(', '*', '\n', '\0', '7', ' ']),
        );
      const log = await readLog('log', 'x', [characters.join('')]);
      if ('fault' in log) expect(log.fault).to.match(/^x has no /);
      else for (const { values } of log.columns) expect(values).to.have.length(log.timePs.length);
    }
  });
});

describe('a log beside the emulated host', () => {
  const text = header(dpc('1').replace('SRV1', 'BERLIN'), dpc('7').replace('SRV1', 'BERLIN')) + row(10, 1, 2) + row(11, 3, 4);
  const emulated = withSamples(added([], dpc('0'), dpc('1')), new Map([[dpc('1'), { timePs: [4 * SECOND, 5 * SECOND], values: [1, 2] }]]));
  const imported = (series: readonly CounterSeries[]) => series.filter(({ source }) => source === 'imported');

  it('begins with the emulated samples, and shows what both have in the same colour', async () => {
    const { series, log } = openLog(emulated, await opened(text));
    expect(log.beginPs).to.equal(4 * SECOND);
    expect(imported(series).map(({ path, color, shiftPs, samples }) => [path.instance, color, shiftPs, samples.values])).to.deep.equal([
      ['1', 1, 4 * SECOND, [1, 3]],
    ]);
  });

  it('shows its first columns where nothing is common, from virtual time 0', async () => {
    const { series, log } = openLog([], await opened(text));
    expect(log.beginPs).to.equal(0);
    expect(series.map(({ path, color }) => [path.instance, color])).to.deep.equal([
      ['1', 0],
      ['7', 1],
    ]);
    expect(added(series, dpc('7')).at(-1)!.color).to.equal(1);
    expect(defaultColumns(emulated, log).map(({ path }) => path.instance)).to.deep.equal(['1']);
  });

  it('moves, shows other columns, and goes without touching other series', async () => {
    const first = openLog(emulated, await opened(text, 'first'));
    const second = openLog(first.series, await opened(text, 'second'));
    const moved = placeLog(second.series, { ...second.log, beginPs: -SECOND });
    expect(imported(moved).map(({ shiftPs }) => shiftPs)).to.deep.equal([4 * SECOND, -SECOND]);
    const shown = showColumns(moved, second.log, second.log.columns.slice(1));
    expect(imported(shown).map(({ id }) => id)).to.deep.equal([
      'first:\\\\BERLIN\\Processor(1)\\% DPC Time',
      'second:\\\\BERLIN\\Processor(7)\\% DPC Time',
    ]);
    expect(closeLog(closeLog(shown, second.log), first.log)).to.deep.equal(emulated);
  });
});
