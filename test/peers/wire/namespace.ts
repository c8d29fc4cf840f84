// A network namespace of our own: a Linux kernel's TCP that nothing else on the machine shares.

import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { type Running, start, type StartOptions, succeed } from './running.ts';

export interface TcpSocket {
  state: string;
  peer: string;
}

let created = 0;

export class Namespace {
  readonly name: string;

  private constructor(name: string) {
    this.name = name;
  }

  static async create(): Promise<Namespace> {
    const namespace = new Namespace(`nicscope-${process.pid}-${++created}`);
    await succeed('ip', ['netns', 'add', namespace.name]);
    return namespace;
  }

  start(program: string, args: readonly string[], options: StartOptions): Running {
    return start('ip', ['netns', 'exec', this.name, program, ...args], options);
  }

  run(program: string, args: readonly string[], options?: StartOptions): Promise<string> {
    return succeed('ip', ['netns', 'exec', this.name, program, ...args], options);
  }

  /** Sets sysctls; `sysctl` itself is not everywhere. */
  set(values: Readonly<Record<string, string | number>>): Promise<string> {
    const lines = Object.entries(values).map(([name, value]) => `echo ${value} > /proc/sys/net/${name}`);
    return this.run('sh', ['-ec', lines.join('\n')]);
  }

  ip(...args: string[]): Promise<string> {
    return succeed('ip', ['-n', this.name, ...args]);
  }

  async tcpSockets(): Promise<TcpSocket[]> {
    const rows = (await this.run('ss', ['-tan'])).trimEnd().split('\n').slice(1);
    return rows.map((row) => {
      const [state = '', , , , peer = ''] = row.trim().split(/\s+/);
      return { state, peer };
    });
  }

  delete(): Promise<string> {
    return succeed('ip', ['netns', 'delete', this.name]);
  }
}

/** Counters of TCP in the namespace of a process, by their names in /proc/net/snmp and /proc/net/netstat. */
export async function tcpCounters(pid: number): Promise<Record<string, number>> {
  const counters: Record<string, number> = {};
  for (const [file, protocol] of [
    ['snmp', 'Tcp'],
    ['netstat', 'TcpExt'],
  ] as const) {
    const lines = (await readFile(`/proc/${pid}/net/${file}`, 'utf8')).split('\n').filter((line) => line.startsWith(`${protocol}: `));
    const [names = [], values = []] = lines.map((line) => line.split(' ').slice(1));
    for (const [index, name] of names.entries()) counters[name] = Number(values[index]);
  }
  return counters;
}
