#!/usr/bin/env node
// The sources need Node 24, and a heap that stays small. Where this process is not that yet, it becomes it: in place where
// Node can, else by running the Node that npm installed with the project.
import { spawn } from 'node:child_process'
import module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * On a machine with much memory V8 lets garbage pile up to several times what is alive. Collecting at half as much again
 * costs a few percent of time and keeps a busy server below 300 MB, without setting a limit it could run into.
 */
const FLAGS = ['--max-semi-space-size=16', '--heap-growing-percent=50']

const arguments_ = [...FLAGS, fileURLToPath(import.meta.url), ...process.argv.slice(2)]
const isRecent = Number(process.versions.node.split('.')[0]) >= 24

if (!isRecent) runWithOwnNode()
else if (
  FLAGS.some(flag => !process.execArgv.includes(flag)) &&
  process.platform !== 'win32' &&
  !process.channel
) {
  process.removeAllListeners('warning')
  process.execve(process.execPath, [process.execPath, ...arguments_])
} else {
  endWithParent()
  // What was compiled is kept beside what npm installed, where that can be written to: every command starts a third sooner.
  module.enableCompileCache?.(fileURLToPath(new URL('../../../node_modules/.cache/guichet', import.meta.url)))
  await import('../src/cli/main.ts')
}

function runWithOwnNode() {
  const node = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node')
  const child = spawn(node, arguments_, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('error', error => {
    console.error(`Guichet needs Node 24 and could not start its own: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

/** A launcher that is killed takes with it what it launched. */
function endWithParent() {
  if (!process.channel) return
  process.on('disconnect', () => process.exit(1))
  process.channel.unref()
}
