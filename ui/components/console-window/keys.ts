// Which key of the input asks for what. Left to the browser: whatever is not named here, and copying what is selected.

export type Wish =
  'enter' | 'complete' | 'complete-back' | 'earlier' | 'later' | 'list' | 'clear-line' | 'break' | 'clear-screen' | 'page-up' | 'page-down';

const plain = new Map<string, Wish>([
  ['Enter', 'enter'],
  ['Tab', 'complete'],
  ['ArrowUp', 'earlier'],
  ['ArrowDown', 'later'],
  ['F7', 'list'],
  ['Escape', 'clear-line'],
  ['PageUp', 'page-up'],
  ['PageDown', 'page-down'],
]);

const withControl = new Map<string, Wish>([
  ['c', 'break'],
  ['l', 'clear-screen'],
]);

export type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'isComposing'>;

export function wishOf({ key, ctrlKey, altKey, metaKey, shiftKey, isComposing }: Key): Wish | null {
  if (isComposing || altKey || metaKey) return null;
  if (ctrlKey) return shiftKey ? null : (withControl.get(key.toLowerCase()) ?? null);
  if (shiftKey) return key === 'Tab' ? 'complete-back' : key === 'Enter' ? 'enter' : null;
  return plain.get(key) ?? null;
}

export const keyHelp: readonly (readonly [keys: string, does: string])[] = [
  ['Tab, Shift+Tab', 'the next or the previous completion. In an empty line, and while a command runs, they move on.'],
  ['↑, ↓', 'earlier and later lines.'],
  ['F7', 'the list of earlier lines.'],
  ['Esc', 'clears the line.'],
  ['Ctrl+C', 'copies what is selected. With nothing selected it stops what runs, drops lines that wait, or cancels the line.'],
  ['Ctrl+L, cls', 'clears the screen.'],
  ['Page Up, Page Down', 'scroll the output.'],
];
