// Collects results from both runners in one form: {passed, failed: [{name, message}], skipped: [name]}.
// The default export is a reporter for node:test that writes it as JSON; summaryReporter() is one for Web Test Runner that
// writes it to a file. A file that cannot be imported, hangs, or declares no test counts as one failure.

import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import process from 'node:process';

/** Lines of a stack that lie in the project. */
const where = (stack, root) =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /\bat\b|@/.test(line) && !line.includes('node_modules') && !line.includes('node:internal'))
    .slice(0, 4)
    .map((line) => line.replaceAll(root, '').trim())
    .join('\n');

const asText = (value) =>
  typeof value === 'string' ? value : JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? `${inner}n` : inner));

function explain(error, root) {
  if (typeof error !== 'object' || error === null) return String(error);
  const parts = [(error.message ?? String(error)).slice(0, 3000)];
  const long = (value) => (asText(value)?.length ?? 0) > 40;
  if ('expected' in error && error.expected !== undefined && (long(error.expected) || long(error.actual)))
    parts.push(`expected: ${asText(error.expected)?.slice(0, 1500)}`, `actual:   ${asText(error.actual)?.slice(0, 1500)}`);
  parts.push(where(error.stack, root));
  return parts.filter(Boolean).join('\n');
}

export default async function* nodeSummary(events) {
  const root = process.cwd() + '/';
  const result = { passed: 0, failed: [], skipped: [] };
  const path = []; // names of the enclosing suites, by nesting
  const open = new Map(); // declared tests without a result, by file
  for await (const { type, data } of events) {
    const isTest = data.file !== undefined && data.name !== data.file;
    if (isTest && type === 'test:enqueue') open.set(data.file, (open.get(data.file) ?? 0) + 1);
    if (isTest && (type === 'test:pass' || type === 'test:fail')) open.set(data.file, (open.get(data.file) ?? 0) - 1);
    if (type === 'test:start') path.splice(data.nesting, Infinity, data.name);
    if (type === 'test:stdout' || type === 'test:stderr') process.stderr.write(data.message);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const file = data.file ? relative(root, data.file) : '';
    const failure = data.details?.error;
    const fail = (name) => result.failed.push({ name, message: explain(failure?.cause ?? failure, root) });
    // node:test reports a file by itself only when it declared nothing, or could not run.
    if (data.nesting === 0 && (data.name === data.file || data.name === file)) {
      if (type === 'test:fail') fail(file);
      else result.failed.push({ name: file, message: 'declares no test' });
      continue;
    }
    const name = [file, ...path.slice(0, data.nesting), data.name].filter(Boolean).join(' > ');
    if (data.skip !== undefined) result.skipped.push(typeof data.skip === 'string' ? `${name} (${data.skip})` : name);
    else if (data.details?.type === 'suite') {
      // Failed tests are reported on their own; a failed hook is not.
      if (type === 'test:fail' && failure?.failureType !== 'subtestsFailed') fail(name);
    } else if (type === 'test:pass') result.passed += 1;
    else fail(name);
  }
  for (const [file, tests] of open)
    if (tests > 0) result.failed.push({ name: relative(root, file), message: `${tests} tests have no result: the process ended early` });
  yield JSON.stringify(result);
}

/** Reporter for Web Test Runner. @param output file that gets the JSON */
export function summaryReporter(output) {
  let root = '';
  return {
    start: ({ config }) => {
      root = config.rootDir;
    },
    stop({ sessions }) {
      const result = { passed: 0, failed: [], skipped: [] };
      for (const session of sessions) {
        const file = relative(root, session.testFile);
        const origin = /https?:\/\/localhost:\d+\//g;
        const fail = (name, error) => result.failed.push({ name, message: explain(error, root + '/').replaceAll(origin, '') });
        let tests = 0;
        const visit = (suite, path) => {
          for (const test of suite.tests) {
            tests += 1;
            const name = [...path, test.name].join(' > ');
            if (test.skipped) result.skipped.push(name);
            else if (test.passed) result.passed += 1;
            else fail(name, test.error ?? { message: 'failed without an error' });
          }
          for (const inner of suite.suites) visit(inner, [...path, inner.name]);
        };
        if (session.testResults) visit(session.testResults, [file]);
        for (const error of session.errors) fail(file, error);
        if (tests === 0 && session.errors.length === 0)
          fail(file, { message: session.status === 'FINISHED' ? 'declares no test' : `stopped while ${session.status}` });
        else if (session.passed === false && session.errors.length === 0 && !result.failed.some(({ name }) => name.startsWith(file)))
          fail(file, { message: 'failed outside of a test' });
        const noise = session.logs.map((entries) => entries.map(asText).join(' '));
        const missing = session.request404s.map((url) => `404: ${url}`);
        if (noise.length + missing.length > 0) console.error([`${file} logged:`, ...missing, ...noise].join('\n  '));
      }
      writeFileSync(output, JSON.stringify(result));
    },
  };
}
