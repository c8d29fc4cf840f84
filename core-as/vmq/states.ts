// The life of a virtual machine queue as a table. Source: windows-driver-docs, "Queue states and operations". The default queue has none:
// it is always there.

import { VMQ_EVENT_BUFFERS_RETURNED, VMQ_STATE_FREEING } from '../abi.gen';

/** No such operation in this state. */
export const INVALID: u32 = 0xff;
const STATES: u32 = VMQ_STATE_FREEING + 1;

// prettier-ignore
/** A row for each VmqEvent, a column for each VmqState: the state after it. */
const TABLE = memory.data<u8>([
  //  Undefined Allocated Set  Running Paused StopDma Freeing
  1,    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, // AllocateQueue
  0xff, 1,    2,    3,    4,    0xff, 0xff, // QueueParameters
  0xff, 2,    2,    3,    3,    0xff, 0xff, // SetFilter
  0xff, 0xff, 1,    4,    0xff, 0xff, 0xff, // ClearLastFilter
  0xff, 0xff, 2,    3,    0xff, 0xff, 0xff, // ClearFilter
  0xff, 0xff, 2,    3,    0xff, 0xff, 0xff, // FilterParameters
  0xff, 4,    3,    0xff, 0xff, 0xff, 0xff, // AllocationComplete
  0xff, 0xff, 0xff, 3,    0xff, 0xff, 0xff, // Receive
  0xff, 5,    0xff, 0xff, 5,    0xff, 0xff, // FreeQueue
  0xff, 0xff, 0xff, 0xff, 0xff, 6,    0xff, // DmaStopped
  0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0,    // BuffersReturned
]);

/** The VmqState after an event; INVALID where the table has none. */
export function vmqNext(state: u32, event: u32): u32 {
  if (state > VMQ_STATE_FREEING || event > VMQ_EVENT_BUFFERS_RETURNED) return INVALID;
  return load<u8>(<u32>TABLE + event * STATES + state);
}
