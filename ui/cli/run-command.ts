// `nicscope run`: an emulation as fast as it goes, up to a virtual time, then its report.

import { setImmediate as turn } from 'node:timers/promises';
import { counted } from '../analysis/wording.ts';
import { formatDurationNs, formatPercent } from '../components/format.ts';
import { BREATH_MS } from '../engine/breathe.ts';
import { InputFault } from './arguments.ts';
import { toJson, type Output } from './output.ts';
import { PcapFiles } from './pcap-files.ts';
import { plainText } from './plain-text.ts';
import type { RunInvocation } from './scenario-options.ts';
import { stopSignal } from './stop-signal.ts';
import { StatusLine } from './status-line.ts';
import { loadWorld } from './world-load.ts';
import type { World } from '../engine/world.ts';
import { worldText } from './world-text.ts';

/** Events between two looks at the clock: a few milliseconds' work. */
const EVENTS_AT_A_TIME = 20_000;

const timeText = (ps: bigint) => plainText(formatDurationNs(Number(ps) / 1000));

function progressText({ now }: World, untilPs: bigint, seconds: number): string {
  const share = untilPs === 0n ? 1 : Number(now) / Number(untilPs);
  return `${timeText(now)} of ${timeText(untilPs)}, ${plainText(formatPercent(share))}, ${(Number(now) / 1e12 / seconds).toPrecision(2)} times real time`;
}

/** Runs until the time has come or `stop` is set, whichever is first. */
async function runWorld(world: World, untilPs: bigint, files: PcapFiles, stop: AbortSignal, status: StatusLine): Promise<void> {
  const started = performance.now();
  let breathed = started;
  while (!stop.aborted) {
    const why = world.run(untilPs, EVENTS_AT_A_TIME);
    files.take();
    if (why === 'time') return;
    const now = performance.now();
    if (now - breathed < BREATH_MS) continue;
    breathed = now;
    status.show(() => progressText(world, untilPs, (now - started) / 1000));
    await turn();
  }
}

/** @throws InputFault after the report when the run is not to be trusted */
export async function runScenario(invocation: RunInvocation, out: Output): Promise<void> {
  const { untilPs, format, pcap } = invocation;
  const { scenario, world } = await loadWorld(invocation);
  const stop = stopSignal();
  const status = new StatusLine(process.stderr);
  const files = new PcapFiles(world, pcap);
  try {
    await runWorld(world, untilPs, files, stop.signal, status);
    files.flush();
  } finally {
    status.clear();
    files.close();
    stop.release();
  }
  if (world.now < untilPs) process.stderr.write(`Stopped at ${timeText(world.now)} of ${timeText(untilPs)}.\n`);
  const report = world.report();
  out.write(format === 'json' ? `${toJson(report, 2)}\n` : worldText(scenario, report));
  await out.flush();
  if (report.faults.length)
    throw new InputFault(
      [`the run reached ${counted(report.faults.length, 'limit')} of the emulator; its results do not count:`, ...report.faults].join(
        '\n  ',
      ),
    );
}
