// Text that changes many times a second is written here, past Lit, and only where it differs.

export function setText(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
