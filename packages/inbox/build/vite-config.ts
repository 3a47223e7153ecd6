import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { contractRoutes } from './contract-routes.ts'

/** How the app is bundled: for browsers of the last two years, every file under a name of its content. */
export const viteConfig = (of: { root: string; outDir: string }): InlineConfig => ({
  configFile: false,
  root: of.root,
  base: '/app/',
  logLevel: 'warn',
  plugins: [contractRoutes(), react(), tailwind()],
  build: {
    outDir: of.outDir,
    emptyOutDir: true,
    manifest: true,
    target: ['chrome123', 'firefox128', 'safari17.5'],
    modulePreload: { polyfill: false },
    // Nothing is inlined: the content security policy lets nothing in that has no address.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
})
