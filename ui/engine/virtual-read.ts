// Reads what a world tells of virtual networks: ui/scenario/virtual-report.ts.

import {
  readHostRecord,
  readNicRecord,
  readProcessor,
  readQueueRecord,
  readVirtualPort,
  readVirtualSwitch,
  readVmqAdapter,
  VirtualPortKind,
  VmqState,
} from '../abi/abi.gen.ts';
import type { ResolvedScenario } from '../scenario/resolve.ts';
import type {
  VirtualMachineReport,
  VirtualReport,
  VirtualSwitchReport,
  VmqAdapterReport,
  VmqQueueReport,
} from '../scenario/virtual-report.ts';
import { readGuestChimney } from './chimney-read.ts';
import type { CoreExports } from './core.ts';
import { virtualPorts } from './virtual-image.ts';
import type { WorldIndex } from './world-image.ts';

const stateNames = Object.fromEntries(Object.entries(VmqState).map(([name, value]) => [value, name]));

export class VirtualReader {
  private readonly memory: ArrayBuffer;

  constructor(
    private readonly core: CoreExports,
    private readonly resolved: ResolvedScenario,
    private readonly index: WorldIndex,
    /** ps by cost class of an owner of the ledger. */
    private readonly owner: (owner: number) => number[],
  ) {
    this.memory = core.memory.buffer;
  }

  /** Number within its host of a processor of the world, whichever host that is. */
  processorNumber(processor: number): number {
    const { host } = readProcessor(this.memory, this.core.processorAt(processor));
    return processor - this.index.firstProcessor[host]!;
  }

  private switch(at: number): VirtualSwitchReport {
    const { name, kind, host } = this.resolved.virtualSwitches[at]!;
    const record = readVirtualSwitch(this.memory, this.core.virtualSwitchAt(at));
    return {
      host,
      name,
      kind,
      framesIn: Number(record.framesIn),
      bytesIn: Number(record.bytesIn),
      groupIn: Number(record.groupIn),
      framesOut: Number(record.framesOut),
      bytesOut: Number(record.bytesOut),
      groupOut: Number(record.groupOut),
      replicated: Number(record.replicated),
      flooded: Number(record.flooded),
      droppedIn: Number(record.droppedIn),
      droppedOut: Number(record.droppedOut),
      pending: record.pending,
      learned: record.learned,
    };
  }

  private machine(host: number, at: number): VirtualMachineReport {
    const { name, guest } = this.resolved.hosts[host]!;
    const { core, memory } = this;
    const port = readVirtualPort(memory, core.virtualPortAt(at));
    const nic = readNicRecord(memory, core.nicAt(port.nic));
    const record = readHostRecord(memory, core.hostAt(host));
    const chimney = readGuestChimney(core, port.nic);
    const list = new DataView(record.virtualProcessors.buffer, record.virtualProcessors.byteOffset);
    return {
      name,
      host,
      on: guest!.on,
      nic: port.nic,
      switch: port.vswitch,
      paused: record.paused === 1,
      processors: Array.from({ length: record.virtualCount }, (_, number) => this.processorNumber(list.getUint16(2 * number, true))),
      asksForQueue: guest!.asksForQueue,
      queue: port.queue,
      receivedFrames: Number(nic.received),
      receivedBytes: Number(nic.receivedBytes),
      sentFrames: Number(nic.sentFrames),
      sentBytes: Number(nic.sentBytes),
      droppedIn: Number(port.droppedIn),
      droppedOut: Number(port.droppedOut),
      queueFrames: Number(port.queueFrames),
      defaultFrames: Number(port.defaultFrames),
      copiedBytes: Number(port.copiedBytes),
      directBytes: Number(port.directBytes),
      signals: Number(port.signals),
      sendSignals: Number(port.sendSignals),
      lateReturns: Number(port.lateReturns),
      migrations: Number(port.migrations),
      chargedPs: this.owner(nic.owner),
      hostPs: this.owner(port.owner),
      ...(chimney && { chimney }),
    };
  }

  private nameOf(port: number): string {
    const { host } = readVirtualPort(this.memory, this.core.virtualPortAt(port));
    return this.resolved.hosts[host]!.name;
  }

  private queue(first: number, queue: number): VmqQueueReport {
    const record = readQueueRecord(this.memory, this.core.nicQueueAt(first + queue));
    return {
      queue,
      state: stateNames[record.vmqState]!,
      processor: this.processorNumber(record.processor),
      machine: record.vmqPort ? this.nameOf(record.vmqPort - 1) : null,
      frames: Number(record.frames),
      bytes: Number(record.bytes),
      drops: Number(record.drops),
      filters: record.vmqFilters,
      discards: Number(record.discards),
      held: record.vmqHeld,
    };
  }

  private adapter(nic: number): VmqAdapterReport {
    const { core, memory } = this;
    const adapter = readVmqAdapter(memory, core.vmqAt(nic));
    const { firstQueue, received } = readNicRecord(memory, core.nicAt(nic));
    return {
      nic,
      vlanFilter: adapter.vlanFilter === 1,
      split: adapter.split === 1,
      filters: adapter.filters,
      refused: adapter.refused,
      defaultFrames: Number(readQueueRecord(memory, core.nicQueueAt(firstQueue)).frames),
      frames: Number(received),
      queues: Array.from({ length: adapter.queues }, (_, at) => this.queue(firstQueue, at + 1)),
    };
  }

  report(): VirtualReport {
    const { resolved, index } = this;
    return {
      switches: resolved.virtualSwitches.map((_, at) => this.switch(at)),
      machines: virtualPorts(resolved).flatMap(({ kind, host }, at) => (kind === VirtualPortKind.Guest ? [this.machine(host, at)] : [])),
      adapters: index.nicHost.flatMap((_, nic) => (this.core.vmqAt(nic) ? [this.adapter(nic)] : [])),
    };
  }
}
