// Where the records of a world lie. TypeScript writes the sizes into the World record, worldBegin() lays everything out, TypeScript fills
// the records in, worldStart() starts the run. All of it is in linear memory, so that a copy of that is a snapshot.

import {
  ADDRESS_RECORD_SIZE,
  APP_RECORD_SIZE,
  AddressRecord,
  AppRecord,
  HOST_RECORD_SIZE,
  HostRecord,
  LATENCY_BUCKETS,
  NEIGHBOR_SIZE,
  NIC_RECORD_SIZE,
  NO_PROCESSOR,
  Neighbor,
  NicRecord,
  OFFLOAD_FAMILY_SIZE,
  OFFLOAD_SIZE,
  OFFLOAD_STATE_IN_HOST,
  OFFLOAD_TARGET_SIZE,
  Offload,
  OffloadFamily,
  OffloadTarget,
  PATH_RECORD_SIZE,
  PORT_RECORD_SIZE,
  PathRecord,
  PortRecord,
  QUEUE_RECORD_SIZE,
  QueueRecord,
  SOCKET_SIZE,
  STORE_BYTES,
  SWITCH_RECORD_SIZE,
  Socket,
  SwitchRecord,
  TAP_RECORD_SIZE,
  TEXT_BYTES,
  TCP_CONNECTION_SIZE,
  TRACE_RECORD_SIZE,
  TcpConnection,
  VIRTUAL_PORT_SIZE,
  VIRTUAL_SWITCH_SIZE,
  VirtualPort,
  VirtualSwitch,
  WORLD_SIZE,
  World,
} from '../abi.gen';
import { arenaTake } from '../memory';

//     World record | addresses of what it has, u32 each
const HEAD = <u32>memory.data(WORLD_SIZE + 128, 16);
const BASES = HEAD + WORLD_SIZE;

export class Base {
  @inline static get hosts(): u32 {
    return load<u32>(BASES);
  }
  @inline static get nics(): u32 {
    return load<u32>(BASES, 4);
  }
  @inline static get queues(): u32 {
    return load<u32>(BASES, 8);
  }
  @inline static get paths(): u32 {
    return load<u32>(BASES, 12);
  }
  @inline static get switches(): u32 {
    return load<u32>(BASES, 16);
  }
  @inline static get ports(): u32 {
    return load<u32>(BASES, 20);
  }
  @inline static get addresses(): u32 {
    return load<u32>(BASES, 24);
  }
  @inline static get apps(): u32 {
    return load<u32>(BASES, 28);
  }
  @inline static get sockets(): u32 {
    return load<u32>(BASES, 32);
  }
  @inline static get connections(): u32 {
    return load<u32>(BASES, 36);
  }
  @inline static get buckets(): u32 {
    return load<u32>(BASES, 40);
  }
  @inline static get bucketMask(): u32 {
    return load<u32>(BASES, 44);
  }
  @inline static get stores(): u32 {
    return load<u32>(BASES, 48);
  }
  @inline static get neighbors(): u32 {
    return load<u32>(BASES, 52);
  }
  @inline static get trace(): u32 {
    return load<u32>(BASES, 56);
  }
  @inline static get tap(): u32 {
    return load<u32>(BASES, 60);
  }
  @inline static get outputs(): u32 {
    return load<u32>(BASES, 64);
  }
  /** TCP Chimney; 0 where no adapter takes connections. */
  @inline static get offloads(): u32 {
    return load<u32>(BASES, 96);
  }
  @inline static get targets(): u32 {
    return load<u32>(BASES, 100);
  }
  @inline static get adapters(): u32 {
    return load<u32>(BASES, 104);
  }
  @inline static get families(): u32 {
    return load<u32>(BASES, 108);
  }
  @inline static get posts(): u32 {
    return load<u32>(BASES, 112);
  }
  @inline static get queried(): u32 {
    return load<u32>(BASES, 116);
  }
  @inline static get virtualSwitches(): u32 {
    return load<u32>(BASES, 72);
  }
  @inline static get virtualPorts(): u32 {
    return load<u32>(BASES, 76);
  }
}

class Layout {
  @inline static put(slot: u32, address: u32): void {
    store<u32>(BASES + (slot << 2), address);
  }
}

