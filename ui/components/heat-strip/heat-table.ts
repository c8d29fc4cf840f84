// The heat strip as a table, for those who read numbers: time in at most twenty slices.

import { html } from 'lit';
import type { HeatStrip, Measure } from '../../analysis/types.ts';
import { formatBytes, formatCount, formatDurationNs } from '../format.ts';

const SLICES = 20;

export function heatTable(heat: HeatStrip, measure: Measure) {
  const binsPerSlice = Math.ceil(heat.bins / SLICES);
  const slices = Math.ceil(heat.bins / binsPerSlice);
  const sum = (queue: number, slice: number) => {
    let total = 0;
    for (let bin = slice * binsPerSlice; bin < Math.min(heat.bins, (slice + 1) * binsPerSlice); bin += 1)
      total += heat[measure][queue * heat.bins + bin]!;
    return measure === 'packets' ? formatCount(total) : formatBytes(total);
  };
  const columns = Array.from({ length: slices }, (_, slice) => slice);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Load per queue and time">
    <table>
      <caption>
        ${measure === 'packets' ? 'Packets' : 'Bytes'} per ${formatDurationNs(binsPerSlice * heat.binNs)}, by the time since the first frame
      </caption>
      <thead>
        <tr>
          <th scope="col">Queue</th>
          ${columns.map((slice) => html`<th scope="col" class="number">${formatDurationNs(slice * binsPerSlice * heat.binNs)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${Array.from(
          { length: heat.queues },
          (_, queue) =>
            html`<tr>
              <th scope="row">${queue}</th>
              ${columns.map((slice) => html`<td class="number">${sum(queue, slice)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
