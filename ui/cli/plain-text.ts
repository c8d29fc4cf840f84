// Text for a terminal, which breaks no lines between number and unit; searching wants plain blanks.

export const plainText = (text: string): string => text.replaceAll('\u00a0', ' ');
