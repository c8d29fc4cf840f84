import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Measure } from '../../analysis/types.ts';
import {
  rssAssumptions,
  rssDefaults,
  rssEffective,
  rssFaults,
  rssNumberFields,
  type Fault,
  type Note,
  type RssNumberName,
  type RssSettings,
} from '../../features/rss.ts';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';
import '../hash-types/hash-types.ts';
import '../hint/hint.ts';
import '../key-field/key-field.ts';
import '../number-field/number-field.ts';
import '../table-editor/table-editor.ts';

const tableAssumption = rssAssumptions.find(({ path }) => path === 'table');
const defaultQueueAssumption = rssAssumptions.find(({ path }) => path === 'defaultQueue');

/**
 * The settings of RSS as live controls, made from their declarations. Every change is announced, faulty ones too: the faults are
 * shown beside the controls, and it is for the page to keep its last good answer.
 *
 * @tagname nic-rss-form
 * @fires {CustomEvent<{settings: RssSettings}>} nic-settings-change - A setting changed.
 * @fires {CustomEvent<{entry: number}>} nic-entry-select - The flows of a table entry are wanted.
 */
export class NicRssForm extends LitElement {
  static override styles = [
    base,
    css`
      .form {
        display: grid;
        gap: var(--nic-s3);
      }
      .group {
        display: grid;
        gap: 0;
      }
      .group + .group {
        border-block-start: 1px solid var(--nic-line);
        padding-block-start: var(--nic-s2);
      }
      .check {
        display: flex;
        gap: var(--nic-s2);
        padding-block: var(--nic-s1);
        line-height: 1.25;
      }
      .check input {
        flex: none;
        margin: 0;
      }
      .fault {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s2);
        color: var(--nic-bad);
      }
      summary {
        cursor: pointer;
        min-block-size: 1.5rem;
      }
      summary strong {
        font-weight: 600;
      }
      details nic-table-editor {
        padding-block-start: var(--nic-s2);
      }
      .entries {
        position: relative;
      }
      .corner {
        position: absolute;
        inset-block-start: var(--nic-s2);
        inset-inline-end: 0;
      }
      .which {
        color: var(--nic-quiet);
      }
    `,
  ];

  @property({ attribute: false }) settings: RssSettings = rssDefaults;
  @property() measure: Measure = 'packets';
  /** Load of each table entry under the last good setting. */
  @property({ attribute: false }) entryLoads: Float64Array = new Float64Array();

  override render() {
    const faults = rssFaults(this.settings);
    const notes = faults.length ? [] : rssEffective(this.settings).notes;
    const number = (name: RssNumberName, sliderMax: number | null = null) => this.number(name, faults, notes, sliderMax);
    const { processors } = this.settings;
    return html`<div class="form">
      <div class="group" role="group" aria-label="Adapter">${number('queues', 16)} ${number('tableEntries')}</div>
      <div class="group" role="group" aria-label="Processors">
        ${number('maxProcessors', Math.max(1, Math.min(64, processors)))}
        ${number('baseProcessor', Math.max(1, Math.min(63, processors - 1)))} ${number('processors')} ${number('threadsPerCore')}
        ${this.siblings()}
      </div>
      <div class="group">
        <nic-key-field
          .key=${this.settings.key}
          @nic-key-change=${(event: CustomEvent<{ key: string }>) => this.change({ key: event.detail.key })}
        ></nic-key-field>
      </div>
      <div class="group">
        <nic-hash-types
          .hashFlags=${this.settings.hashFlags}
          @nic-hash-types-change=${(event: CustomEvent<{ hashFlags: number }>) => this.change({ hashFlags: event.detail.hashFlags })}
        ></nic-hash-types>
        ${
          defaultQueueAssumption
            ? html`<p class="which">
                Not hashed: first processor
                <nic-hint label="Frames that cannot be hashed" .evidence=${{ assumed: defaultQueueAssumption.assumed }}></nic-hint>
              </p>`
            : nothing
        }
      </div>
      <div class="group entries">${this.table(faults)}</div>
    </div>`;
  }

  private number(name: RssNumberName, faults: Fault[], notes: Note[], sliderMax: number | null) {
    const note = notes
      .filter(({ path }) => path === name)
      .map(({ message, evidence }) => ('assumed' in evidence ? `${message} (assumed)` : message));
    return html`<nic-number-field
      .field=${rssNumberFields[name]}
      .value=${this.settings[name]}
      .sliderMax=${sliderMax === null ? null : Math.max(sliderMax, this.settings[name])}
      .fault=${faults.find(({ path }) => path === name)?.message ?? ''}
      .note=${note.join(' ')}
      @nic-number-change=${(event: CustomEvent<{ value: number }>) => this.numberChanged(name, event.detail.value)}
    ></nic-number-field>`;
  }

  private siblings() {
    const idle = this.settings.threadsPerCore === 1;
    return html`<label class="check"
      ><input
        type="checkbox"
        .checked=${this.settings.skipSiblings}
        ?disabled=${idle}
        @change=${(event: Event) => this.change({ skipSiblings: (event.target as HTMLInputElement).checked })}
      /><span
        >Use one thread of each core, as Windows does${idle ? html` <span class="which">(cores have one)</span>` : nothing}</span
      ></label
    >`;
  }

  private table(faults: Fault[]) {
    const fault = faults.find(({ path }) => path.startsWith('table') && path !== 'tableEntries');
    const usable = faults.every(({ path }) => path.startsWith('table['));
    const effective = usable ? rssEffective(this.settings) : null;
    return html`${
        fault
          ? html`<p class="fault" role="alert">
              ${fault.message} <button type="button" @click=${() => this.change({ table: null })}>Round robin</button>
            </p>`
          : nothing
      }
      <details>
        <summary>
          <strong>Table entries</strong>
          <span class="which">${this.settings.table ? 'set by hand' : 'round robin'}</span>
        </summary>
        ${
          effective
            ? html`<nic-table-editor
                .table=${effective.table}
                .loads=${this.entryLoads.length === effective.table.length ? this.entryLoads : new Float64Array()}
                .measure=${this.measure}
                .queues=${effective.queueProcessor.length}
                .roundRobin=${this.settings.table === null}
                @nic-table-change=${(event: CustomEvent<{ table: number[] | null }>) => this.change({ table: event.detail.table })}
              ></nic-table-editor>`
            : nothing
        }
      </details>
      ${
        tableAssumption && !this.settings.table
          ? html`<nic-hint class="corner" label="Table entries" .evidence=${{ assumed: tableAssumption.assumed }}></nic-hint>`
          : nothing
      }`;
  }

  /** A table set by hand is repeated or cut when its size changes, so that the low bits keep their queues. */
  private numberChanged(name: RssNumberName, value: number): void {
    const { table } = this.settings;
    if (name === 'tableEntries' && table)
      this.change({ tableEntries: value, table: Array.from({ length: value }, (_, entry) => table[entry % table.length]!) });
    else this.change({ [name]: value });
  }

  private change(change: Partial<RssSettings>): void {
    emit(this, 'nic-settings-change', { settings: { ...this.settings, ...change } });
  }
}

define('nic-rss-form', NicRssForm);

declare global {
  interface HTMLElementTagNameMap {
    'nic-rss-form': NicRssForm;
  }
}
