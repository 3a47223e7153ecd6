import { contractRoutes } from '@guichet/inbox/contract-routes.ts'
import type { InlineConfig } from 'vite'

const TARGET = ['chrome123', 'firefox128', 'safari17.5']

/** How the frame is bundled: every file under a name of its content. */
export const frameConfig = (of: { root: string; outDir: string }): InlineConfig => ({
  configFile: false,
  root: of.root,
  base: '/messenger/',
  logLevel: 'warn',
  plugins: [contractRoutes()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: of.outDir,
    emptyOutDir: true,
    manifest: true,
    target: TARGET,
    modulePreload: { polyfill: false },
    // Nothing is inlined: the content security policy lets nothing in that has no address.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
})

/** How the loader is bundled: one script that pages of any kind can run. */
export const loaderConfig = (of: { root: string; outDir: string }): InlineConfig => ({
  configFile: false,
  root: of.root,
  logLevel: 'warn',
  build: {
    outDir: of.outDir,
    emptyOutDir: false,
    target: TARGET,
    reportCompressedSize: false,
    lib: { entry: 'src/boot/main.ts', formats: ['iife'], name: 'guichet', fileName: () => 'loader.js' },
  },
})
