// Words that must not be left in the project.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

// Written in halves so that this file passes its own check.
const words = [
  'TO' + 'DO',
  'FIX' + 'ME',
  'XX' + 'X',
  'HA' + 'CK',
  '@ts-' + 'ignore',
  '@ts-' + 'nocheck',
  '\\.on' + 'ly\\(',
  'debug' + 'ger;',
];
const pattern = new RegExp(words.map((word) => (/^\w/.test(word) ? `\\b${word}` : word)).join('|'));

/** Places of this machine have no business in the project: temporary files, homes. */
const places = new RegExp(['/wo' + 'rk/', '/ro' + 'ot/', '/ho' + 'me/\\w+/'].join('|'));

export function findWords() {
  let files;
  try {
    files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split(
      '\0',
    );
  } catch {
    return []; // not a clone: there is no list of our files
  }
  const complaints = [];
  for (const file of files.filter(
    (name) => /\.(ts|mjs|js|json|html|css|md|svg|yml|c|h|sh)$|^\.ci\//.test(name) && name !== 'package-lock.json',
  )) {
    let text;
    try {
      text = readFileSync(join(root, file), 'utf8');
    } catch {
      continue; // deleted, not yet committed
    }
    text.split('\n').forEach((line, index) => {
      const hit = line.match(pattern) ?? line.match(places);
      if (hit) complaints.push(`${file}:${index + 1}: ${hit[0]}`);
    });
  }
  return complaints;
}
