// Keeps the end of an element that scrolls in sight, unless the reader has scrolled away from it.

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Fractions of pixels, and a little of the padding. */
const NEAR_PX = 8;

export class EndFollower implements ReactiveController {
  private follows = true;

  constructor(
    host: ReactiveControllerHost,
    private readonly scroller: () => HTMLElement | null,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  hostUpdated(): void {
    const scroller = this.scroller();
    if (scroller && this.follows) scroller.scrollTop = scroller.scrollHeight;
  }

  /** From the next update on. */
  follow(): void {
    this.follows = true;
  }

  readonly scrolled = (): void => {
    const scroller = this.scroller();
    if (scroller) this.follows = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX;
  };

  page(direction: -1 | 1): void {
    const scroller = this.scroller();
    scroller?.scrollBy({ top: direction * 0.9 * scroller.clientHeight });
  }
}
