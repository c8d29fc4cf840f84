// What the machine has to have for a network of our own: programs, and the right to make a namespace with a TAP device in it.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const programs = ['ip', 'ss', 'ping', 'curl', 'cc'];

const isInPath = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, program)));

const run = (program: string, args: readonly string[]) => spawnSync(program, args, { encoding: 'utf8', timeout: 10_000 });

/** @returns why there can be no such network here, or null */
export function missing(): string | null {
  if (process.platform !== 'linux') return 'this is not Linux';
  if (process.getuid?.() !== 0) return 'not run as root';
  const absent = programs.filter((program) => !isInPath(program));
  if (absent.length > 0) return `${absent.join(', ')} ${absent.length > 1 ? 'are' : 'is'} not installed`;
  if (!existsSync('/proc/net/if_inet6')) return 'this kernel has no IPv6';
  if (!existsSync('/dev/net/tun')) {
    mkdirSync('/dev/net', { recursive: true });
    if (run('mknod', ['/dev/net/tun', 'c', '10', '200']).status !== 0) return 'there is no /dev/net/tun';
  }
  const name = `nicscope-${process.pid}-probe`;
  if (run('ip', ['netns', 'add', name]).status !== 0) return 'network namespaces cannot be made here';
  const tap = run('ip', ['netns', 'exec', name, 'ip', 'tuntap', 'add', 'dev', 'probe', 'mode', 'tap']);
  run('ip', ['netns', 'delete', name]);
  return tap.status === 0 ? null : `TAP devices cannot be made here: ${tap.stderr.trim()}`;
}
