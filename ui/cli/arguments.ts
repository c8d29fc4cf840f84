// What the readers of all commands' options share.

/** Wrong usage: printed with a hint to --help, exit code 2. */
export class UsageError extends Error {}

/** Input that is at fault, or a run that was: printed, exit code 3. */
export class InputFault extends Error {}

export const EXIT = { ok: 0, usage: 2, fault: 3 } as const;

/** Options of a command, as node:util takes them. */
export type OptionDeclarations = Readonly<Record<string, { type: 'string'; multiple?: boolean }>>;

/** Their values as given; a list where `multiple` is set. */
export type OptionValues<D extends OptionDeclarations> = {
  readonly [Name in keyof D]?: D[Name] extends { multiple: true } ? readonly string[] : string;
};

export function wholeNumber(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[0-9]{1,10}$/.test(text)) throw new UsageError(`--${option}: “${text}” is not a whole number.`);
  return Number(text);
}

export function oneOf<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === text);
  if (!found) throw new UsageError(`--${option}: “${text}” is not one of ${choices.join(', ')}.`);
  return found;
}
