// The connection part of a frame: chooses the connections that moved most bytes since the frame before, and writes a row for each.
// There may be twenty thousand sockets, sixty times a second: one pass over them, a heap of those chosen, nothing allocated.

import { OffloadLayout, OffloadState, SocketFlag, SocketLayout, SocketState, TcpConnectionLayout } from '../abi/abi.gen.ts';
import { labColumns, type LabColumn } from '../scenario/lab-frame.ts';
import { readProcessor, readU64 } from './lab-fields.ts';

const columns = labColumns.connection;
const column = Object.fromEntries(columns.map((name, index) => [name, index])) as Record<LabColumn<'connection'>, number>;

const NO_APP = 0xffff;

export class ConnectionRows {
  /** Bytes that each socket had moved at the last frame, and how many more than at the one before. */
  private readonly totals: Float64Array;
  private readonly growths: Float64Array;
  /** Sockets chosen so far: a heap with the least busy on top. */
  private readonly heap: Uint32Array;
  private count = 0;

  /**
   * @param rows         of the connection part
   * @param sockets      of the world
   * @param sockets0     address of the first Socket
   * @param connections0 address of the first TcpConnection of the hosts
   * @param targets0     of the adapters: they hold the state of offloaded connections
   * @param offloads0    address of the first Offload; null where no adapter takes connections
   */
  constructor(
    private readonly rows: number,
    private readonly sockets: number,
    private readonly sockets0: number,
    private readonly connections0: number,
    private readonly targets0: number,
    private readonly offloads0: number | null,
  ) {
    this.totals = new Float64Array(sockets);
    this.growths = new Float64Array(sockets);
    this.heap = new Uint32Array(rows);
  }

  /** @param to  index of the part's first number */
  fill(view: DataView, values: Float64Array, to: number): void {
    this.choose(view);
    for (let row = this.count; row < this.rows; row++) values.fill(-1, to + row * columns.length, to + (row + 1) * columns.length);
    // The least busy comes off the heap first.
    while (this.count > 0) {
      const socket = this.heap[0]!;
      this.count--;
      this.heap[0] = this.heap[this.count]!;
      this.sink(0);
      this.write(view, socket, values, to + this.count * columns.length);
    }
  }

  /** The run is at an earlier time than at the last frame: nothing is known of what moved since. */
  forget(): void {
    this.totals.fill(0);
  }

  private choose(view: DataView): void {
    this.count = 0;
    if (this.rows === 0) return;
    for (let socket = 0; socket < this.sockets; socket++) {
      const at = this.sockets0 + socket * SocketLayout.size;
      const state = view.getUint8(at + SocketLayout.state);
      if (state === SocketState.Free) {
        this.totals[socket] = 0;
        continue;
      }
      const total =
        state === SocketState.Tcp
          ? this.streamBytes(view, this.recordOf(view, socket))
          : readU64(view, at + SocketLayout.handed) + readU64(view, at + SocketLayout.read);
      const before = this.totals[socket]!;
      this.growths[socket] = total < before ? total : total - before; // less: another connection has the record now
      this.totals[socket] = total;
      this.offer(socket);
    }
  }

  /** Address of the record that holds the state of a connection now. */
  private recordOf(view: DataView, socket: number): number {
    const offload = view.getUint8(this.sockets0 + socket * SocketLayout.size + SocketLayout.offload);
    return (offload === OffloadState.InHost ? this.connections0 : this.targets0) + socket * TcpConnectionLayout.size;
  }

  private streamBytes(view: DataView, at: number): number {
    return readU64(view, at + TcpConnectionLayout.sndUnaOffset) + readU64(view, at + TcpConnectionLayout.rcvNxtOffset);
  }

  private isBusier(a: number, b: number): boolean {
    const [growths, totals] = [this.growths, this.totals];
    if (growths[a] !== growths[b]) return growths[a]! > growths[b]!;
    return totals[a] !== totals[b] ? totals[a]! > totals[b]! : a < b;
  }

  private offer(socket: number): void {
    const { heap } = this;
    if (this.count === this.rows) {
      if (!this.isBusier(socket, heap[0]!)) return;
      heap[0] = socket;
      this.sink(0);
      return;
    }
    let at = this.count++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.isBusier(socket, heap[above]!)) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = socket;
  }

  private sink(from: number): void {
    const { heap, count } = this;
    const socket = heap[from]!;
    let at = from;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= count) break;
      if (below + 1 < count && this.isBusier(heap[below]!, heap[below + 1]!)) below++;
      if (this.isBusier(heap[below]!, socket)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = socket;
  }

  private write(view: DataView, socket: number, values: Float64Array, to: number): void {
    const s = this.sockets0 + socket * SocketLayout.size;
    const c = this.recordOf(view, socket);
    const isTcp = view.getUint8(s + SocketLayout.state) === SocketState.Tcp;
    const isServer = (view.getUint16(s + SocketLayout.flags, true) & SocketFlag.Server) !== 0;
    const app = view.getUint16(s + SocketLayout.app, true);
    values[to + column.id] = socket;
    values[to + column.host] = view.getUint16(s + SocketLayout.host, true);
    values[to + column.app] = app === NO_APP ? -1 : app;
    values[to + column.server] = isServer ? 1 : 0;
    values[to + column.state] = isTcp ? view.getUint8(c + TcpConnectionLayout.state) : 0;
    values[to + column.processor] = readProcessor(view.getUint16(s + SocketLayout.processor, true));
    values[to + column.dpcProcessor] = readProcessor(view.getUint16(s + SocketLayout.dpc, true));
    values[to + column.queue] = view.getUint32(s + SocketLayout.queue, true);
    values[to + column.congestionWindow] = isTcp
      ? view.getUint32(c + TcpConnectionLayout.cWnd, true) + view.getUint32(c + TcpConnectionLayout.dWnd, true)
      : 0;
    values[to + column.slowStartThreshold] = isTcp ? view.getUint32(c + TcpConnectionLayout.ssThresh, true) : 0;
    values[to + column.sendWindow] = isTcp ? view.getUint32(c + TcpConnectionLayout.sndWnd, true) : 0;
    values[to + column.receiveWindow] = isTcp ? view.getUint32(c + TcpConnectionLayout.rcvWnd, true) : 0;
    values[to + column.inFlight] = isTcp
      ? (view.getUint32(c + TcpConnectionLayout.sndMax, true) - view.getUint32(c + TcpConnectionLayout.sndUna, true)) >>> 0
      : 0;
    values[to + column.smoothedRttPs] = isTcp ? readU64(view, c + TcpConnectionLayout.sRtt) : 0;
    values[to + column.retransmitted] = view.getUint32(s + SocketLayout.retransmitted, true);
    values[to + column.sentBytes] = readU64(view, s + SocketLayout.handed);
    values[to + column.ackedBytes] = readU64(view, isTcp ? c + TcpConnectionLayout.sndUnaOffset : s + SocketLayout.handed);
    values[to + column.receivedBytes] = readU64(view, isTcp ? c + TcpConnectionLayout.rcvNxtOffset : s + SocketLayout.read);
    values[to + column.exchanges] = readU64(view, s + (isServer ? SocketLayout.requests : SocketLayout.done));
    const canMove = isTcp && this.offloads0 !== null;
    values[to + column.offload] = canMove ? view.getUint8(s + SocketLayout.offload) : -1;
    values[to + column.offloadReason] = canMove ? view.getUint8(this.offloads0 + socket * OffloadLayout.size + OffloadLayout.reason) : -1;
  }
}
