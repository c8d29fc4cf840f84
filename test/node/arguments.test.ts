// The command line of `nicscope run` and `nicscope wire`: what is read, and what is refused with which words.

import { describe, expect, it } from '#test';
import { UsageError } from '../../ui/cli/arguments.ts';
import { changeDocument, parseChange } from '../../ui/cli/document-change.ts';
import { endpointText, parseEndpoint, type Endpoint } from '../../ui/cli/endpoint.ts';
import { HELP, readInvocation } from '../../ui/cli/usage.ts';

describe('endpoints', () => {
  const good: [string, Endpoint][] = [
    ['127.0.0.1:9000', { host: '127.0.0.1', port: 9000 }],
    ['localhost:0', { host: 'localhost', port: 0 }],
    ['[::1]:65535', { host: '::1', port: 65_535 }],
    ['[fe80::1%eth0]:1', { host: 'fe80::1%eth0', port: 1 }],
    ['unix:/tmp/a b:c', { path: '/tmp/a b:c' }],
    ['unix:relative', { path: 'relative' }],
  ];
  for (const [text, endpoint] of good)
    it(`reads ${text}`, () => {
      expect(parseEndpoint(text)).to.deep.equal(endpoint);
      expect(endpointText(endpoint)).to.equal(text);
    });
  for (const text of ['', '9000', 'host', 'host:', ':9000', '::1:9000', '[::1]', '[::1:9000', 'host:65536', 'host:1x', 'unix:', 'a b:1'])
    it(`refuses “${text}”`, () => {
      expect(parseEndpoint(text)).to.equal(null);
    });
});

