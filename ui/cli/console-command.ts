// `nicscope console`: the command prompt of an emulated Windows host. At a terminal virtual time follows the clock while lines are typed;
// lines from a pipe are entered one after the other, and time goes on only for what they wait for, and a step before each.

import { createInterface } from 'node:readline/promises';
import { writeFile } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import type { Screen } from '../console/screen.ts';
import { interruptLine } from '../console/session.ts';
import type { World } from '../engine/world.ts';
import type { Host, Scenario, TimelineEvent } from '../scenario/schema.ts';
import { writeScenario } from '../scenario/write-scenario.ts';
import { InputFault, UsageError } from './arguments.ts';
import type { Output } from './output.ts';
import { RealTime } from './real-time.ts';
import type { ConsoleInvocation } from './scenario-options.ts';
import { loadWorld } from './world-load.ts';

const EVENTS_AT_A_TIME = 20_000;
/** Virtual time between two looks at whether a command has ended. */
const LOOK_PS = 1_000_000_000n;
const MOST_EVENTS = 1000;

/** Prints what a screen has that was not printed yet. */
class Teleprinter {
  private lastId = 0;
  private printed = 0;

  /** @param echo  whether typed lines are printed too: a terminal has them already */
  constructor(
    private readonly out: Output,
    private readonly echo: boolean,
  ) {}

  print({ blocks }: Screen): void {
    for (const { id, prompt, typed, lines } of blocks) {
      if (id < this.lastId) continue;
      if (id > this.lastId) {
        this.lastId = id;
        this.printed = 0;
        if (this.echo && typed !== null) this.out.write(`\n${prompt}${typed}\n`);
      }
      for (const line of lines.slice(this.printed)) this.out.write(`${line}\n`);
      this.printed = lines.length;
    }
  }
}

class ConsoleRun {
  private scenario: Scenario;
  readonly printer: Teleprinter;

  constructor(
    private readonly world: World,
    scenario: Scenario,
    private readonly host: number,
    out: Output,
    echo: boolean,
  ) {
    this.scenario = scenario;
    this.printer = new Teleprinter(out, echo);
  }

  get view() {
    return this.world.promptView(this.host);
  }

  get document(): Scenario {
    return this.scenario;
  }

  enter(line: string): void {
    const { timeline } = this.scenario;
    if (timeline.length >= MOST_EVENTS)
      throw new InputFault(`A timeline has ${MOST_EVENTS} events at most; start again from what was recorded.`);
    const event: TimelineEvent = { at: Number(this.world.now), do: 'command', host: this.scenario.hosts[this.host]!.name, line };
    this.scenario = { ...this.scenario, timeline: [...timeline, event] };
    this.world.amend(this.scenario);
    this.print();
  }

  /** Up to a time, as far as it goes at once. @returns whether it got there */
  run(untilPs: bigint): boolean {
    const isThere = this.world.run(untilPs, EVENTS_AT_A_TIME) === 'time';
    this.print();
    return isThere;
  }

  private print(): void {
    this.printer.print(this.view.screen);
  }
}

function hostOf({ hosts }: Scenario, wanted: string | null): number {
  const modelled = (host: Host) => host.kind === 'modelled';
  const names = hosts.filter(modelled).map(({ name }) => name);
  const at = hosts.findIndex((host) => modelled(host) && (wanted === null || host.name === wanted));
  if (at >= 0) return at;
  if (!names.length) throw new InputFault('The scenario has no modelled host, and so no command prompt.');
  throw new UsageError(`--host: ${wanted} is not a modelled host; ${names.join(', ')} are.`);
}

/** Lines of a pipe: each is entered when the one before has ended. */
async function runLines(run: ConsoleRun, world: World, stepPs: bigint, lines: AsyncIterable<string>): Promise<void> {
  for await (const line of lines) {
    for (let until = world.now + stepPs; !run.run(until);) await turn();
    run.enter(line);
    while (run.view.busy) {
      const until = world.now + LOOK_PS;
      while (!run.run(until)) await turn();
    }
    if (run.view.closed) return;
  }
}

/** Lines of a terminal, while virtual time follows the clock. */
async function converse(run: ConsoleRun, world: World, rate: number): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout, historySize: 200 });
  const time = new RealTime(() => process.hrtime.bigint());
  const started = world.now;
  let isOver = false;
  const pass = async () => {
    while (!isOver) {
      const due = world.next === null ? null : ((world.next - started) * 1000n) / BigInt(Math.round(rate * 1000));
      const until = started + (time.present(due) * BigInt(Math.round(rate * 1000))) / 1000n;
      if (until > world.now) run.run(until);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const passing = pass();
  terminal.on('SIGINT', () => (run.view.busy ? run.enter(interruptLine) : terminal.close()));
  try {
    while (!run.view.closed) {
      while (run.view.busy) await new Promise((resolve) => setTimeout(resolve, 20));
      run.enter(await terminal.question(`\n${run.view.prompt}`));
    }
  } catch (error) {
    if (!(error instanceof Error && /closed|abort/i.test(`${error.name} ${error.message}`))) throw error; // Ctrl+D
  } finally {
    isOver = true;
    await passing;
    terminal.close();
  }
}

export async function runConsole(invocation: ConsoleInvocation, out: Output): Promise<void> {
  const { host: wanted, rate, stepPs, record, atPs } = invocation;
  const { scenario, world } = await loadWorld(invocation);
  const isTerminal = process.stdin.isTTY === true && invocation.file !== '-';
  const run = new ConsoleRun(world, scenario, hostOf(scenario, wanted), out, !isTerminal);
  while (!run.run(atPs)) await turn();
  run.printer.print(run.view.screen);
  await out.flush();
  if (isTerminal) await converse(run, world, rate);
  else await runLines(run, world, stepPs, createInterface({ input: process.stdin }));
  if (record !== null) await writeFile(record, `${JSON.stringify(writeScenario(run.document), null, 2)}\n`);
}
