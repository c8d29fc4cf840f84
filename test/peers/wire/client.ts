// Client of the services, run inside the namespace. Fails unless every byte is right and every connection is closed in order.
// Usage: client.ts fetch HOST BYTES CONNECTIONS | pause HOST BYTES MS | discard HOST BYTES | echo HOST BYTES SEED | chargen HOST BYTES
//        | refused HOST PORT

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import process from 'node:process';
import { Random } from '../../build/random.ts';
import { payload } from '../../oracle/payload.ts';
import { chargenText } from './chargen.ts';
import { Match } from './match.ts';

const IDLE_MS = 10_000;
const WRITE_BYTES = 65_536;

async function open(host: string, port: number): Promise<Socket> {
  const socket = connect({ host, port, allowHalfOpen: true });
  socket.setTimeout(IDLE_MS, () => socket.destroy(new Error(`${host}:${port}: nothing happens for ${IDLE_MS} ms`)));
  await once(socket, 'connect');
  return socket;
}

/** Resolves when the other side has closed, too. */
async function takeAll(socket: Socket, take: (chunk: Buffer) => void): Promise<void> {
  socket.on('data', take);
  await once(socket, 'end');
}

async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; at += WRITE_BYTES)
    if (!socket.write(bytes.subarray(at, at + WRITE_BYTES))) await once(socket, 'drain');
}

function check(what: string, verdict: string | null): void {
  if (verdict !== null) throw new Error(`${what}: ${verdict}`);
}

/** GET /bytes/N as one request of a connection. With a pause, the window closes in between. */
async function fetchOnce(host: string, body: Uint8Array, pauseMs = 0): Promise<void> {
  const socket = await open(host, 80);
  const match = new Match(body);
  let head = '';
  let hasHead = false;
  const ended = takeAll(socket, (chunk) => {
    let rest = chunk;
    if (!hasHead) {
      const before = head.length;
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      hasHead = true;
      if (pauseMs > 0) {
        socket.pause();
        setTimeout(() => socket.resume(), pauseMs);
      }
      rest = chunk.subarray(end + 4 - before);
      head = head.slice(0, end);
    }
    if (rest.length > 0) match.take(rest);
    if (match.isComplete) socket.end();
  });
  socket.write(`GET /bytes/${body.length} HTTP/1.1\r\nHost: server\r\nConnection: close\r\n\r\n`);
  await ended;
  socket.end();
  check('body', match.verdict());
  if (!/^HTTP\/1\.[01] 200 /.test(head)) throw new Error(`status: ${head}`);
  const length = /^content-length: *(\d+) *$/im.exec(head)?.[1];
  if (Number(length) !== body.length) throw new Error(`Content-Length: ${length}`);
  await closed(socket);
}

async function closed(socket: Socket): Promise<void> {
  if (!socket.closed) await once(socket, 'close');
}

async function discard(host: string, bytes: Uint8Array): Promise<void> {
  const socket = await open(host, 9);
  let received = 0;
  const ended = takeAll(socket, (chunk) => (received += chunk.length));
  await send(socket, bytes);
  socket.end();
  await ended;
  await closed(socket);
  if (received > 0) throw new Error(`discard answered with ${received} bytes`);
}

async function echo(host: string, bytes: Uint8Array): Promise<void> {
  const socket = await open(host, 7);
  const match = new Match(bytes);
  const ended = takeAll(socket, (chunk) => match.take(chunk));
  await send(socket, bytes);
  socket.end();
  await ended;
  check('echo', match.verdict());
  await closed(socket);
}

/** Leaves in mid-stream, as one does who has seen enough. */
async function chargen(host: string, length: number): Promise<void> {
  const socket = await open(host, 19);
  const match = new Match(Buffer.from(chargenText(length + 2 ** 20))); // the last read goes beyond `length`
  await new Promise<void>((resolve, reject) => {
    socket.on('end', () => reject(new Error(`chargen closed after ${match.received} bytes`)));
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      match.take(chunk);
      if (match.received >= length) resolve();
    });
  });
  socket.destroy();
  await closed(socket);
  check('chargen', match.fault);
}

async function refused(host: string, port: number): Promise<void> {
  const outcome = await open(host, port).then(
    () => 'connected',
    (error: NodeJS.ErrnoException) => error.code,
  );
  if (outcome !== 'ECONNREFUSED') throw new Error(`port ${port}: ${outcome}`);
}

const [what, host = '', ...numbers] = process.argv.slice(2);
const [bytes = 0, number = 0] = numbers.map(Number);
const startedAt = performance.now();
if (what === 'fetch') {
  const body = payload(0, bytes);
  await Promise.all(Array.from({ length: number }, () => fetchOnce(host, body)));
} else if (what === 'pause') await fetchOnce(host, payload(0, bytes), number);
else if (what === 'refused') await refused(host, bytes);
else if (what === 'discard') await discard(host, payload(1, bytes));
else if (what === 'echo') await echo(host, new Random(number).bytes(bytes));
else if (what === 'chargen') await chargen(host, bytes);
else throw new Error(`${what}?`);
console.log(((performance.now() - startedAt) / 1000).toFixed(3));
