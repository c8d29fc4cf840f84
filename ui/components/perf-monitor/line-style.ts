// How series are told apart: twelve colours and five line patterns, so that neighbours differ in both and colour is never the one cue.
// Lines of an imported log have short dashes, which no emulated line has. Each colour stands out 3:1 from the surface (WCAG 2.2, 1.4.11).

import type { CounterSeries } from '../../counters/series.ts';

interface Colour {
  light: string;
  dark: string;
}

export const lineColours: readonly Colour[] = [
  { light: '#1f5fbf', dark: '#74b4ff' }, // blue
  { light: '#c2410c', dark: '#ff9a52' }, // orange
  { light: '#1a7f3c', dark: '#5fd38a' }, // green
  { light: '#7e3fb8', dark: '#c39bff' }, // purple
  { light: '#0b8a94', dark: '#3ccfd6' }, // teal
  { light: '#c8237f', dark: '#ff86c4' }, // magenta
  { light: '#8f6b00', dark: '#e8c53f' }, // ochre
  { light: '#4a5568', dark: '#b3bfce' }, // slate
  { light: '#d3262b', dark: '#ff6f70' }, // red
  { light: '#1f92dd', dark: '#3a8fe0' }, // sky
  { light: '#5f8a00', dark: '#b2d94a' }, // olive
  { light: '#6b3f22', dark: '#cd9f7a' }, // brown
];

/** Lengths of strokes and gaps in CSS pixels; none: solid. */
export const linePatterns: readonly { name: string; dash: readonly number[] }[] = [
  { name: 'solid', dash: [] },
  { name: 'long dashes', dash: [14, 4] },
  { name: 'dashes and dots', dash: [10, 4, 2, 4] },
  { name: 'very long dashes', dash: [26, 5] },
  { name: 'dashes and two dots', dash: [12, 3, 2, 3, 2, 3] },
];

export const importedPattern = { name: 'short dashes', dash: [4, 3] } as const;

type Styled = Pick<CounterSeries, 'color' | 'source'>;

const colourOf = ({ color }: Styled): Colour => lineColours[color % lineColours.length]!;

/** Twelve and five have no common divisor: sixty series differ in colour, pattern or both. */
export const patternOf = ({ color, source }: Styled): { name: string; dash: readonly number[] } =>
  source === 'imported' ? importedPattern : linePatterns[color % linePatterns.length]!;

/** For a canvas, which does not know light-dark(). */
export const lineInk = (series: Styled, dark: boolean): string => colourOf(series)[dark ? 'dark' : 'light'];

/** For CSS. */
export const lineColour = (series: Styled): string => `light-dark(${colourOf(series).light}, ${colourOf(series).dark})`;
