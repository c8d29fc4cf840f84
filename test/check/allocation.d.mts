export function complaintsOfSource(file: string, text: string): string[];
export function complaintsOfText(wat: string): string[];
export function findAllocation(): Promise<string[]>;
