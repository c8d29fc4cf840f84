// A host manager on a stage, with a page that puts its edits into the document as a page does: what leaves has to be valid.

import { html } from '@open-wc/testing';
import '../../ui/components/host-manager/host-manager.ts';
import type { NicHostManager } from '../../ui/components/host-manager/host-manager.ts';
import { withValue } from '../../ui/components/lab-form/edit.ts';
import { parsePath } from '../../ui/scenario/document-path.ts';
import type { Scenario } from '../../ui/scenario/schema.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import type { DocumentEdit } from '../../ui/scenario/windows-edits.ts';
import { inForceAfter } from '../../ui/scenario/windows-force.ts';
import { staged, textOf } from './fakes.ts';

type Loose = Record<string, unknown>;

export function read(document: unknown): Scenario {
  const result = validateScenario(document);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.scenario;
}

/** One Windows host with two adapters, and a peer. */
export const oneHost = (os: string, host: Loose = {}, nic: Loose = {}): Scenario =>
  read({
    nicscope: 1,
    hosts: [
      { name: 'server', os, ...host, nics: [{ name: 'lan', ...nic }, { name: 'lan2' }] },
      { name: 'client', kind: 'ideal', nics: [{ name: 'lan' }] },
    ],
    links: [{ ends: ['client.lan', 'server.lan'] }],
    traffic: [{ app: 'bulk', from: 'client', to: 'server.lan:5001' }],
  });

export const withHyperV: Loose = {
  windows: { roles: { hyperV: true } },
  virtualNetworks: [{ name: 'External', adapter: 'lan2' }],
  virtualMachines: [{ name: 'web', network: 'External', optimizations: true }],
};

export class Page {
  readonly edits: DocumentEdit[] = [];
  readonly element: NicHostManager;
  wanted: Scenario;
  inForce: Scenario;

  constructor(element: NicHostManager, scenario: Scenario) {
    this.element = element;
    this.wanted = this.inForce = scenario;
    element.addEventListener('host-edit', (event) => this.take((event as CustomEvent<{ edits: DocumentEdit[] }>).detail.edits));
  }

  private take(edits: DocumentEdit[]): void {
    const before = JSON.stringify(this.wanted);
    this.edits.push(...edits);
    this.wanted = read(edits.reduce<unknown>((next, { path, value }) => withValue(next, parsePath(path)!, value), this.wanted));
    if (JSON.stringify(this.wanted) === before) throw new Error(`${JSON.stringify(edits)} changes nothing.`);
    this.inForce = inForceAfter(this.inForce, this.wanted);
    Object.assign(this.element, { wanted: this.wanted, inForce: this.inForce });
  }

  async settle(): Promise<void> {
    await this.element.updateComplete;
    for (const part of everything(this.element, '*')) if ('updateComplete' in part) await part.updateComplete;
  }

  async open(node: string, tab?: string): Promise<void> {
    this.element.selected = node;
    await this.settle();
    if (tab === undefined) return;
    const tabs = this.element.shadowRoot!.querySelector('nic-lab-tabs')!;
    button(tabs, tab).click();
    await this.settle();
  }

  field(path: string): Element {
    const found = everything(this.element, 'nic-host-field').find((each) => each.getAttribute('path') === path);
    if (!found) throw new Error(`There is no field of ${path}.`);
    return found;
  }

  /** The control of a field, wherever it stands. */
  control(path: string): HTMLInputElement & HTMLSelectElement {
    return everything(this.field(path), 'input, select, textarea')[0] as HTMLInputElement & HTMLSelectElement;
  }

  async choose(path: string, label: RegExp): Promise<void> {
    choose(this.control(path), label);
    await this.settle();
  }

  async type(path: string, text: string): Promise<void> {
    const control = this.control(path);
    control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
    await this.settle();
  }

  textOf(path: string): string {
    return deepText(this.field(path));
  }
}

export async function page(scenario: Scenario, given: Partial<NicHostManager> = {}): Promise<Page> {
  const element = await staged<NicHostManager>(html`<nic-host-manager></nic-host-manager>`);
  const made = new Page(element, scenario);
  Object.assign(element, { wanted: scenario, ...given });
  await made.settle();
  return made;
}

/** All elements that a selector finds, through every shadow root. */
export function everything(root: Element, selector: string): Element[] {
  const inner = root.shadowRoot ? [...root.shadowRoot.querySelectorAll('*')] : [...root.querySelectorAll('*')];
  return inner.flatMap((each) => [...(each.matches(selector) ? [each] : []), ...(each.shadowRoot ? everything(each, selector) : [])]);
}

export const deepText = (root: Element): string =>
  [
    textOf(root.shadowRoot as unknown as Element),
    ...everything(root, '*').map(({ shadowRoot }) => textOf(shadowRoot as unknown as Element)),
  ]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

export const button = (root: Element, label: string | RegExp): HTMLButtonElement => {
  const found = everything(root, 'button').find((each) =>
    typeof label === 'string' ? textOf(each) === label : label.test(textOf(each)) || label.test(each.getAttribute('aria-label') ?? ''),
  );
  if (!found) throw new Error(`There is no button ${String(label)}.`);
  return found as HTMLButtonElement;
};

export function choose(select: HTMLSelectElement, label: RegExp): void {
  const index = [...select.options].findIndex(({ text }) => label.test(text));
  if (index < 0) throw new Error(`There is no ${label} among ${[...select.options].map(({ text }) => text).join(', ')}.`);
  select.selectedIndex = index;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}
