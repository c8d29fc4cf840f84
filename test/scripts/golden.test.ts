// The scripts word by word. After a change that is meant: node --import tsx test/scripts/make-golden.ts, and read what has changed.

import { describe, expect, it, readProjectFile } from '#test';
import { goldenPath, goldenText, goldenVersions } from './golden-hosts.ts';

describe('scripts, word by word', () => {
  for (const os of goldenVersions)
    it(os, async () => {
      expect(goldenText(os)).to.equal(new TextDecoder().decode(await readProjectFile(goldenPath(os))));
    });
});
