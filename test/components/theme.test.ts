// Colours. The contrast ratio and its limits: WCAG 2.2, "relative luminance", success criteria 1.4.3 and 1.4.11.

import { expect } from '@open-wc/testing';
import { SCALE_STEPS, loadColour, loadInk, loadRgb } from '../../ui/components/load-scale.ts';
import { installTheme } from '../../ui/components/theme.ts';

type Rgb = number[];

function luminance([red = 0, green = 0, blue = 0]: Rgb): number {
  const linear = (byte: number) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(a: Rgb, b: Rgb): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function painted(scheme: 'light' | 'dark', property: 'color' | 'backgroundColor', value: string): Rgb {
  const probe = document.body.appendChild(document.createElement('span'));
  probe.style.colorScheme = scheme;
  probe.style[property] = value;
  const rgb = (getComputedStyle(probe)[property].match(/[\d.]+/g) ?? []).map(Number);
  probe.remove();
  return rgb;
}

describe('the load scale', () => {
  for (const dark of [false, true])
    it(`in ${dark ? 'dark' : 'light'} only ever goes one way in luminance`, () => {
      const steps = Array.from({ length: SCALE_STEPS }, (_, step) => luminance(loadRgb(step / (SCALE_STEPS - 1), dark)));
      const ordered = [...steps].sort((a, b) => (dark ? a - b : b - a));
      expect(steps).to.deep.equal(ordered);
    });

  for (const scheme of ['light', 'dark'] as const)
    it(`in ${scheme} carries text of at least 4.5:1 on every step`, () => {
      const bad: string[] = [];
      for (let step = 0; step < SCALE_STEPS; step += 1) {
        const part = step / (SCALE_STEPS - 1);
        const ratio = contrast(painted(scheme, 'backgroundColor', loadColour(part)), painted(scheme, 'color', loadInk(part)));
        if (ratio < 4.5) bad.push(`${part.toFixed(2)}: ${ratio.toFixed(2)}`);
      }
      expect(bad).to.deep.equal([]);
    });
});

describe('the tokens', () => {
  const pairs: [ink: string, ground: string, least: number][] = [
    ['text', 'bg', 4.5],
    ['text', 'surface', 4.5],
    ['text', 'sunken', 4.5],
    ['quiet', 'bg', 4.5],
    ['quiet', 'surface', 4.5],
    ['quiet', 'sunken', 4.5],
    ['quiet', 'accent-soft', 4.5],
    ['accent', 'surface', 4.5],
    ['accent', 'accent-soft', 4.5],
    ['on-accent', 'accent', 4.5],
    ['hot', 'surface', 4.5],
    ['hot', 'accent-soft', 4.5],
    ['warn', 'warn-soft', 4.5],
    ['text', 'warn-soft', 4.5],
    ['bad', 'surface', 4.5],
    ['text', 'bad-soft', 4.5],
    ['good', 'surface', 4.5],
    ['edge', 'surface', 3],
    ['hot', 'sunken', 3],
  ];
  for (const scheme of ['light', 'dark'] as const)
    for (const [ink, ground, least] of pairs)
      it(`in ${scheme}: ${ink} on ${ground} has at least ${least}:1`, () => {
        installTheme(document);
        const front = painted(scheme, 'color', `var(--nic-${ink})`);
        const back = painted(scheme, 'backgroundColor', `var(--nic-${ground})`);
        expect(contrast(front, back)).to.be.at.least(least);
      });
});
