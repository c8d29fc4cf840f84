// The bytes that applications send, where they do not follow from the number of the flow: a function of what sends and of the stream
// offset, so that a packet can be written out at any time. A flow number with CONTENT_MARK holds Content in bits 24 to 30 and an
// application in the low 24 bits; for content that is stored, a socket.

import {
  AppRecord,
  CONTENT_CHARGEN,
  CONTENT_HTTP_OUTSIDE,
  CONTENT_HTTP_REQUEST,
  CONTENT_HTTP_RESPONSE,
  STORE_BYTES,
  TEXT_BYTES,
} from '../abi.gen';
import { tcpPayload } from '../tcp/payload';
import { The } from '../world/state';

export const CONTENT_MARK: u32 = 0x80000000;
/** Flow number of the bodies of HTTP responses. */
const BODY_FLOW: u32 = 0;
/** RFC 864: 95 printing characters, 72 a line, carriage return and line feed; each line starts one character later. */
const PRINTING: u32 = 95;
const LINE: u32 = 72;
const LINE_BYTES: u32 = 74;

export function contentFlow(content: u32, index: u32): u32 {
  return CONTENT_MARK | (content << 24) | index;
}

function chargen(offset: u64, length: u32, out: u32): void {
  for (let i: u32 = 0; i < length; i++) {
    const at = offset + i;
    const line = at / LINE_BYTES;
    const column = <u32>(at % LINE_BYTES);
    if (column >= LINE) store<u8>(out + i, column == LINE ? 13 : 10);
    else store<u8>(out + i, <u8>(32 + <u32>((line + column) % PRINTING)));
  }
}

/** Part of a text that is repeated, each time with `body` bytes of a body behind it. */
function repeated(text: u32, textBytes: u32, body: u64, offset: u64, length: u32, out: u32): void {
  const whole = <u64>textBytes + body;
  let done: u32 = 0;
  while (done < length) {
    const at = (offset + done) % whole;
    if (at < textBytes) {
      const run = min(length - done, textBytes - <u32>at);
      memory.copy(out + done, text + <u32>at, run);
      done += run;
      continue;
    }
    const left = whole - at;
    const run = <u32>min(<u64>(length - done), left);
    tcpPayload(BODY_FLOW, at - textBytes, run, out + done);
    done += run;
  }
}

export function requestText(app: AppRecord): u32 {
  return app.firstText;
}
export function responseText(app: AppRecord): u32 {
  return app.firstText + TEXT_BYTES;
}

/** The response under way to a client outside: its header lies at the start of the socket's second half of the store. */
function outsideResponse(index: u32, offset: u64, length: u32, out: u32): void {
  const socket = The.socket(index);
  const head = socket.headerBytes;
  const at = offset - socket.responseStart;
  let done: u32 = 0;
  if (at < head) {
    done = min(length, head - <u32>at);
    memory.copy(out, responseHeaderAt(socket.store) + <u32>at, done);
  }
  if (done < length) tcpPayload(BODY_FLOW, at + done - head, length - done, out + done);
}

/** Where the header of a response lies in a byte store: requests are at most half of it. */
export function responseHeaderAt(store: u32): u32 {
  return store + (STORE_BYTES >> 1);
}

function stored(index: u32, offset: u64, length: u32, out: u32): void {
  const from = The.socket(index).store;
  for (let i: u32 = 0; i < length;) {
    const at = (<u32>(offset + i)) & (STORE_BYTES - 1);
    const run = min(length - i, STORE_BYTES - at);
    memory.copy(out + i, from + at, run);
    i += run;
  }
}

/** Writes `length` bytes of the stream with the flow number `flow` from `offset` on to `out`. */
export function contentWrite(flow: u32, offset: u64, length: u32, out: u32): void {
  const content = (flow >> 24) & 127;
  const index = flow & 0xffffff;
  if (content == CONTENT_CHARGEN) chargen(offset, length, out);
  else if (content == CONTENT_HTTP_OUTSIDE) outsideResponse(index, offset, length, out);
  else if (content == CONTENT_HTTP_REQUEST) {
    const app = The.app(index);
    repeated(requestText(app), app.requestText, 0, offset, length, out);
  } else if (content == CONTENT_HTTP_RESPONSE) {
    const app = The.app(index);
    repeated(responseText(app), app.responseText, app.response - app.responseText, offset, length, out);
  } else stored(index, offset, length, out);
}
