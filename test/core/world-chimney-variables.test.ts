// Which variables of a connection the operations of an offload move, field by field, against what the schema says of each.

import { describe, expect, it } from '#test';
import { readTcpConnection, TcpConnectionLayout, type TcpConnectionRecord } from '../../ui/abi/abi.gen.ts';
import { records } from '../../ui/abi/schema.ts';
import { instantiateCore } from '../../ui/engine/core.ts';
import { Random } from '../build/random.ts';
import { worldModules } from '../core-under-test.ts';

type Field = keyof TcpConnectionRecord;

/** Fields of the record by what the schema says of them. */
const fieldsOf = (kind: 'const' | 'cached' | 'delegated'): Field[] =>
  records
    .find(({ name }) => name === 'TcpConnection')!
    .fields.filter(({ doc }) => doc.startsWith(kind) || doc.startsWith(`path ${kind}`))
    .map(({ name }) => name as Field);
const constant = [...fieldsOf('const'), 'family' as Field];
const cached = fieldsOf('cached');
const delegated = fieldsOf('delegated');

for (const { name, module } of await worldModules()) {
  describe(`variables of an offload, ${name} core`, () => {
    /** Two records of random bytes, and a third that is never touched. */
    async function randomRecords(seed: number) {
      const core = await instantiateCore(module);
      const random = new Random(seed);
      const [host, target] = [core.tcpConnectionsReserve(1), core.tcpConnectionsReserve(1)];
      const stack = core.tcpStackReserve(16);
      for (const at of [host, target])
        for (let byte = 0; byte < TcpConnectionLayout.size; byte++) new Uint8Array(core.memory.buffer)[at + byte] = random.below(256);
      const read = (at: number) => structuredClone(readTcpConnection(core.memory.buffer, at));
      return { core, host, target, stack, read };
    }

    it('are sorted, and none is of two kinds', () => {
      expect(new Set([...constant, ...cached, ...delegated]).size).to.equal(constant.length + cached.length + delegated.length);
      expect(delegated).to.include.members(['state', 'rcvNxt', 'sndUna', 'sndNxt', 'sndMax', 'cWnd', 'ssThresh', 'dWnd', 'retransmitAt']);
      expect(cached).to.include.members(['cachedFlags', 'initialRcvWnd', 'pathMtu', 'userPriority', 'kaInterval']);
    });

    it('that initiate moves are const, cached and delegated ones; the host’s delegated ones are void then', async () => {
      const { core, host, target, stack, read } = await randomRecords(1);
      const before = read(host);
      core.stateInitiate(target, host, stack);
      const [there, here] = [read(target), read(host)];
      for (const field of [...constant, ...cached, ...delegated]) expect(there[field], field).to.deep.equal(before[field]);
      for (const field of [...constant, ...cached]) expect(here[field], field).to.deep.equal(before[field]);
      for (const field of delegated) expect(`${here[field].toString(16)}`.replaceAll('db', ''), field).to.equal('');
      expect(there.stack).to.equal(stack);
      expect(here.stack).to.equal(before.stack);
    });

    it('that update moves are cached ones and no others', async () => {
      const { core, host, target, read } = await randomRecords(2);
      const [from, to] = [read(host), read(target)];
      core.cachedCopy(target, host);
      const now = read(target);
      for (const field of Object.keys(to) as Field[]) expect(now[field], field).to.deep.equal((cached.includes(field) ? from : to)[field]);
      expect(read(host)).to.deep.equal(from);
    });

    it('that query moves are delegated ones and no others', async () => {
      const { core, host, target, read } = await randomRecords(3);
      const [from, to] = [read(target), read(host)];
      core.delegatedCopy(host, target);
      const now = read(host);
      for (const field of Object.keys(to) as Field[])
        expect(now[field], field).to.deep.equal((delegated.includes(field) ? from : to)[field]);
    });

    it('that terminate moves are delegated ones; const and cached stay the host’s', async () => {
      const { core, host, target, read } = await randomRecords(4);
      const [from, to] = [read(target), read(host)];
      core.stateTerminate(host, target);
      const now = read(host);
      for (const field of delegated) expect(now[field], field).to.deep.equal(from[field]);
      for (const field of [...constant, ...cached]) expect(now[field], field).to.deep.equal(to[field]);
      for (const field of delegated) expect(`${read(target)[field].toString(16)}`.replaceAll('db', ''), field).to.equal('');
    });
  });
}
