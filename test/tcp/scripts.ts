// The scripts, by name; test/node/tcp-scripts.test.ts compares the list with the folder.

export const scripts = [
  'handshake',
  'basic',
  'closed-and-listen',
  'acceptability',
  'close',
  'window',
  'options',
  'timers',
  'recovery',
  'wrap',
  'host',
  'compound',
] as const;
