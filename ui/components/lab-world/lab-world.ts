import { LitElement, css, html } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { LabConnectionName, LabLayout, LabLedger } from '../../scenario/lab-frame.ts';
import { define, emit } from '../element.ts';
import '../lab-connections/lab-connections.ts';
import type { NicLabConnections } from '../lab-connections/lab-connections.ts';
import '../lab-copies/lab-copies.ts';
import type { NicLabCopies } from '../lab-copies/lab-copies.ts';
import '../lab-ledger/lab-ledger.ts';
import type { LedgerSubject } from '../lab-ledger/lab-ledger.ts';
import '../lab-load/lab-load.ts';
import type { NicLabLoad } from '../lab-load/lab-load.ts';
import '../lab-machines/lab-machines.ts';
import type { NicLabMachines } from '../lab-machines/lab-machines.ts';
import '../lab-offload/lab-offload.ts';
import type { NicLabOffload } from '../lab-offload/lab-offload.ts';
import '../lab-queues/lab-queues.ts';
import type { NicLabQueues } from '../lab-queues/lab-queues.ts';
import '../lab-tabs/lab-tabs.ts';
import '../lab-topology/lab-topology.ts';
import type { NicLabTopology, TopologyItem } from '../lab-topology/lab-topology.ts';
import type { LabMoment } from '../lab-view/moment.ts';
import { hasOtherCopiers } from '../lab-view/traffic.ts';
import { base, card } from '../theme.ts';

type TabId = 'connections' | 'queues' | 'machines' | 'offload' | 'copies' | 'ledger';

/** Tabs that a world has something for. */
function tabsOf(layout: LabLayout | null): { id: TabId; label: string }[] {
  return [
    { id: 'connections', label: 'Connections' },
    { id: 'queues', label: 'Queues' },
    ...(layout?.machines.length ? [{ id: 'machines', label: 'Virtual machines' } as const] : []),
    ...(layout?.offloads.length ? [{ id: 'offload', label: 'Offload' } as const] : []),
    ...(layout && hasOtherCopiers(layout) ? [{ id: 'copies', label: 'Copies' } as const] : []),
    { id: 'ledger', label: 'Cost ledger' },
  ];
}

/**
 * A running world: topology, load over time, and below them connections, queues, what offloads make of them, and the cost
 * ledger. What is shown comes by `show`.
 *
 * @tagname nic-lab-world
 * @fires {CustomEvent<{item: TopologyItem}>} nic-lab-select - A part of the topology was chosen.
 * @fires {CustomEvent<{ids: number[]}>} nic-lab-names - Names of these connections are wanted.
 * @fires {CustomEvent<{subject: LedgerSubject | null}>} nic-lab-ledger - This ledger is looked at, or none.
 * @fires nic-lab-again - A view has come up and wants the present moment.
 */
export class NicLabWorld extends LitElement {
  static override styles = [
    base,
    card,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--nic-s3);
      }
      .panel {
        padding-block-start: var(--nic-s2);
      }
    `,
  ];

  @property({ attribute: false }) layout: LabLayout | null = null;
  @property({ attribute: false }) names: ReadonlyMap<number, LabConnectionName> = new Map();
  @property({ attribute: false }) ledger: LabLedger | null = null;

  @state() private tab: TabId = 'connections';
  @state() private selected: TopologyItem | null = null;
  @state() private subject: LedgerSubject | null = null;
  @query('nic-lab-topology') private topology!: NicLabTopology | null;
  @query('nic-lab-load') private load!: NicLabLoad | null;
  @query('nic-lab-queues') private queues!: NicLabQueues | null;
  @query('nic-lab-machines') private machines!: NicLabMachines | null;
  @query('nic-lab-offload') private offload!: NicLabOffload | null;
  @query('nic-lab-copies') private copies!: NicLabCopies | null;
  @query('nic-lab-connections') private connections!: NicLabConnections | null;

  /** @param numbers  texts are due too, not only what is drawn */
  show(moment: LabMoment, numbers: boolean): void {
    this.topology?.show(moment, numbers);
    this.load?.show(moment, numbers);
    if (!numbers) return;
    const { connections, queues, machines, offload, copies } = this;
    const views = { connections, queues, machines, offload, copies, ledger: null };
    views[this.tab]?.show(moment);
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('layout')) return;
    this.selected = null;
    const { subject, layout } = this;
    const remains = !!subject && 'processor' in subject && !!layout && subject.processor < layout.processors.length;
    if (subject && !remains) this.subject = null;
    if (!tabsOf(layout).some(({ id }) => id === this.tab)) this.tab = 'connections';
  }

  override updated(changed: Map<string, unknown>): void {
    if (!changed.has('tab') && !changed.has('subject') && !changed.has('layout')) return;
    emit(this, 'nic-lab-again', null);
    emit(this, 'nic-lab-ledger', { subject: this.tab === 'ledger' ? this.subject : null });
  }

  override render() {
    const { layout, subject, tab } = this;
    return html`<section class="card" aria-label="Topology">
        <nic-lab-topology .layout=${layout} .selected=${this.selected} @nic-lab-select=${this.chosen}></nic-lab-topology>
      </section>
      <section class="card" aria-label="Load">
        <nic-lab-load .layout=${layout}></nic-lab-load>
      </section>
      <section class="card" aria-label="Details">
        <nic-lab-tabs
          label="Details"
          .tabs=${tabsOf(layout)}
          selected=${tab}
          @nic-lab-tab=${(event: CustomEvent<{ id: TabId }>) => (this.tab = event.detail.id)}
        ></nic-lab-tabs>
        <div class="panel" role="tabpanel" aria-label="Connections" ?hidden=${tab !== 'connections'}>
          <nic-lab-connections
            .layout=${layout}
            .names=${this.names}
            .selected=${subject && 'connection' in subject ? subject.connection : null}
            @nic-lab-connection=${(event: CustomEvent<LedgerSubject>) => {
              this.subject = event.detail;
              this.tab = 'ledger';
            }}
          ></nic-lab-connections>
        </div>
        <div class="panel" role="tabpanel" aria-label="Queues" ?hidden=${tab !== 'queues'}>
          <nic-lab-queues .layout=${layout}></nic-lab-queues>
        </div>
        <div class="panel" role="tabpanel" aria-label="Virtual machines" ?hidden=${tab !== 'machines'}>
          <nic-lab-machines .layout=${layout}></nic-lab-machines>
        </div>
        <div class="panel" role="tabpanel" aria-label="Offload" ?hidden=${tab !== 'offload'}>
          <nic-lab-offload .layout=${layout}></nic-lab-offload>
        </div>
        <div class="panel" role="tabpanel" aria-label="Copies" ?hidden=${tab !== 'copies'}>
          <nic-lab-copies .layout=${layout}></nic-lab-copies>
        </div>
        <div class="panel" role="tabpanel" aria-label="Cost ledger" ?hidden=${tab !== 'ledger'}>
          <nic-lab-ledger
            .layout=${layout}
            .subject=${subject}
            .ledger=${this.ledger}
            @nic-lab-subject=${(event: CustomEvent<{ subject: LedgerSubject }>) => (this.subject = event.detail.subject)}
          ></nic-lab-ledger>
        </div>
      </section>`;
  }

  private chosen(event: CustomEvent<{ item: TopologyItem }>): void {
    this.selected = event.detail.item;
    if (this.selected.kind === 'processor') this.subject = { processor: this.selected.index };
  }
}

define('nic-lab-world', NicLabWorld);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-world': NicLabWorld;
  }
}
