import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { viteConfig } from './vite-config.ts'

/** Bundles the app into the folder that the command line names. */
const [folder = ''] = process.argv.slice(2)
const root = fileURLToPath(new URL('..', import.meta.url))
await build(viteConfig({ root, outDir: relative(root, folder) }))
