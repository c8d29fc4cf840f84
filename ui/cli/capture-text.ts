// `nicscope capture --format text`: the page's verdict for a terminal.

import { counted, percent } from '../analysis/wording.ts';
import type { CaptureReport, Evaluation, WhatIf } from '../analysis/types.ts';

const BAR = 30;

export function captureText(report: CaptureReport, evaluation: Evaluation, variants: WhatIf[]): string {
  const { verdict, queues, total, measure, server } = evaluation;
  const lines = [
    `${report.name}: ${counted(report.frames, 'frame')} in ${counted(report.flows, 'flow')}, ${report.format}`,
    ...report.remarks.map(({ severity, text }) => `${severity}: ${text}`),
    '',
    server.because,
    '',
    verdict.sentence,
    ...verdict.advice.map((line) => `  ${line}`),
    '',
    ...queues.map((queue) => {
      const share = total[measure] ? queue[measure] / total[measure] : 0;
      return `processor ${String(queue.processor).padStart(2)}  queue ${String(queue.queue).padStart(2)}  ${'#'.repeat(Math.round(share * BAR)).padEnd(BAR)} ${percent(share).padStart(6)}  ${counted(queue[measure], measure.slice(0, -1))}`;
    }),
  ];
  if (variants.length) lines.push('', 'What if', ...variants.map(({ sentence }) => `  ${sentence}`));
  return `${lines.join('\n')}\n`;
}
