// A canvas that is drawn many times a second: kept at the size of its box in device pixels, and at the colours of the theme.

import { css, type LitElement, type ReactiveController } from 'lit';
import { isDark } from '../load-scale.ts';
import { readInks, type Inks } from './inks.ts';

/** For the element's styles: a change of the colour scheme is seen as a transition of the canvas's own colour. */
export const drawnCanvas = css`
  canvas {
    display: block;
    color: var(--nic-text);
    transition: color 1ms;
  }
  .probe {
    display: none;
  }
`;

/** Looks after the one canvas of an element, which has a hidden `.probe` beside it to read colours on. */
export class DrawnCanvas implements ReactiveController {
  private canvas: HTMLCanvasElement | null = null;
  private inks: Inks | null = null;
  private readonly resized = new ResizeObserver(([entry]) => {
    const { width, height } = entry!.contentRect;
    const scale = window.devicePixelRatio || 1;
    this.canvas!.width = Math.max(1, Math.round(width * scale));
    this.canvas!.height = Math.max(1, Math.round(height * scale));
    this.redraw();
  });
  private readonly recoloured = () => {
    this.inks = null;
    this.redraw();
  };

  /** @param paint  draws everything; the third parameter is device pixels per CSS pixel */
  constructor(
    private readonly host: LitElement,
    private readonly paint: (canvas: HTMLCanvasElement, inks: Inks, scale: number) => void,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const canvas = this.host.renderRoot.querySelector('canvas');
    if (canvas === this.canvas) return;
    this.release();
    this.canvas = canvas;
    if (!canvas) return;
    canvas.addEventListener('transitionend', this.recoloured);
    this.resized.observe(canvas);
  }

  hostConnected(): void {
    if (this.host.hasUpdated) this.hostUpdated();
  }

  hostDisconnected(): void {
    this.release();
  }

  redraw(): void {
    const { canvas } = this;
    const probe = this.host.renderRoot.querySelector<HTMLElement>('.probe');
    if (!canvas || !probe) return;
    this.inks ??= readInks(probe, isDark(canvas));
    this.paint(canvas, this.inks, window.devicePixelRatio || 1);
  }

  private release(): void {
    this.resized.disconnect();
    this.canvas?.removeEventListener('transitionend', this.recoloured);
    this.canvas = null;
    this.inks = null;
  }
}
