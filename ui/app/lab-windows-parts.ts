// Parts of the Windows side that are loaded when they are first wanted: each of them is large.

const parts = {
  effective: () => import('../components/effective-panel/effective-panel.ts'),
  settings: () => import('../components/host-manager/host-manager.ts'),
  console: () => import('./lab-console.ts'),
  performance: () => import('./lab-performance.ts'),
  deployment: () => import('../components/deployment-check/deployment-check.ts'),
  server: () => import('../components/server-paste/server-paste.ts'),
  scripts: () => import('../components/script-dialog/script-dialog.ts'),
};

export type WindowsPart = keyof typeof parts;

/** @returns why it could not be loaded, as a sentence; empty when it is there */
export async function loadPart(part: WindowsPart): Promise<string> {
  try {
    await parts[part]();
    return '';
  } catch (error) {
    return `This could not be loaded: load the page again. ${(error as Error).message}`;
  }
}
