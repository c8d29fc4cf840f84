// Keys of the Lab page: Space plays and pauses, Ctrl+Z and Ctrl+Y go through the versions of the document; not where a key has a use of
// its own: in fields, at a command prompt, in a dialog.

import type { ReactiveController } from 'lit';
import type { LabSession } from './lab-session.ts';

const isAt = (path: readonly EventTarget[], selector: string): boolean =>
  path.some((target) => target instanceof HTMLElement && target.matches(selector));

/** A prompt takes what is typed on its screen; so does a tree or a grid, which goes to what is typed. */
const OWN_KEYS = 'dialog, nic-console-window, [role=tree], [role=grid], [role=treegrid]';

const takesText = (path: readonly EventTarget[]): boolean => isAt(path.slice(0, 1), 'input[type=text], textarea') || isAt(path, 'dialog');

/** Elements that have a use for the space bar themselves. */
const takesSpace = (path: readonly EventTarget[]): boolean =>
  isAt(path.slice(0, 1), 'button, input, textarea, select, summary, a, [role=treeitem]') || isAt(path, OWN_KEYS);

export class LabKeys implements ReactiveController {
  constructor(
    private readonly session: LabSession,
    private readonly isShown: () => boolean,
  ) {}

  hostConnected(): void {
    window.addEventListener('keydown', this.pressed);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.pressed);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const { session } = this;
    if (!this.isShown() || !session.document || event.defaultPrevented || event.altKey) return;
    const path = event.composedPath();
    const isCommand = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (key === ' ' && !isCommand && session.layout && !takesSpace(path)) {
      if (session.playing) session.pause();
      else session.play();
    } else if (isCommand && (key === 'z' || key === 'y') && !takesText(path)) {
      if (key === 'y' || event.shiftKey) session.redo();
      else session.undo();
    } else return;
    event.preventDefault();
  };
}
