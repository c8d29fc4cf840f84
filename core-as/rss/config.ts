// The RSS setting in force: key, hash types, indirection table. TypeScript writes the RssConfig record, then calls rssConfigure().

import { RSS_CONFIG_DEFAULT_QUEUE, RSS_CONFIG_HASH_FLAGS, RSS_CONFIG_TABLE, RSS_CONFIG_TABLE_ENTRIES } from '../abi.gen';
import { RSS_CONFIG } from '../memory';
import { hashTypesPrepare } from './hash-type';
import { toeplitzPrepare } from './toeplitz';

/** Entries - 1. */
export let rssTableMask: u32 = 0;
export const RSS_TABLE: u32 = RSS_CONFIG + RSS_CONFIG_TABLE;

export function rssConfigure(): void {
  rssTableMask = <u32>load<u16>(RSS_CONFIG, RSS_CONFIG_TABLE_ENTRIES) - 1;
  toeplitzPrepare();
  hashTypesPrepare(load<u32>(RSS_CONFIG, RSS_CONFIG_HASH_FLAGS), load<u32>(RSS_CONFIG, RSS_CONFIG_DEFAULT_QUEUE));
}
