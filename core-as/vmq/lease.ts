// Receive buffers in the memory of a virtual machine: they belong to a queue, and it cannot be freed while the machine holds some.
// Source: windows-driver-docs, "Shared memory in receive buffers", "Freeing a VM queue", "NDIS VMQ live migration support".

import { Packet, QUEUE_RECORD_SIZE, QueueRecord, VMQ_STATE_FREEING, VirtualPort } from '../abi.gen';
import { Base, The } from '../world/state';
import { vmqReturned } from './control';

/** Of a buffer that the old host's switch has given back at a migration, while the machine took it along. */
const LATE: u32 = 0xffffffff;

/** The virtual machine gets the frame in a buffer of this queue. */
export function leaseGive(packet: Packet, queue: QueueRecord): void {
  queue.vmqHeld = queue.vmqHeld + 1;
  packet.lease = (changetype<u32>(queue) - Base.queues) / QUEUE_RECORD_SIZE + 1;
}

function giveBack(number: u32): void {
  const queue = The.queue(number);
  queue.vmqHeld = queue.vmqHeld - 1;
  if (queue.vmqHeld == 0 && queue.vmqState == VMQ_STATE_FREEING) vmqReturned(queue);
}

/** The virtual machine gives the buffer back. */
export function leaseReturn(packet: Packet, port: VirtualPort): void {
  const lease = packet.lease;
  if (lease == 0) return;
  packet.lease = 0;
  if (lease == LATE) port.lateReturns = port.lateReturns + 1;
  else giveBack(lease - 1);
}

/** The switch gives the buffer back in its stead; what the machine returns later is absorbed. */
export function leaseLeave(packet: Packet): void {
  const lease = packet.lease;
  if (lease == 0 || lease == LATE) return;
  packet.lease = LATE;
  giveBack(lease - 1);
}
