// A small HTTP responder for clients outside: GET or HEAD of /bytes/N gives N bytes, anything else 404. Source: RFC 9112. One request at a
// time; the next one is looked at when the response before it is acknowledged. Leaves out: bodies of requests, ranges, chunks.

import { AppRecord, SOCKET_FLAG_LAST_RESPONSE, STORE_BYTES, Socket } from '../abi.gen';
import { The } from '../world/state';
import { requestText, responseHeaderAt, responseText } from './content';

/** Requests are kept in the first half of a store. */
export const REQUEST_RING: u32 = STORE_BYTES >> 1;
const MOST_REQUEST: u32 = 16384;
/** Decimal digits of N. */
const MOST_DIGITS: u32 = 15;
const END_OF_HEADER: u32 = 0x0a0d0a0d; // CR LF CR LF

class Text {
  /** Byte of the request stream at an offset. */
  @inline static at(socket: Socket, offset: u64): u32 {
    return <u32>load<u8>(socket.store + ((<u32>offset) & (REQUEST_RING - 1)));
  }
  @inline static lower(character: u32): u32 {
    return character >= 65 && character <= 90 ? character + 32 : character;
  }
}

/** Offset after the empty line that ends a request; 0 when it is not there yet. */
function requestEnd(socket: Socket): u64 {
  let last: u32 = 0;
  for (let at = socket.wanted; at < socket.read; at++) {
    last = (last >> 8) | (Text.at(socket, at) << 24);
    if (last == END_OF_HEADER) return at + 1;
  }
  return 0;
}

/** Whether the bytes at an offset are those of `word`, a word of up to eight ASCII characters, first in the lowest byte. */
function isWord(socket: Socket, offset: u64, word: u64): bool {
  for (let at = offset; word != 0; at++, word >>= 8) if (Text.at(socket, at) != <u32>(word & 0xff)) return false;
  return true;
}

/** Number that starts at an offset and is followed by a blank; all ones when there is none. */
function numberAt(socket: Socket, offset: u64, end: u64): u64 {
  let number: u64 = 0;
  let digits: u32 = 0;
  for (let at = offset; at < end; at++) {
    const character = Text.at(socket, at);
    if (character == 32) return digits != 0 ? number : u64.MAX_VALUE;
    if (character < 48 || character > 57 || ++digits > MOST_DIGITS) return u64.MAX_VALUE;
    number = number * 10 + (character - 48);
  }
  return u64.MAX_VALUE;
}

/** Looks for the value "close" of a Connection field, in any case. */
function asksToClose(socket: Socket, from: u64, end: u64): bool {
  let seen: u64 = 0;
  for (let at = from; at < end; at++) {
    const character = Text.lower(Text.at(socket, at));
    if (character == 32) continue;
    seen = (seen << 8) | character;
    // "on:close" tells "Connection: close" from other fields.
    if (seen == 0x6f6e3a636c6f7365) return true;
  }
  return false;
}

/** The request line ends in "HTTP/1.0": one answer a connection (RFC 9112 section 9.3). */
function isOldVersion(socket: Socket, from: u64, end: u64): bool {
  let at = from;
  while (at < end && Text.at(socket, at) != 13) at++;
  return at >= from + 8 && isWord(socket, at - 8, 0x302e312f50545448);
}

function digitsWrite(out: u32, number: u64): u32 {
  let digits: u32 = 1;
  for (let rest = number / 10; rest != 0; rest /= 10) digits++;
  for (let i = digits; i != 0; i--, number /= 10) store<u8>(out + i - 1, <u8>(48 + <u32>(number % 10)));
  return out + digits;
}

function respond(socket: Socket, app: AppRecord, bytes: u64, withBody: bool): void {
  const header = responseHeaderAt(socket.store);
  memory.copy(header, requestText(app), app.requestText);
  const end = digitsWrite(header + app.requestText, bytes);
  store<u32>(end, END_OF_HEADER);
  socket.headerBytes = end + 4 - header;
  socket.responseStart = socket.handed;
  socket.toSend = socket.handed + socket.headerBytes + (withBody ? bytes : 0);
}

/** Answers what is not served, and closes: RFC 9112 section 9.6. */
function refuse(socket: Socket, app: AppRecord): void {
  memory.copy(responseHeaderAt(socket.store), responseText(app), app.responseText);
  socket.headerBytes = app.responseText;
  socket.responseStart = socket.handed;
  socket.toSend = socket.handed + app.responseText;
  socket.flags = socket.flags | SOCKET_FLAG_LAST_RESPONSE;
}

/** A whole request waits for the response before it to be acknowledged. */
export function httpWaits(socket: Socket): bool {
  return !(socket.flags & SOCKET_FLAG_LAST_RESPONSE) && requestEnd(socket) != 0;
}

/** The thread of the responder runs. */
export function httpGo(index: u32, socket: Socket, app: AppRecord): void {
  const c = The.inForce(index);
  if (socket.flags & SOCKET_FLAG_LAST_RESPONSE || socket.handed != socket.toSend || c.sndUna != c.sendDataTail) return;
  const from = socket.wanted;
  const end = requestEnd(socket);
  if ((end == 0 ? socket.read : end) - from > MOST_REQUEST) {
    refuse(socket, app);
    return;
  }
  if (end == 0) return;
  socket.wanted = end;
  socket.requests = socket.requests + 1;
  app.exchanges = app.exchanges + 1;
  const isGet = isWord(socket, from, 0x20544547); // "GET "
  const isHead = isWord(socket, from, 0x2044414548); // "HEAD "
  const path = from + (isGet ? 4 : 5);
  const isServed = (isGet || isHead) && isWord(socket, path, 0x2f73657479622f); // "/bytes/"
  const bytes = isServed ? numberAt(socket, path + 7, end) : u64.MAX_VALUE;
  if (bytes == u64.MAX_VALUE) {
    refuse(socket, app);
    return;
  }
  respond(socket, app, bytes, isGet);
  if (isOldVersion(socket, from, end) || asksToClose(socket, from, end)) socket.flags = socket.flags | SOCKET_FLAG_LAST_RESPONSE;
}
