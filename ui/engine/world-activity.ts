// What each processor of a host did for each of its adapters: counts as the core keeps them, and cycles. The ledger has cycles by cost and
// processor; where a host has several adapters they are shared out by what is counted by adapter, which is exact as far as every unit of
// a cost takes the same.
//
//     Interrupt                  int
//     Interrupt DPC              dpc, dpc_remote, drv_rx
//     RSS table change           mmio_write
//     NDIS Return Packet         nbl_return
//     NDIS Send                  tx_pkt, ack_tx, lso_send, lso_page: output of TCP/IP, driver and completion are one cost
//     Stack Receive Indication   tcpip_rx, tcpip_slow, ack_rx, copy_cold, checksum
//
// Assumed: this assignment. Costs of threads are nobody's. What is not told apart by the ledger has no number: building of scatter-gather
// lists, the miniport's part of returning and sending, NDIS' part of an indication, send completions.

import {
  ActivityRecordLayout,
  CostTotalLayout,
  readActivityRecord,
  readHostRecord,
  readNicRecord,
  readProcessor,
  NicCountersLayout,
} from '../abi/abi.gen.ts';
import { chargedCosts } from '../features/costs.ts';
import type { CoreExports } from './core.ts';
import { readU64 } from './lab-fields.ts';

type Numbers = Map<string, number>;

export interface ActivityPlace {
  core: CoreExports;
  host: number;
  firstNic: number;
  nics: number;
  /** Of the world: its first processor, and how many it has. */
  firstProcessor: number;
  processors: number;
  clockHz: number;
}

type Activity = { [K in keyof ReturnType<typeof readActivityRecord>]: number };

const numbersOf = (record: ReturnType<typeof readActivityRecord>): Activity =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, Number(value)])) as Activity;

/** Of a processor of the world for an adapter of the host. */
export function activityOf({ core, firstNic }: ActivityPlace, processor: number, nic: number): Activity {
  const { buffer } = core.memory;
  const { counters } = readNicRecord(buffer, core.nicAt(firstNic + nic));
  const base = new DataView(buffer).getUint32(counters + NicCountersLayout.activity, true);
  return numbersOf(readActivityRecord(buffer, (base + processor * ActivityRecordLayout.size) >>> 0));
}

/** Of a processor of the world for no adapter. */
function ownActivityOf({ core, host }: ActivityPlace, processor: number): Activity {
  const { buffer } = core.memory;
  const { activity } = readHostRecord(buffer, core.hostAt(host));
  return numbersOf(readActivityRecord(buffer, (activity + processor * ActivityRecordLayout.size) >>> 0));
}

const costIndex = new Map(chargedCosts.map(({ id }, index) => [id, index]));

/** Picoseconds that were charged to a processor under some costs. */
function chargedPs({ core }: ActivityPlace, processor: number, ids: readonly string[]): number {
  const view = new DataView(core.memory.buffer);
  const totals = core.costTotalsAt(processor);
  return ids.reduce((sum, id) => sum + readU64(view, totals + costIndex.get(id)! * CostTotalLayout.size + CostTotalLayout.picoseconds), 0);
}

/** Costs of each counter, and by which count adapters share them. */
const cycleCounters: readonly (readonly [string, readonly string[], keyof Activity])[] = [
  ['Interrupt Cycles/sec', ['int'], 'interrupts'],
  ['Interrupt DPC Cycles/sec', ['dpc', 'dpc_remote', 'drv_rx'], 'dpcs'],
  ['Miniport RSS Indirection Table Change Cycles', ['mmio_write'], 'tableChanges'],
  ['NDIS Return Packet Cycles/sec', ['nbl_return'], 'returnedPackets'],
  ['NDIS Send Cycles/sec', ['tx_pkt', 'ack_tx', 'lso_send', 'lso_page'], 'sentPackets'],
  ['Stack Receive Indication Cycles/sec', ['tcpip_rx', 'tcpip_slow', 'ack_rx', 'copy_cold', 'checksum'], 'receivedPackets'],
];

