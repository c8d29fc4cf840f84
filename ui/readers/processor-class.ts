// Which processor class of the cost model a processor belongs to, by vendor, family and model as CPUID gives them, or by its name.
// Sources: Intel, "Software Developer's Manual", volume 4, table of display families and models; AMD, revision guides of families 0Fh to 12h.

import type { ProcessorClassId } from '../features/costs.ts';

export type ClassResult = { class: ProcessorClassId; note?: string } | { fault: string };

const intelModels: readonly (readonly [ProcessorClassId, readonly number[]])[] = [
  ['core2', [15, 22, 23, 29]],
  ['nehalem', [26, 30, 31, 46, 37, 44, 47]],
  ['sandybridge', [42, 45]],
];
/** In-order cores and coprocessors: other costs altogether. */
const intelSmall = new Set([28, 38, 39, 53, 54, 55, 74, 76, 77, 87, 90, 92, 93, 95, 133, 134, 150]);

const newest = 'Newer than Sandy Bridge, the newest class there is, which is taken.';

export function classOfModel(vendor: string, family: number, model: number): ClassResult {
  if (vendor === 'GenuineIntel') {
    if (family === 15) return { class: 'netburst' };
    const [found] = intelModels.find(([, models]) => models.includes(model)) ?? [];
    if (family === 6 && found) return { class: found };
    if (family === 6 && model > 45 && !intelSmall.has(model)) return { class: 'sandybridge', note: newest };
  }
  if (vendor === 'AuthenticAMD' && family >= 16 && family <= 18) return { class: 'k10' };
  return { fault: `There is no processor class for ${vendor || 'this vendor'}, family ${family}, model ${model}.` };
}

const names: readonly (readonly [RegExp, ProcessorClassId])[] = [
  [/Pentium\(R\) 4|Pentium\(R\) D|Xeon\(TM\)/, 'netburst'],
  [/Xeon\(R\) CPU +(?:[EXLW])?(?:30|31|32|33|51|52|53|54|72|73|74)\d\d\b|Core\(TM\)2/, 'core2'],
  [/Xeon\(R\) CPU +[EXLW]?(?:34|35|36|55|56|65|75)\d\d\b|Xeon\(R\) CPU +E7- ?\d{4}(?! v)/, 'nehalem'],
  [/Xeon\(R\) CPU +E[35]-\d{4}L?(?: 0)?(?= @|$)/, 'sandybridge'],
  [/Opteron\(tm\) Processor (?:13|23|24|83|84|41|61)\d\d\b|Phenom\(tm\)/, 'k10'],
];

export function classOfName(name: string): ClassResult {
  const [, found] = names.find(([form]) => form.test(name)) ?? [];
  return found
    ? { class: found, note: 'By the name of the processor.' }
    : { fault: `The name “${name.slice(0, 60)}” is of no processor class known here.` };
}

/** "… CPU X5570  @ 2.93GHz" -> "2.93 GHz"; null when the name has no clock. */
export function clockOfName(name: string): string | null {
  const [, clock] = /@ ?(\d{1,2}\.\d{1,3}) ?GHz/.exec(name) ?? [];
  return clock === undefined ? null : `${clock} GHz`;
}
