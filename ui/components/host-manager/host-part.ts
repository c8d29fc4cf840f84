// The blocks of a sheet that an element of their own draws.

import { html } from 'lit';
import './host-advanced.ts';
import './host-binding.ts';
import './host-machines.ts';
import './host-nics.ts';
import './host-processors.ts';
import './host-rows.ts';
import './host-rss.ts';
import './host-updates.ts';
import { hostPath } from './setting.ts';
import type { Part } from './sheets.ts';
import type { HostView } from './view.ts';

const freshPort = { state: 'enabled' };
const freshApplication = { state: 'enabled', application: '' };

/** A name for one more virtual network, external while an adapter is free. */
function freshNetwork({ host }: HostView): Record<string, unknown> {
  const bound = host.virtualNetworks.map(({ adapter }) => adapter);
  const free = host.nics.find(({ name }) => !bound.includes(name));
  const names = host.virtualNetworks.map(({ name }) => name);
  const start = free ? 'External' : 'Internal';
  const name = names.includes(start) ? `${start}-${names.length + 1}` : start;
  return free ? { name, kind: 'external', adapter: free.name, management: true } : { name, kind: 'internal', management: true };
}

/**
 * @param nic        of an adapter's sheet
 * @param highlight  a path of the document that was asked for
 */
export function partTemplate(part: Part, view: HostView, nic: number, highlight: string) {
  const rows = (list: string, fresh: Readonly<Record<string, unknown>>, names: Readonly<Record<string, readonly string[]>> = {}) =>
    html`<nic-host-rows
      .view=${view}
      path=${hostPath(view, list)}
      .fresh=${fresh}
      .names=${names}
      .highlight=${highlight}
    ></nic-host-rows>`;
  switch (part) {
    case 'ports':
      return rows('windows.chimneyPorts', freshPort);
    case 'applications':
      return rows('windows.chimneyApplications', freshApplication);
    case 'networks':
      return rows('virtualNetworks', freshNetwork(view), { adapter: view.host.nics.map(({ name }) => name) });
    case 'processors':
      return html`<nic-host-processors .view=${view}></nic-host-processors>`;
    case 'nics':
      return html`<nic-host-nics .view=${view}></nic-host-nics>`;
    case 'advanced':
      return html`<nic-host-advanced .view=${view} .nic=${nic} .highlight=${highlight}></nic-host-advanced>`;
    case 'binding':
      return html`<nic-host-binding .view=${view} .nic=${nic}></nic-host-binding>`;
    case 'rss':
      return html`<nic-host-rss .view=${view} .nic=${nic}></nic-host-rss>`;
    case 'updates':
      return html`<nic-host-updates .view=${view} ?marked=${highlight.startsWith(hostPath(view, 'windows.updates'))}></nic-host-updates>`;
    case 'machines':
      return html`<nic-host-machines .view=${view}></nic-host-machines>`;
    case 'hyperV':
      return html`<nic-host-machines .view=${view} summary></nic-host-machines>`;
  }
}
