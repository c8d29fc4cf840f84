// Toeplitz over batches of random tuples: TCP/IPv4 (12 bytes) and TCP/IPv6 (36 bytes).

import { fold, randomTuples } from './data.ts';
import { freshCore, type Contender, type CoreBuild, type Sizes } from './contender.ts';

export const tupleShapes = [
  { topic: 'TCP/IPv4', bytes: 12, stride: 16, seed: 41 },
  { topic: 'TCP/IPv6', bytes: 36, stride: 48, seed: 61 },
] as const;

/** Columns are not a multiple of a page apart, which would put all of them into the same cache set. */
const COLUMN_SKEW = 64;

export async function toeplitzContenders(builds: readonly CoreBuild[], { tuples }: Sizes): Promise<Contender[]> {
  const contenders: Contender[] = [];
  for (const build of builds) {
    const core = await freshCore(build);
    for (const { topic, bytes, stride, seed } of tupleShapes) {
      const data = randomTuples(tuples, bytes, stride, seed);
      const records = core.arenaTake(data.length);
      const column = tuples + COLUMN_SKEW;
      const soa = core.arenaTake(bytes * column);
      const out = core.arenaTake(tuples * 4);
      const memory = new Uint8Array(core.memory.buffer);
      memory.set(data, records);
      for (let byte = 0; byte < bytes; byte++)
        for (let tuple = 0; tuple < tuples; tuple++) memory[soa + byte * column + tuple] = data[tuple * stride + byte]!;
      const results = (): Uint32Array => new Uint32Array(core.memory.buffer, out, tuples);

      const batch = (name: string, call: () => void): Contender => ({
        name: `${build.name} ${name}`,
        topic,
        agrees: topic,
        items: tuples,
        call,
        check: () => {
          results().fill(0);
          call();
          return fold(results());
        },
      });
      const single = (name: string, hash: (input: number, bytes: number) => number): Contender => {
        const into = new Uint32Array(tuples);
        const call = (): void => {
          for (let tuple = 0; tuple < tuples; tuple++) into[tuple] = hash(records + tuple * stride, bytes);
        };
        return { name: `${build.name} ${name}`, topic, agrees: topic, items: tuples, call, check: () => (call(), fold(into)) };
      };
      contenders.push(
        batch('SIMD, structure of arrays', () => core.toeplitzSoa(soa, column, bytes, tuples, out)),
        batch('SIMD, records', () => core.toeplitzRecords(records, stride, bytes, tuples, out)),
      );
      if (build.name === 'release')
        contenders.push(single('byte tables, a call each', core.toeplitzTables), single('bit oracle, a call each', core.toeplitzBits));
    }
  }
  return contenders;
}
