// Copying from the screen of a prompt: the text alone, without colours and fonts.

/** What is selected within a shadow root. Where a root has no selection of its own, that of the document reaches into it. */
export function selectedText(root: Node): string {
  const { getSelection } = root as ShadowRoot & { getSelection?: () => Selection | null };
  const selection = getSelection ? getSelection.call(root) : document.getSelection();
  return selection?.toString() ?? '';
}

export function copySelection(event: ClipboardEvent, root: Node): void {
  const text = selectedText(root);
  if (text === '' || event.composedPath()[0] instanceof HTMLInputElement) return;
  event.preventDefault();
  event.clipboardData?.setData('text/plain', text);
}

/** @returns what to tell the reader */
export async function copyText(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'The screen was copied.';
  } catch {
    return 'The browser does not let the page copy: select the text and copy it with Ctrl+C.';
  }
}
