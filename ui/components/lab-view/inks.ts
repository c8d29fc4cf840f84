// Colours of the theme for a canvas, which does not know light-dark(): each token is resolved on an element that stands in the page.

const tokens = ['surface', 'sunken', 'line', 'edge', 'text', 'quiet', 'accent', 'bar', 'bad', 'hot'] as const;

export type Inks = Record<(typeof tokens)[number], string> & { dark: boolean };

/** @param probe  an element of the page that shows nothing; its colour is changed */
export function readInks(probe: HTMLElement, dark: boolean): Inks {
  const inks = Object.fromEntries(
    tokens.map((token) => {
      probe.style.color = `var(--nic-${token})`;
      return [token, getComputedStyle(probe).color];
    }),
  );
  probe.style.removeProperty('color');
  return { ...inks, dark } as Inks;
}
