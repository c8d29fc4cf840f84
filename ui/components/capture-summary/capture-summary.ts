import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { CaptureReport } from '../../analysis/types.ts';
import { define } from '../element.ts';
import { formatBitRate, formatByteRate, formatBytes, formatCount, formatDurationNs, formatTimeNs } from '../format.ts';
import { base } from '../theme.ts';

/**
 * One line about the open file: name, format, frames, flows, span, rate.
 *
 * @tagname nic-capture-summary
 * @slot - Actions at the end of the line.
 * @csspart base - The line.
 */
export class NicCaptureSummary extends LitElement {
  static override styles = [
    base,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s1) var(--nic-s4);
      }
      .name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .end {
        display: flex;
        flex-wrap: wrap;
        gap: var(--nic-s2);
        margin-inline-start: auto;
      }
    `,
  ];

  @property({ attribute: false }) report: CaptureReport | null = null;

  override render() {
    const { report } = this;
    if (!report) return nothing;
    const spanNs = report.firstTsNs !== null && report.lastTsNs !== null ? report.lastTsNs - report.firstTsNs : null;
    const readRate = report.seconds > 0 ? `read at ${formatByteRate(report.fileBytes / report.seconds)}` : '';
    return html`<div part="base">
      <span class="name">${report.name}</span>
      <span class="quiet-text" title=${readRate}>${report.format}, ${formatBytes(report.fileBytes)}</span>
      <span>${formatCount(report.frames)} frames</span>
      <span>${formatCount(report.flows)} flows</span>
      ${
        spanNs !== null && spanNs > 0n
          ? html`<span title="First frame ${formatTimeNs(report.firstTsNs!)} UTC">${formatDurationNs(spanNs)}</span>
              <span>${formatBitRate((report.wireBytes * 8) / (Number(spanNs) / 1e9))}</span>`
          : nothing
      }
      <span class="end"><slot></slot></span>
    </div>`;
  }
}

define('nic-capture-summary', NicCaptureSummary);

declare global {
  interface HTMLElementTagNameMap {
    'nic-capture-summary': NicCaptureSummary;
  }
}