/** Of Per Processor Network Activity Cycles. @param all  of the processor, for each adapter */
function cyclesOf(place: ActivityPlace, processor: number, all: readonly Activity[], own: Activity): Numbers {
  return new Map(
    cycleCounters.map(([name, ids, count]) => {
      const whole = all.reduce((sum, activity) => sum + activity[count], 0);
      const cycles = (chargedPs(place, processor, ids) * place.clockHz) / 1e12;
      return [name, whole === 0 ? 0 : (cycles * own[count]) / whole];
    }),
  );
}

/**
 * Of Per Processor Network Interface Card Activity. NDIS builds a scatter-gather list for every packet that is sent (assumed), and the
 * emulated adapters never indicate for want of buffers: they drop.
 */
const cardActivity = (activity: Activity): Numbers =>
  new Map([
    ['Build Scatter Gather List Calls/sec', activity.sentPackets],
    ['DPCs Queued/sec', activity.dpcs],
    ['Interrupts/sec', activity.interrupts],
    ['Low Resource Received Packets/sec', 0],
    ['Low Resource Receive Indications/sec', 0],
    ['Received Packets/sec', activity.receivedPackets],
    ['Receive Indications/sec', activity.indications],
    ['Returned Packets/sec', activity.returnedPackets],
    ['Return Packet Calls/sec', activity.returnCalls],
    ['RSS Indirection Table Change Calls/sec', activity.tableChanges],
    ['Send Complete Calls/sec', activity.sendCompletes],
    ['Send Request Calls/sec', activity.sendRequests],
    ['Sent Complete Packets/sec', activity.completedPackets],
    ['Sent Packets/sec', activity.sentPackets],
    ['Tcp Offload Receive bytes/sec', activity.offloadReceiveBytes],
    ['Tcp Offload Receive Indications/sec', activity.offloadIndications],
    ['Tcp Offload Send bytes/sec', activity.offloadSendBytes],
    ['Tcp Offload Send Request Calls/sec', activity.offloadSendRequests],
  ]);

/**
 * Of Processor. All emulated work is the kernel's: no cost stands for a program's own. There is no clock whose ticks interrupt, so there is
 * no DPC Rate, and Interrupts/sec are those of adapters. On a Hyper-V host these are processors of the management operating system: time of
 * virtual machines is not among theirs.
 */
function processorNumbers(place: ActivityPlace, processor: number, all: readonly Activity[]): Numbers {
  const record = readProcessor(place.core.memory.buffer, place.core.processorAt(processor));
  const [interrupt, dpc] = [Number(record.interrupt), Number(record.dpc)];
  const busy = interrupt + dpc + Number(record.thread - record.guest);
  return new Map([
    ['% Processor Time', busy],
    ['% Privileged Time', busy],
    ['% DPC Time', dpc],
    ['% Interrupt Time', interrupt],
    ['DPCs Queued/sec', all.reduce((sum, { dpcs }) => sum + dpcs, ownActivityOf(place, processor).dpcs)],
    ['Interrupts/sec', all.reduce((sum, { interrupts }) => sum + interrupts, 0)],
    ['Parking Status', 0], // nothing parks processors
  ]);
}

export interface ProcessorActivity {
  processor: Numbers;
  /** By adapter of the host. */
  card: Numbers[];
  cycles: Numbers[];
}

/** Of every processor of a modelled host. Precondition: the accounts are settled. */
export function processorActivities(place: ActivityPlace): ProcessorActivity[] {
  return Array.from({ length: place.processors }, (_, number) => {
    const processor = place.firstProcessor + number;
    const all = Array.from({ length: place.nics }, (_, nic) => activityOf(place, processor, nic));
    return {
      processor: processorNumbers(place, processor, all),
      card: all.map(cardActivity),
      cycles: all.map((own) => cyclesOf(place, processor, all, own)),
    };
  });
}
