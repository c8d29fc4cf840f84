// Performance counters of a Hyper-V host, read from its world's memory. Assumed of Windows Server 2008 R2, whose lists could not be read:
// the switch receives what ports hand to it, and sends what it hands to ports; its broadcast packets include those of multicast; the virtual
// adapter receives what the virtual machine receives, and loses packets where it did not take them, or the switch had nowhere to send them.
// Guest Run Time includes the management operating system, which the hypervisor runs as a partition of its own; there is no time of the
// hypervisor itself, so that it has no number.

import { readNicRecord, readProcessor, readVirtualPort, readVirtualSwitch } from '../abi/abi.gen.ts';
import type { ResolvedScenario } from '../scenario/resolve.ts';
import type { CoreExports } from './core.ts';

type Numbers = Map<string, number>;

/** Virtual machines that are on a host now, as hosts of the world. */
export const machinesOn = ({ hosts }: ResolvedScenario, host: number): number[] =>
  hosts.flatMap(({ guest }, machine) => (guest?.on === host ? [machine] : []));

interface Traffic {
  received: { packets: number; bytes: number };
  sent: { packets: number; bytes: number };
  dropped: { incoming: number; outgoing: number };
}

const trafficNumbers = ({ received, sent, dropped }: Traffic): Numbers =>
  new Map([
    ['Bytes/sec', received.bytes + sent.bytes],
    ['Bytes Received/sec', received.bytes],
    ['Bytes Sent/sec', sent.bytes],
    ['Packets/sec', received.packets + sent.packets],
    ['Packets Received/sec', received.packets],
    ['Packets Sent/sec', sent.packets],
    ['Dropped Packets Incoming/sec', dropped.incoming],
    ['Dropped Packets Outgoing/sec', dropped.outgoing],
  ]);

function adapterNumbers(core: CoreExports, nic: number): Numbers {
  const { buffer } = core.memory;
  const record = readNicRecord(buffer, core.nicAt(nic));
  const port = readVirtualPort(buffer, core.virtualPortAt(record.virtualPort - 1));
  return trafficNumbers({
    received: { packets: Number(record.received), bytes: Number(record.receivedBytes) },
    sent: { packets: Number(record.sentFrames), bytes: Number(record.sentBytes) },
    dropped: { incoming: Number(port.droppedIn), outgoing: Number(port.droppedOut) },
  });
}

/** Of Hyper-V Virtual Network Adapter, by virtual machine. */
export const virtualAdapterNumbers = (
  core: CoreExports,
  resolved: ResolvedScenario,
  host: number,
  firstNic: readonly number[],
): Numbers[] => machinesOn(resolved, host).map((machine) => adapterNumbers(core, firstNic[machine]!));

function switchNumbers(core: CoreExports, at: number): Numbers {
  const record = readVirtualSwitch(core.memory.buffer, core.virtualSwitchAt(at));
  const numbers = trafficNumbers({
    received: { packets: Number(record.framesIn), bytes: Number(record.bytesIn) },
    sent: { packets: Number(record.framesOut), bytes: Number(record.bytesOut) },
    dropped: { incoming: Number(record.droppedIn), outgoing: Number(record.droppedOut) },
  });
  return numbers
    .set('Broadcast Packets Received/sec', Number(record.groupIn))
    .set('Broadcast Packets Sent/sec', Number(record.groupOut))
    .set('Directed Packets Received/sec', Number(record.framesIn - record.groupIn))
    .set('Directed Packets Sent/sec', Number(record.framesOut - record.groupOut));
}

/** Of Hyper-V Virtual Switch, by virtual network of the host. */
export const virtualSwitchNumbers = (core: CoreExports, { virtualSwitches }: ResolvedScenario, host: number): Numbers[] =>
  virtualSwitches.flatMap((network, at) => (network.host === host ? [switchNumbers(core, at)] : []));

/** Of Hyper-V Hypervisor Logical Processor. @param processor  of the world */
export function hypervisorNumbers(core: CoreExports, processor: number): Numbers {
  const { interrupt, dpc, thread } = readProcessor(core.memory.buffer, core.processorAt(processor));
  const busy = Number(interrupt + dpc + thread);
  return new Map([
    ['% Total Run Time', busy],
    ['% Guest Run Time', busy],
  ]);
}
