// The capture walk: bytes in, frames out. Takes chunks of any size; whatever is not a whole record waits for the next chunk.

import {
  CAPTURE_FORMAT,
  CAPTURE_ROWS,
  CAPTURE_STATUS_DONE,
  CAPTURE_STATUS_FAULT,
  CAPTURE_STATUS_NEED_INPUT,
  CAPTURE_STATUS_ROWS,
  FAULT_EMPTY,
  FAULT_NO_CAPTURE,
  FAULT_TRUNCATED_HEADER,
  FAULT_TRUNCATED_RECORD,
  FORMAT_PCAP,
  FORMAT_PCAP_NG,
  FORMAT_UNKNOWN,
} from '../abi.gen';
import { cellsBegin } from '../flow/cells';
import { flowTableBegin } from '../flow/table';
import { CAPTURE } from '../memory';
import { PCAP_HEADER, pcapHeader, pcapIsMagic, pcapWalk } from './pcap';
import { pcapngIsMagic, pcapngWalk } from './pcapng';
import { batchBegin, batchCount, batchFlush } from './batch';
import { faultAt, inputBegin, inputCompact, inputEnd, inputFeed, inputPos, isSkipping } from './input';

let pending: u32 = CAPTURE_STATUS_NEED_INPUT;

/** Starts a walk; once per instance. */
export function captureBegin(mode: u32, seed: u32): void {
  batchBegin(mode);
  inputBegin();
  flowTableBegin(seed);
  cellsBegin();
}

/** Where the next chunk goes. */
export function captureInput(): u32 {
  inputCompact();
  return inputEnd;
}

export function captureFeed(bytes: u32): void {
  inputFeed(bytes);
}

function headerWalk(final: bool): u32 {
  const left = inputEnd - inputPos;
  if (left < 4) return final ? faultAt(left == 0 ? FAULT_EMPTY : FAULT_NO_CAPTURE, left, 4) : CAPTURE_STATUS_NEED_INPUT;
  if (pcapngIsMagic(inputPos)) {
    store<u8>(CAPTURE, FORMAT_PCAP_NG, CAPTURE_FORMAT);
    return CAPTURE_STATUS_NEED_INPUT;
  }
  if (!pcapIsMagic(inputPos)) return faultAt(FAULT_NO_CAPTURE, bswap<u32>(load<u32>(inputPos)), 0);
  if (left < PCAP_HEADER) return final ? faultAt(FAULT_TRUNCATED_HEADER, left, PCAP_HEADER) : CAPTURE_STATUS_NEED_INPUT;
  const status = pcapHeader();
  if (status == CAPTURE_STATUS_NEED_INPUT) store<u8>(CAPTURE, FORMAT_PCAP, CAPTURE_FORMAT);
  return status;
}

/** @returns CaptureStatus; a fault is reported after all frames before it have been handed over */
export function captureStep(final: u32): u32 {
  store<u32>(CAPTURE, 0, CAPTURE_ROWS);
  if (pending != CAPTURE_STATUS_NEED_INPUT) return pending;
  let status = CAPTURE_STATUS_NEED_INPUT;
  if (load<u8>(CAPTURE, CAPTURE_FORMAT) == FORMAT_UNKNOWN) status = headerWalk(final != 0);
  const format = <u32>load<u8>(CAPTURE, CAPTURE_FORMAT);
  while (status == CAPTURE_STATUS_NEED_INPUT && format != FORMAT_UNKNOWN) {
    status = format == FORMAT_PCAP ? pcapWalk() : pcapngWalk();
    const walked = batchCount;
    if (batchFlush() != 0) {
      if (status == CAPTURE_STATUS_FAULT) pending = status;
      return CAPTURE_STATUS_ROWS;
    }
    if (walked == 0) break;
  }
  if (status == CAPTURE_STATUS_NEED_INPUT && final != 0) {
    const left = inputEnd - inputPos;
    status = left == 0 && !isSkipping() ? CAPTURE_STATUS_DONE : faultAt(FAULT_TRUNCATED_RECORD, left, 0);
  }
  if (status == CAPTURE_STATUS_DONE || status == CAPTURE_STATUS_FAULT) pending = status;
  return status;
}
