// The head of the Windows side: whose settings are shown, what waits for a restart, and the ways to and from real servers.

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatPlural } from '../components/format.ts';
import type { LabSettings } from '../scenario/lab-frame.ts';
import type { SettingPlace } from '../scenario/windows-edits.ts';
import { modelledHosts, waitingCount, type NamedHost } from './lab-windows-place.ts';

export interface HeadActions {
  choose(place: SettingPlace): void;
  showWaiting(): void;
  readServer(): Promise<void>;
  writeScripts(): Promise<void>;
}

const numbered = (named: readonly { name: string }[]): NamedHost[] => named.map(({ name }, index) => ({ index, name }));

const choice = (label: string, chosen: number, offered: readonly NamedHost[], choose: (index: number) => void) =>
  html`<label
    >${label}
    <select @change=${(event: Event) => choose(Number((event.target as HTMLSelectElement).value))}>
      ${offered.map(({ index, name }) => html`<option value=${index} .selected=${live(index === chosen)}>${name}</option>`)}
    </select></label
  >`;

/** A connection of the run would be chosen here, after the virtual machine. */
function choices({ wanted }: LabSettings, place: SettingPlace, choose: HeadActions['choose']) {
  const { host, nic, machine } = place;
  const { nics, virtualMachines } = wanted.hosts[host]!;
  const machines = [{ index: -1, name: 'none' }, ...numbered(virtualMachines)];
  return html`${choice('Host', host, modelledHosts(wanted), (index) => choose({ host: index, nic: 0, machine: null }))}
  ${nics.length > 1 ? choice('Adapter', nic, numbered(nics), (index) => choose({ ...place, nic: index })) : nothing}
  ${
    virtualMachines.length
      ? choice('Virtual machine', machine ?? -1, machines, (index) => choose({ ...place, machine: index < 0 ? null : index }))
      : nothing
  }`;
}

export function windowsHead(settings: LabSettings, place: SettingPlace, actions: HeadActions) {
  const waits = waitingCount(settings, place.host);
  return html`<div class="bar">
    <h2>Windows</h2>
    ${choices(settings, place, (chosen) => actions.choose(chosen))}
    ${
      waits
        ? html`<button type="button" class="waits" @click=${() => actions.showWaiting()}>
            ${formatPlural(waits, 'setting waits', 'settings wait')} for a restart
          </button>`
        : nothing
    }
    <span class="buttons end">
      <button type="button" @click=${() => actions.readServer()}>Read a real server…</button>
      <button type="button" @click=${() => actions.writeScripts()}>Scripts…</button>
    </span>
  </div>`;
}
