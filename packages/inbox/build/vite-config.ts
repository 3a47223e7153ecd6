import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { contractRoutes } from './contract-routes.ts'

/** What stays the file that the page names. */
const ENTRY = /src\/main\.tsx$|index\.html$/

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
    rolldownOptions: {
      output: {
        codeSplitting: {
          // By itself the bundler gives every set of modules that some pages share a file of its own: a hundred for the first page.
          groups: [
            { name: 'start', tags: ['$initial'], test: id => !ENTRY.test(id), priority: 2 },
            { name: 'icons', test: /lucide-react/, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
})
