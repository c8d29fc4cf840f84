// Sessions at the prompt, against transcripts whose output was written down from sources.

import { describe, expect, it, readProjectFile } from '#test';
import { replayTranscript } from './transcript.ts';

const names = ['netsh-tcp-ws2008', 'netsh-tcp-ws2008r2', 'netsh-ws2003sp2', 'netstat', 'netstat-ws2003sp2', 'reg', 'route', 'prompt'];

/** Nobody sees whether it is there: a blank at the end of a line is written as "·". */
const hasHiddenBlank = (text: string) => text.split('\n').find((line) => /[ \t]$/.test(line) && line !== '= ');

describe('Transcripts of the prompt', () => {
  for (const name of names)
    it(name, async () => {
      const text = new TextDecoder().decode(await readProjectFile(`test/console/transcripts/${name}.txt`));
      expect(hasHiddenBlank(text), 'a blank at the end of a line').to.equal(undefined);
      const expected = text.split('\n');
      const actual = replayTranscript(text).split('\n');
      const at = expected.findIndex((line, index) => line !== actual[index]);
      const around = (lines: readonly string[]) => lines.slice(Math.max(0, at - 2), at + 3).join('\n');
      if (at >= 0) expect(around(actual), `${name}.txt:${at + 1}`).to.equal(around(expected));
      expect(actual.length, name).to.equal(expected.length);
    });
});
