// The state of the Hash page: what is hashed, under which setting, and the core's answer. A faulty input or setting keeps the
// last good answer; an answer that was overtaken is dropped.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { HashSubject, TupleInput } from '../analysis/types.ts';
import { hashExamples } from '../components/hash-examples/hash-examples.ts';
import type { HashShown } from '../components/hash-view/hash-view.ts';
import type { CaptureEngineApi } from '../engine/api.ts';
import { VERIFICATION_KEY, rssDefaults, rssFaults, type RssSettings } from '../features/rss.ts';

type Explainer = Pick<CaptureEngineApi, 'explain'>;

export class HashSession implements ReactiveController {
  settings: RssSettings = rssDefaults;
  /** The tuple to begin with: Microsoft's first example. */
  readonly tuple: TupleInput = hashExamples[1]!.tuple;
  subject: HashSubject = { tuple: this.tuple };
  shown: HashShown | null = null;
  /** Why the last question has no answer, or what was wrong with it; null when nothing was. */
  failure: string | null = null;
  /** The core's hash of each published example; null where it gave none. */
  computed: readonly (number | null)[] = [];

  /** Number of the newest question. */
  private asked = 0;
  private verified: Explainer | null = null;

  /** @param engine  what computes, or null until it runs; call choose({}) when it does */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly engine: () => Explainer | null,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.asked++;
  }

  /** Takes another subject or setting; the answer follows. */
  choose({ subject, settings }: { subject?: HashSubject; settings?: RssSettings }): void {
    if (subject) this.subject = subject;
    if (settings) this.settings = settings;
    this.host.requestUpdate();
    void this.ask();
  }

  private async ask(): Promise<void> {
    const { subject, settings } = this;
    const engine = this.engine();
    if (!engine || rssFaults(settings).length) return;
    const turn = ++this.asked;
    try {
      const answer = await engine.explain(subject, settings);
      if (turn !== this.asked) return;
      this.shown = { answer, settings, subject };
      this.failure = null;
      void this.verify(engine);
    } catch (error) {
      if (turn === this.asked) this.failure = error instanceof Error ? error.message : String(error);
    }
    this.host.requestUpdate();
  }

  /** Asks each engine once for the published examples, under the key that they are published for. */
  private async verify(engine: Explainer): Promise<void> {
    if (this.verified === engine) return;
    this.verified = engine;
    const settings: RssSettings = { ...rssDefaults, key: VERIFICATION_KEY };
    const answers = await Promise.allSettled(hashExamples.map(({ tuple }) => engine.explain({ tuple }, settings)));
    this.computed = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.hash : null));
    this.host.requestUpdate();
  }
}
