// The load of the moment as a table, for those who read numbers.

import { html } from 'lit';
import { formatPercent } from '../format.ts';
import { processorName } from '../lab-topology/item-text.ts';
import { loadClasses } from '../lab-view/classes.ts';
import { processorLoad, type LabMoment } from '../lab-view/moment.ts';

const shares = new Float64Array(loadClasses.length);

export function loadTable(moment: LabMoment, processors: readonly number[]) {
  const cells = (processor: number) => {
    const load = processorLoad(moment, processor, shares);
    return [load, ...shares].map((share) => html`<td class="number">${load === null ? '–' : formatPercent(share!)}</td>`);
  };
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Load of each processor">
    <table>
      <caption>
        Share of the last interval, in all and by class
      </caption>
      <thead>
        <tr>
          <th scope="col">Processor</th>
          <th scope="col" class="number">Load</th>
          ${loadClasses.map(({ label }) => html`<th scope="col" class="number">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${processors.map(
          (processor) =>
            html`<tr>
              <th scope="row">${processorName(moment.layout, processor)}</th>
              ${cells(processor)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
