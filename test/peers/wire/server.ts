// The services on a Linux kernel, as a control: what fails here is the fault of the bridge or of the test, not of the emulation.
// Prints `listening` on stderr.

import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { payload } from '../../oracle/payload.ts';
import { chargenText } from './chargen.ts';

const PERIOD = 95 * 74; // lines repeat
const LINES = Buffer.from(chargenText(PERIOD).repeat(16));

const http = createHttpServer((request, response) => {
  const body = payload(0, Number(/^\/bytes\/(\d+)$/.exec(request.url ?? '')?.[1] ?? 0));
  response.writeHead(200, { 'Content-Length': body.length, 'Content-Type': 'application/octet-stream' }).end(body);
});

const serve = (onSocket: (socket: Socket) => void): Server =>
  createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => socket.destroy()); // a client may leave in mid-stream
    onSocket(socket);
  });

const discard = serve((socket) => socket.resume().on('end', () => socket.end()));
const echo = serve((socket) => socket.pipe(socket));
const chargen = serve((socket) => {
  const fill = (): void => void (socket.writable && socket.write(LINES) && setImmediate(fill));
  socket
    .resume()
    .on('end', () => socket.destroy())
    .on('drain', fill);
  fill();
});

for (const [server, port] of [
  [http, 80],
  [discard, 9],
  [echo, 7],
  [chargen, 19],
] as const) {
  server.listen(port, '::');
  await once(server, 'listening');
}
console.error('listening');
