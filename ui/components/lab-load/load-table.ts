// The load of the moment as a table, for those who read numbers.

import { html, nothing } from 'lit';
import { formatPercent } from '../format.ts';
import { processorName } from '../lab-topology/item-text.ts';
import { loadClasses } from '../lab-view/classes.ts';
import { processorLoad, type LabMoment } from '../lab-view/moment.ts';
import { guestShare, machineName, machinesOn } from '../lab-view/traffic.ts';

const shares = new Float64Array(loadClasses.length);

export function loadTable(moment: LabMoment, processors: readonly number[]) {
  const hasMachines = moment.layout.machines.length > 0;
  const cells = (processor: number) => {
    const load = processorLoad(moment, processor, shares);
    const guests = hasMachines ? [(load ?? 0) - (guestShare(moment, processor) ?? 0), guestShare(moment, processor)] : [];
    const numbers = [load, ...guests, ...shares].map(
      (share) => html`<td class="number">${load === null ? '–' : formatPercent(Math.max(0, share!))}</td>`,
    );
    const names = machinesOn(moment, processor).map((row) => machineName(moment.layout, row));
    return hasMachines ? [...numbers, html`<td>${names.join(', ') || '–'}</td>`] : numbers;
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
          ${
            hasMachines
              ? html`<th scope="col" class="number">In the host</th>
                  <th scope="col" class="number">In virtual machines</th>`
              : nothing
          }
          ${loadClasses.map(({ label }) => html`<th scope="col" class="number">${label}</th>`)}
          ${hasMachines ? html`<th scope="col">Virtual machines here</th>` : nothing}
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
