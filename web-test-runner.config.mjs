// Tests that run in a browser. Started by test/run.mjs; on its own: CHROMIUM=... npx wtr --files test/core/x.test.ts

import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { browserFlags, findBrowser } from './test/browser.mjs';
import { summaryReporter } from './test/reporter.mjs';

const output = process.env.NICSCOPE_TEST_RESULT;

export default {
  rootDir: '.',
  files: ['test/**/*.test.ts', '!test/{node,peers,e2e,bench}/**'],
  // Not `development`: Lit's warnings about its own development mode would drown the tests' output.
  nodeResolve: { exportConditions: ['browser', 'production'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) })],
  browsers: [chromeLauncher({ launchOptions: { executablePath: findBrowser() ?? undefined, args: browserFlags } })],
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: '30000' } },
  reporters: output ? [summaryReporter(output)] : [defaultReporter()],
};
