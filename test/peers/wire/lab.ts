// One Linux kernel, one cable, and what is at its other end: the emulation, or for control a second Linux.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { projectPath, type Ran } from '../../node/command.ts';
import { compileBridge, device, LAB_MS, type Roughness, startBridge } from './bridge.ts';
import { Namespace, tcpCounters } from './namespace.ts';
import { killAll, type Running, start, timeLeft } from './running.ts';

export const CASE_MS = 25_000;

export type FarSide = 'ideal' | 'modelled' | 'Linux';
export interface Cable {
  roughness: Roughness | null;
  seed: number;
}

const near = ['192.0.2.1/24', '2001:db8::1/64'] as const;
const far = ['192.0.2.2/24', '2001:db8::2/64'] as const;
export const hosts = { ipv4: '192.0.2.2', ipv6: '2001:db8::2' } as const;

const script = (name: string): string[] => ['--import', 'tsx', fileURLToPath(new URL(name, import.meta.url))];

export class Lab {
  /** Linux, whose TCP is the judge. */
  readonly client: Namespace;
  readonly bridge: Running;
  /** The emulation, or the bridge of the second Linux. */
  readonly peer: Running;

  private constructor(client: Namespace, bridge: Running, peer: Running) {
    this.client = client;
    this.bridge = bridge;
    this.peer = peer;
  }

  private static folder = '';
  private static namespaces: Namespace[] = [];

  /** Run closeAll() afterwards, also when this fails. */
  static async open(farSide: FarSide, { roughness, seed }: Cable): Promise<Lab> {
    Lab.folder = await mkdtemp(join(tmpdir(), 'nicscope-wire-'));
    const program = await compileBridge(Lab.folder);
    const socket = join(Lab.folder, 'socket');
    const client = await Lab.namespace();
    const bridge = await startBridge(program, client, 'listen', socket, roughness && { roughness, seed });
    await Lab.bringUp(client, near, roughness === null);
    const peer = farSide === 'Linux' ? await Lab.linux(program, socket, roughness === null) : await Lab.emulation(farSide, socket);
    return new Lab(client, bridge, peer);
  }

  private static async namespace(): Promise<Namespace> {
    const namespace = await Namespace.create();
    Lab.namespaces.push(namespace);
    await namespace.set({
      'ipv4/tcp_congestion_control': 'reno', // the one that every kernel has
      'ipv4/tcp_rmem': '4096 131072 6291456', // these two as Linux has them by itself
      'ipv4/tcp_wmem': '4096 16384 4194304',
      'ipv6/conf/default/disable_ipv6': 0,
      'ipv6/conf/default/accept_dad': 0,
      'ipv6/conf/default/router_solicitations': 0,
    });
    return namespace;
  }

  /** @param clean where nothing is lost, nothing may look like it: no probe after two round trips of 0.3 ms, and a patient time-out */
  private static async bringUp(namespace: Namespace, [ipv4, ipv6]: readonly [string, string], clean: boolean): Promise<void> {
    // A send queue that a full send buffer (tcp_wmem) cannot overrun.
    await namespace.ip('link', 'set', device, 'mtu', '1500', 'txqueuelen', '10000', 'up');
    await namespace.ip('address', 'add', ipv4, 'dev', device);
    await namespace.ip('address', 'add', ipv6, 'dev', device, 'nodad');
    if (!clean) return;
    await namespace.set({ 'ipv4/tcp_early_retrans': 0 });
    await namespace.ip('route', 'change', '192.0.2.0/24', 'dev', device, 'rto_min', '1s');
    await namespace.ip('-6', 'route', 'add', '2001:db8::/64', 'dev', device, 'metric', '1', 'rto_min', '1s');
  }

  private static async linux(program: string, socket: string, clean: boolean): Promise<Running> {
    const namespace = await Lab.namespace();
    const bridge = await startBridge(program, namespace, 'connect', socket);
    await Lab.bringUp(namespace, far, clean);
    await namespace.start(process.execPath, script('server.ts'), { timeoutMs: timeLeft(LAB_MS) }).said('listening');
    return bridge;
  }

  private static async emulation(kind: 'ideal' | 'modelled', socket: string): Promise<Running> {
    const document = JSON.parse(await readFile(new URL('linux.json', import.meta.url), 'utf8')) as { hosts: { kind: string }[] };
    document.hosts[0]!.kind = kind;
    const scenario = join(Lab.folder, 'scenario.json');
    await writeFile(scenario, JSON.stringify(document));
    const args = [projectPath('bin/nicscope.mjs'), 'wire', scenario, '--nic', 'server.lan', '--connect', `unix:${socket}`];
    const emulation = start(process.execPath, args, { timeoutMs: timeLeft(LAB_MS) });
    await emulation.said('attached');
    return emulation;
  }

  /** Runs client.ts on Linux. */
  run(what: string, ...args: (string | number)[]): Promise<string> {
    return this.client.run(process.execPath, [...script('client.ts'), what, ...args.map(String)], { timeoutMs: timeLeft(CASE_MS) });
  }

  tcpCounters(): Promise<Record<string, number>> {
    return tcpCounters(this.bridge.pid);
  }

  /** @returns the client's sockets that are not over after this time; in TIME-WAIT they are */
  async socketsLeft(waitMs: number): Promise<string[]> {
    const until = performance.now() + waitMs;
    for (;;) {
      const sockets = (await this.client.tcpSockets()).filter(({ state }) => state !== 'TIME-WAIT');
      if (sockets.length === 0 || performance.now() > until) return sockets.map(({ state, peer }) => `${state} ${peer}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Ends one of the two by a signal; the other ends by itself then. */
  async end(first: 'bridge' | 'peer', signal: NodeJS.Signals): Promise<{ bridge: Ran; peer: Ran }> {
    await this[first].end(signal);
    const [bridge, peer] = await Promise.all([this.bridge.ended, this.peer.ended]);
    return { bridge, peer };
  }

  static async closeAll(): Promise<void> {
    await killAll();
    for (const namespace of Lab.namespaces.splice(0)) await namespace.delete();
    if (Lab.folder) await rm(Lab.folder, { recursive: true });
    Lab.folder = '';
  }
}
