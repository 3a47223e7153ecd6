import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { frameConfig, loaderConfig } from './vite-config.ts'

/** Bundles the messenger, frame and loader, into the folder that the command line names. */
const [folder = ''] = process.argv.slice(2)
const root = fileURLToPath(new URL('..', import.meta.url))
const of = { root, outDir: relative(root, folder) }
await build(frameConfig(of))
await build(loaderConfig(of))