export class The {
  @inline static world(): World {
    return changetype<World>(HEAD);
  }
  @inline static host(index: u32): HostRecord {
    return changetype<HostRecord>(Base.hosts + index * HOST_RECORD_SIZE);
  }
  @inline static nic(index: u32): NicRecord {
    return changetype<NicRecord>(Base.nics + index * NIC_RECORD_SIZE);
  }
  @inline static queue(index: u32): QueueRecord {
    return changetype<QueueRecord>(Base.queues + index * QUEUE_RECORD_SIZE);
  }
  /** QueueRecords of an adapter: those of all lie one after another. */
  @inline static queuesOf(nic: u32): u32 {
    const end = nic + 1 < The.world().nics ? The.nic(nic + 1).firstQueue : load<u32>(BASES, 68);
    return end - The.nic(nic).firstQueue;
  }
  @inline static path(index: u32): PathRecord {
    return changetype<PathRecord>(Base.paths + index * PATH_RECORD_SIZE);
  }
  @inline static device(index: u32): SwitchRecord {
    return changetype<SwitchRecord>(Base.switches + index * SWITCH_RECORD_SIZE);
  }
  @inline static port(index: u32): PortRecord {
    return changetype<PortRecord>(Base.ports + index * PORT_RECORD_SIZE);
  }
  @inline static address(index: u32): AddressRecord {
    return changetype<AddressRecord>(Base.addresses + index * ADDRESS_RECORD_SIZE);
  }
  @inline static app(index: u32): AppRecord {
    return changetype<AppRecord>(Base.apps + index * APP_RECORD_SIZE);
  }
  @inline static socket(index: u32): Socket {
    return changetype<Socket>(Base.sockets + index * SOCKET_SIZE);
  }
  @inline static connection(index: u32): TcpConnection {
    return changetype<TcpConnection>(Base.connections + index * TCP_CONNECTION_SIZE);
  }
  /** The adapter's own record of an offloaded connection. */
  @inline static target(index: u32): TcpConnection {
    return changetype<TcpConnection>(Base.targets + index * TCP_CONNECTION_SIZE);
  }
  /** The host's copy of what its last query said. */
  @inline static queried(index: u32): TcpConnection {
    return changetype<TcpConnection>(Base.queried + index * TCP_CONNECTION_SIZE);
  }
  /** The record that holds the delegated variables now: while a connection is away the host's are void. */
  @inline static inForce(index: u32): TcpConnection {
    return The.socket(index).offload == OFFLOAD_STATE_IN_HOST ? The.connection(index) : The.target(index);
  }
  @inline static offload(index: u32): Offload {
    return changetype<Offload>(Base.offloads + index * OFFLOAD_SIZE);
  }
  @inline static adapter(nic: u32): OffloadTarget {
    return changetype<OffloadTarget>(Base.adapters + nic * OFFLOAD_TARGET_SIZE);
  }
  @inline static family(nic: u32, family: u32): OffloadFamily {
    return changetype<OffloadFamily>(Base.families + ((nic << 1) + (family == 4 ? 0 : 1)) * OFFLOAD_FAMILY_SIZE);
  }
  @inline static neighbor(index: u32): Neighbor {
    return changetype<Neighbor>(Base.neighbors + index * NEIGHBOR_SIZE);
  }
  @inline static virtualSwitch(index: u32): VirtualSwitch {
    return changetype<VirtualSwitch>(Base.virtualSwitches + index * VIRTUAL_SWITCH_SIZE);
  }
  @inline static virtualPort(index: u32): VirtualPort {
    return changetype<VirtualPort>(Base.virtualPorts + index * VIRTUAL_PORT_SIZE);
  }
  /** Index of the socket whose connection this is. */
  @inline static socketOf(connection: u32): u32 {
    return (connection - Base.connections) / TCP_CONNECTION_SIZE;
  }
  @inline static nicOf(nic: NicRecord): u32 {
    return (changetype<u32>(nic) - Base.nics) / NIC_RECORD_SIZE;
  }
  /** A processor of a host that has none is no processor. */
  @inline static isIdeal(processor: u32): bool {
    return processor == NO_PROCESSOR;
  }
}

/** Address of the World record, whose sizes are written before worldBegin. */
export function worldAt(): u32 {
  return HEAD;
}

