// Draws load over time, column by column of pixels: a stack of the classes for each processor, or one colour for each where there are many.

import { loadClasses } from '../lab-view/classes.ts';
import type { Inks } from '../lab-view/inks.ts';
import { loadRgb, SCALE_STEPS } from '../load-scale.ts';
import { LOAD_COLUMNS, type LoadHistory } from './history.ts';

export interface Span {
  fromPs: number;
  toPs: number;
}

/** Pixel as ImageData keeps it, on a little-endian machine as every browser's is. */
const pixelOf = (red: number, green: number, blue: number): number => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;

const hexPixel = (colour: string): number => {
  const value = parseInt(colour.slice(1), 16);
  return pixelOf(value >> 16, (value >> 8) & 255, value & 255);
};

const classPixels = [0, 1].map((ground) => loadClasses.map(({ colours }) => hexPixel(colours[ground as 0 | 1])));
const heatPixels = [false, true].map((dark) =>
  Array.from({ length: SCALE_STEPS }, (_, step) => pixelOf(...loadRgb(step / (SCALE_STEPS - 1), dark))),
);

/** Fills one column of one processor's lane from its foot. */
function fillStack(
  pixels: Uint32Array,
  width: number,
  x: number,
  top: number,
  height: number,
  shares: Float64Array,
  at: number,
  colours: number[],
): void {
  let sum = 0;
  let foot = top + height;
  for (let index = 0; index < loadClasses.length; index += 1) {
    sum += shares[at + index]!;
    const head = Math.max(top, top + height - Math.round(sum * height));
    for (let y = head; y < foot; y += 1) pixels[y * width + x] = colours[index]!;
    foot = Math.min(foot, head);
  }
}

function fillHeat(
  pixels: Uint32Array,
  width: number,
  x: number,
  top: number,
  height: number,
  shares: Float64Array,
  at: number,
  colours: number[],
): void {
  let load = 0;
  for (let index = 0; index < loadClasses.length; index += 1) load += shares[at + index]!;
  const colour = colours[Math.round(Math.min(1, Math.max(0, load)) * (SCALE_STEPS - 1))]!;
  for (let y = top; y < top + height; y += 1) pixels[y * width + x] = colour;
}

/** Top and height of a lane; narrow ones are parted by one pixel, others by more. */
function laneOf(lane: number, lanes: number, height: number): [top: number, height: number] {
  const gap = height / lanes > 16 ? 3 : 1;
  const top = Math.round((lane * height) / lanes) + gap;
  return [top, Math.round(((lane + 1) * height) / lanes) - top];
}

let image: ImageData | null = null;
let shares = new Float64Array();

/** @param stacked  by class; otherwise one colour for the whole load */
export function drawLoad(canvas: HTMLCanvasElement, history: LoadHistory, span: Span, stacked: boolean, inks: Inks): void {
  const context = canvas.getContext('2d');
  const { width, height } = canvas;
  const lanes = history.processors.length;
  if (!context || !lanes) return;
  if (image?.width !== width || image.height !== height) image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  pixels.fill(0);
  if (shares.length !== lanes * LOAD_COLUMNS) shares = new Float64Array(lanes * LOAD_COLUMNS);
  if (history.samples.length >= 2 && span.toPs > span.fromPs) {
    const [first, last] = [history.samples[0]!.timePs, history.samples.at(-1)!.timePs];
    const perPixel = (span.toPs - span.fromPs) / width;
    const fill = stacked ? fillStack : fillHeat;
    const colours = (stacked ? classPixels : heatPixels)[inks.dark ? 1 : 0]!;
    for (let x = 0; x < width; x += 1) {
      const fromPs = span.fromPs + x * perPixel;
      if (fromPs + perPixel <= first || fromPs >= last) continue;
      history.shares(Math.max(first, fromPs), Math.min(last, fromPs + perPixel), shares);
      for (let lane = 0; lane < lanes; lane += 1) {
        const [top, laneHeight] = laneOf(lane, lanes, height);
        fill(pixels, width, x, top, laneHeight, shares, lane * LOAD_COLUMNS, colours);
      }
    }
  }
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = inks.sunken;
  for (let lane = 0; lane < lanes; lane += 1) {
    const [top, laneHeight] = laneOf(lane, lanes, height);
    context.fillRect(0, top, width, laneHeight);
  }
  context.globalCompositeOperation = 'source-over';
}
