// What the panel calls states, scopes and sources.

import { html } from 'lit';
import type { Scope } from '../../effective/gates.ts';
import type { GateState, StandingState } from '../../effective/standing.ts';
import type { Evidence } from '../../features/rss.ts';
import type { Mark } from './marks.ts';

export const stateMarks: Readonly<Record<StandingState, Mark>> = {
  on: { shape: 'check', tone: 'good', word: 'on' },
  off: { shape: 'minus', tone: 'quiet', word: 'off' },
  pending: { shape: 'clock', tone: 'warn', word: 'pending' },
};

export const gateMarks: Readonly<Record<GateState, Mark>> = {
  'passed': { shape: 'check', tone: 'good', word: 'passed' },
  'failed': { shape: 'cross', tone: 'bad', word: 'failed' },
  'waits': { shape: 'clock', tone: 'warn', word: 'waits' },
  'not-reached': { shape: 'dots', tone: 'quiet', word: 'not reached' },
  'not-applicable': { shape: 'dash', tone: 'quiet', word: 'not applicable' },
};

export const scopeLabels: Readonly<Record<Scope, string>> = {
  'computer': 'Computer',
  'adapter': 'Adapter',
  'virtual machine': 'Virtual machine',
  'connection': 'Connection',
};

export const evidenceTemplate = (evidence: Evidence) =>
  'source' in evidence
    ? html`<span class="source">Source: ${evidence.source}</span>`
    : html`<span class="source"><b class="assumed">Assumed.</b> ${evidence.assumed}</span>`;
