// Drawing of the heat strip: one row a queue, one column a time bin, as one image scaled to the canvas without smoothing.

import type { HeatStrip, Measure } from '../../analysis/types.ts';
import { loadRgb } from '../load-scale.ts';

/** The largest cell: the end of the colour scale. */
export function heatPeak(heat: HeatStrip, measure: Measure): number {
  let peak = 0;
  for (const value of heat[measure]) if (value > peak) peak = value;
  return peak;
}

/** Fits the canvas to its box at the screen's resolution; returns its size in device pixels. */
export function fitCanvas(canvas: HTMLCanvasElement): { width: number; height: number } {
  const { width, height } = canvas.getBoundingClientRect();
  const scale = window.devicePixelRatio || 1;
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  return { width: canvas.width, height: canvas.height };
}

/** Draws all cells; a gap of one device pixel parts the rows. */
export function drawHeat(canvas: HTMLCanvasElement, heat: HeatStrip, measure: Measure, dark: boolean): void {
  const { width, height } = fitCanvas(canvas);
  const context = canvas.getContext('2d');
  if (!context || !heat.queues || !heat.bins) return;
  const peak = heatPeak(heat, measure) || 1;
  const image = new ImageData(heat.bins, heat.queues);
  const values = heat[measure];
  for (let cell = 0; cell < heat.queues * heat.bins; cell += 1) {
    const [red, green, blue] = loadRgb(values[cell]! / peak, dark);
    image.data.set([red, green, blue, values[cell]! > 0 ? 255 : 0], cell * 4);
  }
  const cells = new OffscreenCanvas(heat.bins, heat.queues);
  cells.getContext('2d')!.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.clearRect(0, 0, width, height);
  context.drawImage(cells, 0, 0, width, height);
  for (let queue = 1; queue < heat.queues; queue += 1) context.clearRect(0, Math.round((queue * height) / heat.queues), width, 1);
}
