// Two runs side by side: figures from reports, and the table that shows them.

import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from '#test';
import { compareRuns, verdictOf, type ComparedFigure } from '../../ui/analysis/compare-runs.ts';
import '../../ui/components/lab-compare/lab-compare.ts';
import type { NicLabCompare } from '../../ui/components/lab-compare/lab-compare.ts';
import type { WorldReport } from '../../ui/scenario/world-report.ts';

const SECOND = 1e12;

function report(busyPs: number, receivedBytes: number, drops: number): WorldReport {
  return {
    timePs: SECOND,
    events: 1,
    fingerprint: '',
    faults: [],
    hosts: [
      {
        name: 'server',
        kind: 'modelled',
        processors: [
          {
            host: 0,
            number: 0,
            idlePs: SECOND - busyPs,
            threadPs: 0,
            dpcPs: busyPs,
            interruptPs: 0,
            classesPs: [0, busyPs, 0, 0, 0, 0, 0, 0],
            queued: 0,
            preemptions: 0,
            costs: [],
          },
        ],
        ip: { received: 0, delivered: 0, headerErrors: 0, addressErrors: 0, discards: 0, checksumErrors: 0 },
        udp: { in: 0, out: 0, noPorts: 0, discards: 0 },
        icmp: { in: 0, out: 0 },
        tcp: {
          activeOpens: 0,
          passiveOpens: 0,
          attemptFails: 0,
          establishedResets: 0,
          segmentsIn: 0,
          segmentsOut: 0,
          segmentsRetransmitted: 0,
          resetsOut: 0,
        },
      },
    ],
    nics: [{ dropped: { crc: 0, filtered: 0, noBuffer: drops, tooLong: 0, noCable: 0, noMemory: 0 } }],
    paths: [],
    switches: [],
    apps: [{ label: 'bulk', clientHost: 1, serverHost: 0, receivedBytes, exchanges: 0, latency: null }],
    connections: [],
    packetsInFlight: 0,
  } as unknown as WorldReport;
}

const hosts = [{ clockHz: 2e9 }];
const compared = () => compareRuns({ report: report(0.5 * SECOND, 1e9, 10), hosts }, { report: report(0.25 * SECOND, 1e9, 0), hosts });
const figure = (figures: readonly ComparedFigure[], label: string) => figures.find((one) => one.label === label)!;

describe('comparison of two runs', () => {
  it('has throughput, load, cycles per byte by class, and drops', () => {
    const figures = compared();
    expect(figure(figures, 'Throughput of applications')).to.include({ a: 8, b: 8, unit: 'Gb/s' });
    expect(figure(figures, 'All work')).to.include({ a: 1, b: 0.5, unit: 'cycles/B', of: 'server' });
    expect(figure(figures, 'DPC')).to.include({ a: 1, b: 0.5 });
    expect(figure(figures, 'Load of the busiest processor')).to.include({ a: 50, b: 25 });
    expect(figure(figures, 'Frames dropped, receive ring full')).to.include({ a: 10, b: 0 });
  });

  it('counts what virtual machines of a host move as what the host works for', () => {
    const world = report(0.5 * SECOND, 1e9, 0);
    const inside = (on: number): WorldReport =>
      ({
        ...world,
        hosts: [...world.hosts, { ...world.hosts[0]!, name: 'vm1', processors: [] }],
        apps: [{ ...world.apps[0]!, clientHost: null, serverHost: 1 }],
        virtual: { machines: [{ host: 1, on }] },
      }) as unknown as WorldReport;
    const facts = [...hosts, ...hosts];
    const figures = compareRuns({ report: inside(0), hosts: facts }, { report: inside(9), hosts: facts });
    expect(figure(figures, 'All work')).to.include({ of: 'server', a: 1, b: null });
  });

  it('tells better from worse, and what is the same', () => {
    const figures = compared();
    expect(verdictOf(figure(figures, 'All work'))).to.equal('better');
    expect(verdictOf(figure(figures, 'Throughput of applications'))).to.equal('same');
    expect(verdictOf({ of: null, label: '', unit: '', a: 1, b: 2, better: 'less' })).to.equal('worse');
    expect(verdictOf({ of: null, label: '', unit: '', a: null, b: 2, better: 'less' })).to.equal('other');
  });

  it('has figures that only one run has', () => {
    const empty = { ...report(0, 0, 0), timePs: 0 };
    const figures = compareRuns({ report: empty, hosts }, { report: report(0.5 * SECOND, 1e9, 0), hosts });
    expect(figure(figures, 'All work')).to.include({ a: null, b: 1 });
  });
});

describe('table of two runs', () => {
  it('offers to pin, and says what B changes', async () => {
    const element = await fixture<NicLabCompare>(html`<nic-lab-compare></nic-lab-compare>`);
    let pins = 0;
    element.addEventListener('nic-lab-pin', () => pins++);
    element.renderRoot.querySelector('button')!.click();
    expect(pins).to.equal(1);
    element.pinned = true;
    element.changes = ['RSS of server.lan: off'];
    element.comparison = {
      timePs: SECOND,
      figures: compared(),
      processors: [{ host: 'server', number: 0, a: 0.5, b: 0.25 }],
    };
    await element.updateComplete;
    const text = element.renderRoot.textContent.replace(/\s+/g, ' ');
    expect(text).to.include('RSS of server.lan: off').and.include('All work 1 0.500 cycles/B −50.0 % ▼'.replace('▼', '▲ better'));
    await expect(element).to.be.accessible();
  });
});
