// What the Lab is shown of connections in adapters and of copy engines, against the report of the same world.

import { describe, expect, it } from '#test';
import { ChimneyReason, DmaState, OffloadState } from '../../ui/abi/abi.gen.ts';
import { LabFill } from '../../ui/engine/lab-fill.ts';
import { labLayout } from '../../ui/engine/lab-layout.ts';
import type { World } from '../../ui/engine/world.ts';
import { LabFrame, uploadColumns } from '../../ui/scenario/lab-frame.ts';
import { coreModules } from '../core-under-test.ts';
import { chimneyOf, chimneyPair, takeBack } from '../core/world-chimney-stage.ts';
import { engineOf, received } from '../core/world-netdma-stage.ts';
import { MS, worldOf } from '../core/world-stage.ts';

function filler(world: World): () => LabFrame {
  const { core, index } = world.reading;
  const layout = labLayout(world.resolved, index, 20);
  const fill = new LabFill(core, layout, index);
  return () => {
    const frame = new LabFrame(layout);
    fill.fill(frame.values, { isPlaying: false, hasEnded: false, packetsPerSecond: 0 });
    return frame;
  };
}

const copiedBytes = (world: World, host: number, cost: string): number =>
  world
    .report()
    .hosts[host]!.processors.flatMap(({ costs }) => costs)
    .reduce((sum, { id, units }) => sum + (id === cost ? units : 0), 0);

const columnSum = (frame: LabFrame, column: 'coldBytes' | 'warmBytes' | 'switchBytes'): number =>
  Array.from({ length: frame.rows.processor }, (_, row) => frame.get('processor', row, column)).reduce((sum, one) => sum + one, 0);

describe('Lab frame of connections in an adapter', () => {
  it('engine and connections are those of the report, with the reason that one stays in the host for', async () => {
    const { module } = (await coreModules())[0]!;
    const world = await worldOf(
      module,
      chimneyPair(
        'enabled',
        [
          { app: 'bulk', from: 'client', to: 'server:5001', connections: 3, postedReceives: 2 },
          { app: 'bulk', from: 'client', to: 'server:5002', postedReceives: 0 },
        ],
        { serverNic: { capabilities: { chimneyConnections: 2 } } },
      ),
    );
    const next = filler(world);
    for (const time of [3n * MS, 8n * MS]) {
      world.run(time);
      const frame = next();
      const { engine, ...chimney } = chimneyOf(world);
      expect(frame.rows.offload, 'ideal hosts take none').to.equal(1);
      for (const column of ['capacity', 'offloading', 'offloaded', 'uploading', 'offloads', 'uploads'] as const)
        expect(frame.get('offload', 0, column), column).to.equal(chimney[column]);
      for (const column of ['served', 'busyPs', 'drops', 'depth', 'peak'] as const)
        expect(frame.get('offload', 0, column), column).to.equal(engine[column]);
      expect(frame.get('offload', 0, 'receivedBytes')).to.equal(chimney.receivedData);
      expect(frame.get('offload', 0, 'copiedBytes')).to.equal(chimney.copiedData);
      expect(frame.get('offload', 0, 'sentBytes')).to.equal(chimney.sentData);
      const uploads = uploadColumns.map((column) => frame.get('offload', 0, column));
      expect(uploads).to.deep.equal(uploadColumns.map((column) => chimney.uploadReasons[column.slice('upload'.length)] ?? 0));
      const { connections } = world.report();
      const rows = connections.map((_, row) => ({
        id: frame.get('connection', row, 'id'),
        state: frame.get('connection', row, 'offload'),
        reason: frame.get('connection', row, 'offloadReason'),
      }));
      for (const { id, state, reason } of rows) {
        const { offload } = connections.find((connection) => connection.id === id)!;
        expect([state, reason], `connection ${id}`).to.deep.equal([
          OffloadState[offload!.state as keyof typeof OffloadState],
          ChimneyReason[offload!.reason as keyof typeof ChimneyReason],
        ]);
      }
      expect(rows.filter(({ state }) => state === OffloadState.Offloaded).length).to.be.greaterThan(0);
      takeBack(world, 0);
    }
    expect(columnSum(next(), 'coldBytes'), 'bytes that processors copied').to.equal(copiedBytes(world, 0, 'copy_cold'));
  });

  it('data that nobody posted a buffer for are copied, others are not', async () => {
    const { module } = (await coreModules())[0]!;
    for (const postedReceives of [0, 2]) {
      const traffic = [{ app: 'bulk', from: 'client', to: 'server:5001', postedReceives }] as const;
      const world = await worldOf(module, chimneyPair('enabled', [...traffic]));
      world.run(10n * MS);
      const frame = filler(world)();
      const [copied, all] = [frame.get('offload', 0, 'copiedBytes'), frame.get('offload', 0, 'receivedBytes')];
      expect(all).to.be.greaterThan(1e6);
      if (postedReceives) expect(copied / all).to.be.lessThan(0.05);
      else expect(Math.abs(copied - all) / all).to.be.lessThan(0.05);
    }
  });
});

describe('Lab frame of a copy engine', () => {
  it('bytes, reasons and channels are those of the report', async () => {
    const { module } = (await coreModules())[0]!;
    const world = await worldOf(module, received({ traffic: { bufferSize: '64 KiB' } }));
    const next = filler(world);
    for (const time of [4n * MS, 9n * MS]) {
      world.run(time);
      const frame = next();
      const report = world.report();
      const { engineBytes, netDma, declined, channels } = engineOf(report);
      expect(frame.get('copyEngine', 0, 'movedBytes')).to.equal(engineBytes);
      expect(frame.get('copyEngine', 0, 'on')).to.equal(netDma ? 1 : 0);
      for (const [reason, { bytes }] of Object.entries(declined))
        expect(frame.get('copyEngine', 0, `${reason as keyof typeof declined}Bytes`), reason).to.equal(bytes);
      expect(frame.rows.channel).to.equal(channels.length);
      for (const [row, channel] of channels.entries()) {
        expect(frame.get('channel', row, 'state')).to.equal(DmaState[channel.state as keyof typeof DmaState]);
        for (const column of ['descriptors', 'bytes', 'busyPs', 'queued', 'peak', 'processor'] as const)
          expect(frame.get('channel', row, column), column).to.equal(channel[column]);
      }
      expect(columnSum(frame, 'warmBytes')).to.equal(copiedBytes(world, 0, 'copy_warm'));
      expect(frame.get('copyEngine', 0, 'movedBytes')).to.be.greaterThan(1e5);
    }
  });
});
