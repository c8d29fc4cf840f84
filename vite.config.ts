// The site, also installable as a PWA: static files for any sub-path in dist/site.

import { resolve } from 'node:path';
import { defineConfig, type Plugin, type ViteDevServer } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { buildTarget, shippedTargets } from './core-as/build.mjs';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The policy is for the built site only: the dev server injects inline scripts and styles. */
const strictPolicy = (): Plugin => ({
  name: 'strict-content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', 'content': contentSecurityPolicy }, injectTo: 'head-prepend' },
  ],
});

/** Compiles the core again when its sources change; Vite sees the new .wasm and reloads. */
const coreOnChange = (): Plugin => {
  const sources = resolve(import.meta.dirname, 'core-as');
  let under: Promise<void> = Promise.resolve();
  const compile = async (server: ViteDevServer) => {
    try {
      for (const target of shippedTargets) await buildTarget(target);
    } catch (error) {
      const message = (error as Error).message;
      server.config.logger.error(message);
      server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'asc' } });
    }
  };
  return {
    name: 'core-on-change',
    apply: 'serve',
    configureServer(server) {
      server.watcher.add(sources);
      for (const event of ['add', 'change', 'unlink'] as const)
        server.watcher.on(event, (file) => {
          if (file.startsWith(sources) && file.endsWith('.ts')) under = under.then(() => compile(server));
        });
    },
  };
};

export default defineConfig({
  base: './',
  plugins: [
    strictPolicy(),
    coreOnChange(),
    VitePWA({
      registerType: 'prompt',
      includeManifestIcons: false, // globPatterns has them
      injectRegister: false,
      manifest: {
        id: './',
        name: 'nicscope: Windows Server networking, emulated',
        short_name: 'nicscope',
        description: 'Shows which processor, queue and connection every packet lands on, and why.',
        lang: 'en',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#10151c',
        theme_color: '#10151c',
        categories: ['developer', 'education', 'utilities'],
        icons: [
          { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
        file_handlers: [
          {
            action: './#capture',
            accept: {
              'application/vnd.tcpdump.pcap': ['.pcap', '.cap'],
              'application/x-pcapng': ['.pcapng'],
              'application/gzip': ['.gz'],
            },
          },
        ],
        launch_handler: { client_mode: 'focus-existing' },
      },
      workbox: {
        globPatterns: ['**/*'],
        globIgnores: ['sw.js', 'manifest.webmanifest'], // the plugin adds the manifest itself
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
        navigateFallback: 'index.html',
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
      },
    }),
  ],
  build: {
    target: 'es2022',
    outDir: 'dist/site',
    emptyOutDir: true,
    assetsInlineLimit: 0, // a data: URL of the core would need connect-src data:
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
});
