// What comes into the dialog: typing, pastes, files that are opened or dropped. The page takes drops and pastes too; those over the dialog
// are the dialog's.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { carriesFiles } from '../capture-files.ts';
import { formatPlural } from '../format.ts';
import { MAX_FILES, readSource, type Source } from './sources.ts';

/** A pasted text longer than this is kept beside the text area, which would be slow to type in. */
const TYPED_MOST = 100_000;

export class Intake implements ReactiveController {
  typed = '';
  files: readonly Source[] = [];
  /** Why files were not taken. */
  faults: readonly string[] = [];
  /** Files are over the dialog. */
  isOver = false;

  constructor(
    private readonly host: ReactiveControllerHost & EventTarget,
    private readonly changed: () => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.isOver = false;
  }

  get sources(): Source[] {
    return [{ name: null, text: this.typed }, ...this.files];
  }

  get isEmpty(): boolean {
    return !this.typed && !this.files.length;
  }

  /** Characters of all texts together. */
  get size(): number {
    return this.sources.reduce((sum, { text }) => sum + text.length, 0);
  }

  readonly wrote = (event: Event): void => {
    this.typed = (event.target as HTMLTextAreaElement).value;
    this.update();
  };

  readonly clear = (): void => {
    this.typed = '';
    this.files = [];
    this.faults = [];
    this.update();
  };

  remove(index: number): void {
    this.files = this.files.filter((_, at) => at !== index);
    this.update();
  }

  async take(files: readonly File[]): Promise<void> {
    const room = Math.max(0, MAX_FILES - this.files.length);
    const read = await Promise.all(files.slice(0, room).map(readSource));
    const taken = read.flatMap((each) => ('fault' in each ? [] : [each]));
    this.faults = [
      ...read.flatMap((each) => ('fault' in each ? [each.fault] : [])),
      ...(files.length > room
        ? [`${formatPlural(files.length - room, 'file was', 'files were')} not taken: ${MAX_FILES} are the most at a time.`]
        : []),
    ];
    this.files = [...this.files, ...taken];
    this.update();
  }

  readonly dragged = (event: DragEvent): void => {
    if (!carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.stopPropagation();
    this.hover(true);
  };

  readonly draggedOff = (event: DragEvent): void => {
    event.stopPropagation();
    const { currentTarget, relatedTarget } = event;
    if (!(currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) this.hover(false);
  };

  readonly dropped = (event: DragEvent): void => {
    this.hover(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    event.stopPropagation();
    void this.take(files);
  };

  readonly pasted = (event: ClipboardEvent): void => {
    event.stopPropagation();
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!files.length && text.length <= TYPED_MOST) return;
    event.preventDefault();
    if (files.length) void this.take(files);
    else {
      this.files = [...this.files, { name: `Pasted text ${this.files.length + 1}`, text }];
      this.update();
    }
  };

  private hover(isOver: boolean): void {
    if (isOver === this.isOver) return;
    this.isOver = isOver;
    this.host.requestUpdate();
  }

  private update(): void {
    this.changed();
    this.host.requestUpdate();
  }
}
