import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { downloadBytes } from '../components/copy-text.ts';
import { define, emit } from '../components/element.ts';
import { filePieces } from '../components/perf-logs/file-text.ts';
import type { PerfView } from '../components/perf-bar/perf-bar.ts';
import '../components/perf-monitor/perf-monitor.ts';
import { base } from '../components/theme.ts';
import { readLog, type CounterLog, type LogColumn } from '../counters/log-read.ts';
import { closeLog, placeLog, showColumns } from '../counters/overlay.ts';
import type { CounterPath } from '../counters/path.ts';
import { changeSeries, type SeriesScale } from '../counters/series.ts';
import type { LabCounters } from './lab-counters.ts';

let logNumber = 0;

/**
 * Performance Monitor over the counters of a host of the run.
 *
 * @tagname nic-lab-performance
 * @fires nic-counters-again - Counters were added: their past is wanted too.
 */
export class NicLabPerformance extends LitElement {
  static override styles = [base];

  @property({ attribute: false }) counters: LabCounters | null = null;
  /** Another number when there are new samples. */
  @property({ type: Number }) revision = 0;
  override render() {
    const { counters } = this;
    if (!counters) return nothing;
    const { catalog } = counters;
    return html`<nic-perf-monitor
      .version=${counters.version}
      .computer=${catalog.computer}
      .instances=${Object.fromEntries(catalog.objects.map((object) => [object.name, catalog.instances(object)]))}
      .series=${counters.series}
      .logs=${counters.logs}
      .view=${counters.view}
      .paused=${counters.isPaused}
      .intervalPs=${counters.intervalPs}
      .windowPs=${counters.windowPs}
      .logging=${counters.logFromPs !== null}
      .logged=${counters.logged}
      .fault=${counters.fault}
      @nic-counters-add=${this.on<{ paths: CounterPath[] }>(({ paths }) => {
        counters.add(paths);
        emit(this, 'nic-counters-again', null);
      })}
      @nic-counters-remove=${this.on<{ ids: string[] }>(({ ids }) => counters.remove(ids))}
      @nic-counters-show=${this.on<{ ids: string[]; hidden: boolean }>(({ ids, hidden }) => this.change(ids, { hidden }))}
      @nic-scale-change=${this.on<{ ids: string[]; scale: SeriesScale }>(({ ids, scale }) => this.change(ids, { scale }))}
      @nic-view-change=${this.on<{ view: PerfView }>(({ view }) => (counters.view = view))}
      @nic-pause-change=${this.on<{ paused: boolean }>(({ paused }) => counters.pause(paused))}
      @nic-sampling-change=${this.on<{ intervalPs: number; windowPs: number }>((sampling) => {
        Object.assign(counters, sampling);
        counters.refresh();
      })}
      @nic-log-start=${this.on(() => counters.startLog())}
      @nic-log-stop=${this.on(() => this.save(counters.stopLog(), 'log'))}
      @nic-save-csv=${this.on(() => this.save(counters.csv(), 'counters'))}
      @nic-import-csv=${this.on<{ file: File }>(({ file }) => void this.open(counters, file))}
      @nic-overlay-place=${this.on<{ id: string; beginPs: number }>(({ id, beginPs }) => this.place(id, beginPs))}
      @nic-overlay-columns=${this.on<{ id: string; columns: LogColumn[] }>(({ id, columns }) => {
        counters.series = showColumns(counters.series, this.log(id), columns);
      })}
      @nic-overlay-close=${this.on<{ id: string }>(({ id }) => {
        counters.series = closeLog(counters.series, this.log(id));
        counters.logs = counters.logs.filter((log) => log.id !== id);
      })}
      @nic-fault-dismiss=${this.on(() => (counters.fault = ''))}
    ></nic-perf-monitor>`;
  }

  /** What changes the counters is shown at once. */
  private on<T>(act: (detail: T) => void) {
    return ({ detail }: CustomEvent<T>) => {
      act(detail);
      this.requestUpdate();
    };
  }

  private change(ids: readonly string[], change: Parameters<typeof changeSeries>[2]): void {
    this.counters!.series = changeSeries(this.counters!.series, ids, change);
  }

  private log(id: string): CounterLog {
    return this.counters!.logs.find((log) => log.id === id)!;
  }

  private place(id: string, beginPs: number): void {
    const { counters } = this;
    const placed = { ...this.log(id), beginPs };
    counters!.logs = counters!.logs.map((log) => (log.id === id ? placed : log));
    counters!.series = placeLog(counters!.series, placed);
  }

  private async open(counters: LabCounters, file: File): Promise<void> {
    logNumber += 1;
    const log = await readLog(`log${logNumber}`, file.name, filePieces(file));
    if ('fault' in log) counters.fault = log.fault;
    else counters.openLog(log);
    this.requestUpdate();
  }

  private save(text: string, what: string): void {
    downloadBytes(new TextEncoder().encode(text), `${this.counters!.catalog.computer.toLowerCase()}-${what}.csv`, 'text/csv');
  }
}

define('nic-lab-performance', NicLabPerformance);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-performance': NicLabPerformance;
  }
}