describe('changes of a document', () => {
  const document = () => ({ nicscope: 1, title: 'T', hosts: [{ name: 'a', nics: [{ name: 'lan', mtu: 1500 }] }] });
  const changed = (...texts: string[]) => {
    const made: unknown = document();
    for (const text of texts) changeDocument(made, parseChange(text));
    return JSON.parse(JSON.stringify(made)) as Record<string, unknown>;
  };

  const good: [string, unknown][] = [
    ['hosts[0].nics[0].mtu=9000', { ...document(), hosts: [{ name: 'a', nics: [{ name: 'lan', mtu: 9000 }] }] }],
    [
      'hosts[0].nics[0].rss.enabled=false',
      { ...document(), hosts: [{ name: 'a', nics: [{ name: 'lan', mtu: 1500, rss: { enabled: false } }] }] },
    ],
    ['hosts[0].nics[0].speed=10 Gb/s', { ...document(), hosts: [{ name: 'a', nics: [{ name: 'lan', mtu: 1500, speed: '10 Gb/s' }] }] }],
    ['title="7"', { ...document(), title: '7' }],
    ['title=a=b', { ...document(), title: 'a=b' }],
    ['title=', { ...document(), title: '' }],
    ['hosts[1]={"name":"b"}', { ...document(), hosts: [...document().hosts, { name: 'b' }] }],
    ['links[0].ends=["a.lan","b.lan"]', { ...document(), links: [{ ends: ['a.lan', 'b.lan'] }] }],
  ];
  for (const [text, expected] of good)
    it(`makes ${text}`, () => {
      expect(changed(text)).to.deep.equal(expected);
    });

  it('makes several, in order', () => {
    expect(changed('title=one', 'title=two', 'seed=5')).to.deep.equal({ ...document(), title: 'two', seed: 5 });
  });

  it('takes __proto__ for a name like any other', () => {
    const made = document();
    changeDocument(made, parseChange('hosts[0].__proto__.polluted=1'));
    expect(Object.hasOwn(made.hosts[0]!, '__proto__')).to.equal(true);
    expect(Object.getPrototypeOf(made.hosts[0])).to.equal(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
  });

  for (const text of ['', 'title', '=1', 'hosts[0]', 'hosts[x].name=1', 'hosts..name=1', '[0]=1'])
    it(`refuses “${text}”`, () => {
      expect(() => parseChange(text)).to.throw(UsageError, /PATH=VALUE/);
    });
  for (const text of ['hosts[2].name=b', 'title.x=1', 'title[0]=1', 'hosts.name=1', 'nicscope[0]=1'])
    it(`refuses a way that is none: ${text}`, () => {
      expect(() => changed(text)).to.throw(UsageError, text.split('=')[0]);
    });
});

describe('command line of run and wire', () => {
  it('reads run with its defaults', () => {
    expect(readInvocation(['run', 'a.json'])).to.deep.equal({
      command: 'run',
      file: 'a.json',
      changes: [],
      untilPs: 1_000_000_000_000n,
      format: 'json',
      pcap: [],
    });
  });

  it('reads every option of run', () => {
    const args = [
      '--until',
      '20 us',
      '--format',
      'text',
      '--pcap',
      'a.lan=x=y',
      '--pcap',
      'b.lan=z',
      '--seed',
      '4294967295',
      '--set',
      'title=x',
    ];
    expect(readInvocation(['run', '-', ...args])).to.deep.equal({
      command: 'run',
      file: '-',
      changes: [
        { path: 'title', steps: ['title'], value: 'x' },
        { path: 'seed', steps: ['seed'], value: 4_294_967_295 },
      ],
      untilPs: 20_000_000n,
      format: 'text',
      pcap: [
        { nic: 'a.lan', file: 'x=y' },
        { nic: 'b.lan', file: 'z' },
      ],
    });
  });

  it('reads wire', () => {
    const wire = { command: 'wire', file: 'a.json', changes: [], nic: 'a.lan' };
    expect(readInvocation(['wire', 'a.json', '--nic', 'a.lan', '--connect', 'h:1'])).to.deep.equal({
      ...wire,
      endpoint: { host: 'h', port: 1 },
      listens: false,
    });
    expect(readInvocation(['wire', '--listen', 'unix:/s', '--nic', 'a.lan', 'a.json'])).to.deep.equal({
      ...wire,
      endpoint: { path: '/s' },
      listens: true,
    });
  });

  const wrong: [string[], RegExp][] = [
    [['run'], /no file/],
    [['run', 'a', 'b'], /“b” is too many/],
    [['run', 'a', '--until', '2'], /--until.*“2” is not a duration/],
    [['run', 'a', '--until', '-1s'], /--until/],
    [['run', 'a', '--until', '3 hours'], /--until/],
    [['run', 'a', '--until', '9008 s'], /--until/],
    [['run', 'a', '--format', 'csv'], /--format.*json, text/],
    [['run', 'a', '--pcap', 'a.lan'], /HOST\.NIC=FILE/],
    [['run', 'a', '--pcap', '=x'], /HOST\.NIC=FILE/],
    [['run', 'a', '--pcap', 'a.lan=x', '--pcap', 'a.lan=y'], /a\.lan is named twice/],
    [['run', 'a', '--seed', 'x'], /--seed.*whole number/],
    [['run', 'a', '--seed=-1'], /--seed/],
    [['run', 'a', '--set', 'title'], /--set.*PATH=VALUE/],
    [['run', 'a', '--nic', 'a.lan'], /--nic belongs to nicscope wire/],
    [['run', 'a', '--key', '00'], /--key belongs to nicscope hash and nicscope capture/],
    [['hash', 'a', '--until', '1s'], /--until belongs to nicscope run/],
    [['hash', 'a', '--server', 'x'], /--server belongs to nicscope capture/],
    [['wire', 'a', '--connect', 'h:1'], /--nic/],
    [['wire', 'a', '--nic', 'a.lan'], /--connect/],
    [['wire', 'a', '--nic', 'a.lan', '--connect', 'h:1', '--listen', 'h:2'], /one of --connect/],
    [['wire', 'a', '--nic', 'a.lan', '--connect', 'h'], /--connect: “h” is not HOST:PORT/],
    [['wire', 'a', '--nic', 'a.lan', '--listen', '1234'], /--listen: “1234” is not/],
    [['walk', 'a'], /“walk” is not a command; hash, capture, run, wire, console are/],
  ];
  for (const [args, words] of wrong)
    it(`refuses ${args.join(' ')}`, () => {
      expect(() => readInvocation(args)).to.throw(UsageError, words);
    });

  it('names every option in the help', () => {
    const options = ['until', 'format', 'pcap', 'seed', 'set', 'nic', 'connect', 'listen', 'key', 'server', 'table'];
    for (const option of options) expect(HELP).to.contain(`  --${option} `);
    expect(Math.max(...HELP.split('\n').map(({ length }) => length))).to.be.below(141);
  });
});
