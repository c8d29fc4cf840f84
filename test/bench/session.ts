// One host's side of the bench: opens a suite, checks and samples its contenders by index. The same in Node and in a page.

import { sample, type Contender, type CoreBuild, type Sizes, type SuiteName } from './contender.ts';
import type { Capture, CaptureMixName } from './data.ts';
import { queueContenders } from './queue.ts';
import { rehashContenders } from './rehash.ts';
import { replayContenders } from './replay.ts';
import { toeplitzContenders } from './toeplitz.ts';
import { walkContenders, type Source } from './walk.ts';
import { featureContenders, worldContenders } from './world.ts';

export type ContenderInfo = Pick<Contender, 'name' | 'topic' | 'agrees' | 'items' | 'frames'>;

export class Session {
  private contenders: Contender[] = [];

  constructor(
    private readonly builds: readonly CoreBuild[],
    private readonly sourcesOf: (capture: Capture, mix: CaptureMixName) => Source[],
  ) {}

  async open(suite: SuiteName, sizes: Sizes): Promise<ContenderInfo[]> {
    this.contenders = [];
    const open = {
      toeplitz: toeplitzContenders,
      replay: replayContenders,
      rehash: rehashContenders,
      queue: queueContenders,
      world: worldContenders,
      features: featureContenders,
      walk: (builds: readonly CoreBuild[]) => walkContenders(builds, sizes, this.sourcesOf),
    }[suite];
    this.contenders = await open(this.builds, sizes);
    return this.contenders.map(({ name, topic, agrees, items, frames }) => ({ name, topic, agrees, items, frames }));
  }

  async check(index: number): Promise<string> {
    return this.contenders[index]!.check();
  }

  run(index: number, budgetMs: number): Promise<number> {
    return sample(this.contenders[index]!, budgetMs);
  }

  close(): void {
    this.contenders = [];
  }
}