/** Lays out the records. @param queues  QueueRecords of all adapters */
export function worldRecordsReserve(queues: u32): void {
  const world = The.world();
  let buckets: u32 = 16;
  while (buckets < world.sockets << 1) buckets <<= 1;
  Layout.put(0, arenaTake(world.hosts * HOST_RECORD_SIZE));
  Layout.put(1, arenaTake(world.nics * NIC_RECORD_SIZE));
  Layout.put(2, arenaTake(queues * QUEUE_RECORD_SIZE));
  Layout.put(3, arenaTake(world.paths * PATH_RECORD_SIZE));
  Layout.put(4, arenaTake(world.switches * SWITCH_RECORD_SIZE));
  Layout.put(5, arenaTake(world.ports * PORT_RECORD_SIZE));
  Layout.put(6, arenaTake(world.addresses * ADDRESS_RECORD_SIZE));
  Layout.put(7, arenaTake(world.apps * APP_RECORD_SIZE));
  Layout.put(8, arenaTake(world.sockets * SOCKET_SIZE));
  Layout.put(9, arenaTake(world.sockets * TCP_CONNECTION_SIZE));
  Layout.put(10, arenaTake(buckets << 2));
  Layout.put(11, buckets - 1);
  Layout.put(12, arenaTake(world.stores * STORE_BYTES));
  Layout.put(13, arenaTake(world.neighbors * NEIGHBOR_SIZE));
  Layout.put(14, arenaTake(world.traceSlots * TRACE_RECORD_SIZE));
  Layout.put(15, arenaTake(world.tapSlots * TAP_RECORD_SIZE));
  Layout.put(16, arenaTake((world.processors + 1) << 3));
  Layout.put(17, queues);
  if (world.offloads != 0) {
    Layout.put(24, arenaTake(world.offloads * OFFLOAD_SIZE));
    Layout.put(25, arenaTake(world.offloads * TCP_CONNECTION_SIZE));
    Layout.put(26, arenaTake(world.nics * OFFLOAD_TARGET_SIZE));
    Layout.put(27, arenaTake(2 * world.nics * OFFLOAD_FAMILY_SIZE));
    Layout.put(28, arenaTake(world.processors << 2));
    Layout.put(29, arenaTake(world.offloads * TCP_CONNECTION_SIZE));
  }
  Layout.put(18, arenaTake(world.virtualSwitches * VIRTUAL_SWITCH_SIZE));
  Layout.put(19, arenaTake(world.virtualPorts * VIRTUAL_PORT_SIZE));
  for (let app: u32 = 0; app < world.apps; app++) {
    const record = The.app(app);
    record.latencies = arenaTake(LATENCY_BUCKETS << 2);
    record.firstText = arenaTake(2 * TEXT_BYTES);
  }
  for (let index: u32 = 0; index < world.switches; index++) The.device(index).table = arenaTake(world.macs << 3);
  for (let index: u32 = 0; index < world.virtualSwitches; index++) The.virtualSwitch(index).table = arenaTake(world.macs << 3);
}

export function hostAt(index: u32): u32 {
  return changetype<u32>(The.host(index));
}
export function nicAt(index: u32): u32 {
  return changetype<u32>(The.nic(index));
}
export function nicQueueAt(index: u32): u32 {
  return changetype<u32>(The.queue(index));
}
export function pathAt(index: u32): u32 {
  return changetype<u32>(The.path(index));
}
export function switchAt(index: u32): u32 {
  return changetype<u32>(The.device(index));
}
export function portAt(index: u32): u32 {
  return changetype<u32>(The.port(index));
}
export function addressAt(index: u32): u32 {
  return changetype<u32>(The.address(index));
}
export function appAt(index: u32): u32 {
  return changetype<u32>(The.app(index));
}
export function socketAt(index: u32): u32 {
  return changetype<u32>(The.socket(index));
}
/** Address of the record that holds the state of a connection now: the host's, or the adapter's. */
export function connectionAt(index: u32): u32 {
  return changetype<u32>(The.inForce(index));
}
/** The host's and the adapter's record of a connection, for tests. */
export function connectionInHostAt(index: u32): u32 {
  return changetype<u32>(The.connection(index));
}
export function connectionInTargetAt(index: u32): u32 {
  return changetype<u32>(The.target(index));
}
export function connectionQueriedAt(index: u32): u32 {
  return changetype<u32>(The.queried(index));
}
export function offloadAt(index: u32): u32 {
  return changetype<u32>(The.offload(index));
}
export function offloadTargetAt(nic: u32): u32 {
  return changetype<u32>(The.adapter(nic));
}
export function offloadFamilyAt(nic: u32, family: u32): u32 {
  return changetype<u32>(The.family(nic, family));
}
export function virtualSwitchAt(index: u32): u32 {
  return changetype<u32>(The.virtualSwitch(index));
}
export function virtualPortAt(index: u32): u32 {
  return changetype<u32>(The.virtualPort(index));
}
