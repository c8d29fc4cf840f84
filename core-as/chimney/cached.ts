// Update, query and invalidate: the three requests that leave a connection where it is. Update brings cached variables, and no others, to the
// adapter; query reads delegated ones; invalidate tells that path or neighbour must not be used. Each is complete after the latency of the
// adapter, and void when the connection has moved meanwhile: the host has the cached variables itself.

import {
  EVENT_KIND_OFFLOAD_INVALIDATE,
  EVENT_KIND_OFFLOAD_QUERY,
  EVENT_KIND_OFFLOAD_UPDATE,
  OFFLOAD_STATE_IN_HOST,
  OFFLOAD_STATE_OFFLOADED,
  OFFLOAD_STATE_UPLOADING,
} from '../abi.gen';
import { queueNow, queuePush } from '../sim/queue';
import { sendMssSettle } from '../tcp/connection';
import { The } from '../world/state';
import { requestsRun } from './requests';
import { targetTouched } from './target';
import { cachedCopy, delegatedCopy } from './variables';

function isAway(index: u32): bool {
  const state = The.socket(index).offload;
  return state != OFFLOAD_STATE_IN_HOST && state != OFFLOAD_STATE_UPLOADING;
}

function request(index: u32, kind: u32): void {
  const offload = The.offload(index);
  queuePush(queueNow() + The.adapter(offload.nic).latency, kind, index, offload.ticket);
}

function isVoid(index: u32, ticket: u32): bool {
  return The.offload(index).ticket != ticket || !isAway(index);
}

/** The host has changed cached variables in its record. */
export function offloadUpdate(index: u32): void {
  if (!isAway(index)) return;
  const target = The.adapter(The.offload(index).nic);
  target.updates = target.updates + 1;
  request(index, EVENT_KIND_OFFLOAD_UPDATE);
}

export function offloadUpdated(index: u32, ticket: u32): void {
  if (isVoid(index, ticket)) return;
  const c = The.target(index);
  const before = c.pathMtu;
  cachedCopy(changetype<u32>(c), changetype<u32>(The.connection(index)));
  sendMssSettle(c);
  // What is outstanding goes out again in smaller segments, RFC 1191 section 6.5.
  if (c.pathMtu < before) c.sndNxt = c.sndUna;
  if (The.socket(index).offload != OFFLOAD_STATE_OFFLOADED) return;
  requestsRun(c, false);
  targetTouched(index);
}

/** The host asks how a connection does. */
export function offloadQuery(index: u32): void {
  const offload = The.offload(index);
  if (!isAway(index) || offload.querying) return;
  offload.querying = 1;
  const target = The.adapter(offload.nic);
  target.queries = target.queries + 1;
  request(index, EVENT_KIND_OFFLOAD_QUERY);
}

export function offloadQueried(index: u32, ticket: u32): void {
  if (isVoid(index, ticket)) return;
  const offload = The.offload(index);
  offload.querying = 0;
  const known = The.queried(index);
  delegatedCopy(changetype<u32>(known), changetype<u32>(The.target(index)));
  offload.smoothedRtt = known.sRtt;
}

/** Path or neighbour of a connection must not be used any more. */
export function offloadInvalidate(index: u32): void {
  if (!isAway(index)) return;
  const target = The.adapter(The.offload(index).nic);
  target.invalidates = target.invalidates + 1;
  request(index, EVENT_KIND_OFFLOAD_INVALIDATE);
}

export function offloadInvalidated(index: u32, ticket: u32): void {
  if (!isVoid(index, ticket)) The.offload(index).invalid = 1;
}

/** A neighbour has been given up: connections that use it. */
export function neighborLost(neighbor: u32): void {
  const count = The.world().offloads;
  for (let index: u32 = 0; index < count; index++) {
    const socket = The.socket(index);
    if (socket.offload != OFFLOAD_STATE_IN_HOST && socket.neighbor == neighbor + 1) offloadInvalidate(index);
  }
}
