// Scratch memory in which payload is put together before it is copied into a frame.

/** Bytes of payload of the largest packet. */
export const MOST_PAYLOAD: u32 = 9216;
export const PAYLOAD_ROOM = <u32>memory.data(9232, 16);
/** A segment that is being read from bytes. */
export const PARSE_ROOM = <u32>memory.data(256, 16);
