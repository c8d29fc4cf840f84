// Every case of every script in test/tcp/scripts, on every build of the core.

import { describe, expect, it, readProjectFile } from '#test';
import { instantiateCore } from '../../ui/engine/core.ts';
import { coreModules } from '../core-under-test.ts';
import { readScript } from '../tcp/grammar.ts';
import { CaseRun } from '../tcp/run-case.ts';
import { scripts } from '../tcp/scripts.ts';

const sources = await Promise.all(
  scripts.map(async (name) => {
    const file = `test/tcp/scripts/${name}.tcp`;
    return { file, name, cases: readScript(file, new TextDecoder().decode(await readProjectFile(file))) };
  }),
);

for (const { name: build, module } of await coreModules())
  for (const { file, name, cases } of sources)
    describe(`TCP script ${name}, ${build} core`, () => {
      for (const script of cases)
        it(script.name, async () => {
          expect(new CaseRun(await instantiateCore(module), script).run(file)).to.equal(undefined);
        });
    });
