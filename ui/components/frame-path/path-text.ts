// A frame's path as groups, sums and text: what the timeline shows and what is copied.

import type { FrameHeaders, FramePath, PathPlaceKind, PathStep } from '../../scenario/frame-path.ts';
import { formatCount } from '../format.ts';
import { formatPs } from '../lab-view/time-text.ts';

/** What stands beside the name of a place, where that does not say it itself. */
export const kindLabels: Readonly<Record<PathPlaceKind, string>> = {
  cable: '',
  adapter: 'Adapter',
  interrupt: '',
  dpc: '',
  thread: '',
  switch: '',
  stack: '',
  application: '',
};

/** Steps in a row at one place. */
export interface PathGroup {
  place: string;
  kind: PathPlaceKind;
  steps: PathStep[];
}

export function groupsOf(steps: readonly PathStep[]): PathGroup[] {
  const groups: PathGroup[] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last?.place === step.place) last.steps.push(step);
    else groups.push({ place: step.place, kind: step.kind, steps: [step] });
  }
  return groups;
}

/** Since the first step: "+12.3 µs"; "start" of those at the same time as the first. */
export function sinceText({ steps }: FramePath, { timePs }: PathStep): string {
  const since = timePs - steps[0]!.timePs;
  return since ? `+${formatPs(since)}` : 'start';
}

const sumPs = (steps: readonly PathStep[]): number => steps.reduce((sum, { costs }) => costs.reduce((all, { ps }) => all + ps, sum), 0);

/** "12 steps in 393 µs; 3.1 µs of processor time for this frame alone, and a part of 22 µs that it shares with others." */
export function summaryOf({ steps }: FramePath): string {
  if (!steps.length) return '';
  const way = `${formatCount(steps.length)} ${steps.length === 1 ? 'step' : 'steps'} in ${formatPs(steps.at(-1)!.timePs - steps[0]!.timePs)}`;
  const own = sumPs(steps.filter(({ sharedBy }) => !sharedBy));
  const shared = sumPs(steps.filter(({ sharedBy }) => sharedBy));
  if (own + shared === 0) return `${way}; no processor was charged.`;
  const part = shared ? `, and a part of ${formatPs(shared)} that it shares with others` : '';
  return `${way}; ${formatPs(own)} of processor time for this frame alone${part}.`;
}

export const stateTexts: Readonly<Record<FramePath['state'], string>> = {
  'off': 'No frame is followed.',
  'waiting': 'Waits for',
  'under-way': 'The frame is on its way.',
  'dropped': 'The frame was dropped.',
  'ended': 'The frame has come to the end of its way.',
};

/** Rows of the headers, name and value. */
export function headerRows({ ethernet, ip, tcp, udp, payload }: FrameHeaders): [string, string][] {
  const vlan = ethernet.vlan === null ? '' : `, VLAN ${ethernet.vlan}`;
  const rows: [string, string][] = [['Ethernet', `${ethernet.source} to ${ethernet.destination}, ${ethernet.type}${vlan}`]];
  if (ip) rows.push([`IPv${ip.version}`, `${ip.source} to ${ip.destination}, ${ip.protocol}, hop limit ${ip.hopLimit}, ${ip.bytes} bytes`]);
  if (tcp)
    rows.push([
      'TCP',
      `port ${tcp.sourcePort} to ${tcp.destinationPort}, ${tcp.flags}, sequence ${tcp.sequence}, acknowledgment ${tcp.acknowledgment}, window field ${tcp.window}`,
    ]);
  if (udp) rows.push(['UDP', `port ${udp.sourcePort} to ${udp.destinationPort}`]);
  if (payload !== null) rows.push(['Payload', `${payload} bytes`]);
  return rows;
}

const BYTES_A_LINE = 16;

/** "0000  00 00 5e …", 16 bytes a line. */
export function hexLines(hex: string): string {
  const bytes = hex.match(/../g) ?? [];
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += BYTES_A_LINE)
    lines.push(`${at.toString(16).padStart(4, '0')}  ${bytes.slice(at, at + BYTES_A_LINE).join(' ')}`);
  return lines.join('\n');
}

export const costText = ({ id, units, unit, ps }: PathStep['costs'][number]): string =>
  `${id} ${formatCount(units)} ${unit}, ${formatPs(ps)}`;

function stepLines(path: FramePath, step: PathStep): string[] {
  const evidence = step.evidence && ('assumed' in step.evidence ? `Assumed: ${step.evidence.assumed}` : `Source: ${step.evidence.source}`);
  return [
    `  ${sinceText(path, step)}  ${step.decision}`,
    ...(step.reason ? [`      Why: ${step.reason}`] : []),
    ...(evidence ? [`      ${evidence}`] : []),
    ...(step.costs.length ? [`      Cost${step.sharedBy ? ` of ${step.sharedBy}` : ''}: ${step.costs.map(costText).join('; ')}`] : []),
  ];
}

/** The whole path as text. */
export function pathText(path: FramePath): string {
  const headers = path.headers ? headerRows(path.headers).map(([name, value]) => `${name}: ${value}`) : [];
  const groups = groupsOf(path.steps).flatMap(({ place, steps }) => [place, ...steps.flatMap((step) => stepLines(path, step))]);
  return [`Path of ${path.subject}`, summaryOf(path), ...headers, '', ...groups, '', stateTexts[path.state]].join('\n');
}
