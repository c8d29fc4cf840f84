// TCP as a host has it set. Names of levels and providers as `netsh interface tcp set global` has them.
// Constants of Windows that no source at hand states are marked as assumed.

import { assumed, choice, group, number, quantity, source, toggle } from './fields.ts';

const SECOND = 1_000_000_000_000;
const netsh = source('netsh interface tcp set global, Windows Server 2008 R2');
const usual = (what: string) => assumed(`${what} is the value commonly given for this Windows era; no primary source is at hand.`);

export const tcpField = group({
  label: 'TCP',
  help: 'Settings of TCP for all connections of the host.',
  fields: {
    autoTuning: choice({
      label: 'Receive window auto-tuning',
      help: 'How far the receive window may grow.',
      choices: {
        disabled: 'Disabled',
        highlyrestricted: 'Highly restricted',
        restricted: 'Restricted',
        normal: 'Normal',
        experimental: 'Experimental',
      },
      default: 'normal',
      evidence: netsh,
    }),
    receiveWindow: quantity({
      label: 'Receive window',
      help: 'Window that a connection starts with, and keeps while auto-tuning is disabled.',
      dimension: 'size',
      min: 1460,
      max: 16 * 1024 * 1024,
      default: '64 KiB',
      evidence: usual('64 KiB'),
    }),
    congestion: choice({
      label: 'Congestion provider',
      help: 'What governs the congestion window: NewReno (RFC 5681, 6582), or Compound TCP, which also watches delay.',
      choices: { newreno: 'NewReno (netsh: none)', ctcp: 'Compound TCP' },
      default: 'ctcp',
      evidence: source('netsh interface tcp show global: ctcp on Windows Server 2008; sources differ for 2008 R2'),
    }),
    timestamps: toggle({ label: 'Timestamps', help: 'RFC 7323 timestamps.', default: false, evidence: netsh }),
    sack: toggle({
      label: 'Selective acknowledgement',
      help: 'RFC 2018 and 6675.',
      default: true,
      evidence: usual('Enabled'),
    }),
    ecn: toggle({ label: 'ECN capability', help: 'RFC 3168 explicit congestion notification.', default: false, evidence: netsh }),
    initialWindow: number({
      label: 'Initial window',
      unit: 'segments',
      min: 1,
      max: 10,
      help: 'Segments that may be sent before the first acknowledgement.',
      default: 2,
      evidence: usual('2'),
    }),
    initialRto: quantity({
      label: 'Initial RTO',
      help: 'Retransmission time-out before a round trip has been measured.',
      dimension: 'duration',
      min: SECOND / 10,
      max: 60 * SECOND,
      default: '3 s',
      evidence: usual('3 s'),
    }),
    minRto: quantity({
      label: 'Minimum RTO',
      help: 'Shortest retransmission time-out.',
      dimension: 'duration',
      min: SECOND / 1000,
      max: 10 * SECOND,
      default: '300 ms',
      evidence: usual('300 ms'),
    }),
    maxRto: quantity({
      label: 'Maximum RTO',
      help: 'Longest retransmission time-out.',
      dimension: 'duration',
      min: SECOND,
      max: 600 * SECOND,
      default: '240 s',
      evidence: usual('240 s'),
    }),
    synRetransmissions: number({
      label: 'SYN retransmissions',
      unit: 'times',
      min: 0,
      max: 20,
      help: 'How often a SYN is repeated before the connection attempt fails.',
      default: 2,
      evidence: usual('2'),
    }),
    dataRetransmissions: number({
      label: 'Data retransmissions',
      unit: 'times',
      min: 1,
      max: 50,
      help: 'How often a segment is repeated before the connection is given up.',
      default: 5,
      evidence: usual('5'),
    }),
    delayedAck: quantity({
      label: 'Delayed ACK',
      help: 'Longest wait before data is acknowledged; every second full segment is acknowledged at once.',
      dimension: 'duration',
      min: 0,
      max: SECOND / 2,
      default: '200 ms',
      evidence: usual('200 ms'),
    }),
    keepAlive: toggle({
      label: 'Keep-alive',
      help: 'Probe connections that have been idle for two hours.',
      default: false,
      evidence: source('RFC 9293, 3.8.4: off unless an application asks'),
    }),
    nagle: toggle({
      label: 'Nagle',
      help: 'Hold small segments back while data is unacknowledged.',
      default: true,
      evidence: source('RFC 9293, 3.7.4'),
    }),
  },
});
