import { execFile } from 'node:child_process'
import { access, cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Target } from './own-server.ts'

/** What a walk of one version came to. */
export interface Walk {
  version: string
  operations: number
  valid: number
  strict: number
  /** Answers of 500 and above, other than "not built yet". */
  serverErrors: string[]
  flaws: Flaw[]
  printed: string
}

/** An operation that is not valid, or one of its negative checks that failed. */
export interface Flaw {
  operation: string
  /** The kind of the negative check. */
  negative?: string
  /** What the walker says, a line for each thing. */
  reasons: string[]
}

/** An operation in the report of the walker, as far as it is read here. */
interface Operation {
  key: string
  verdict: string
  steps: {
    verdict: string
    note?: string
    canned?: string
    violations?: { at: string; message: string }[]
    proofs?: { ok: boolean; label: string; detail?: string }[]
  }[]
  negatives: { kind: string; ok: boolean; problem: string }[]
}

export interface Walker {
  walk(version: string, target: Target): Promise<Walk>
  close(): Promise<void>
}

const execute = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))
const fixturesFile = fileURLToPath(new URL('fixtures.json', import.meta.url))

/** The walker beside the repository, installed in a copy of its own; undefined where there is none. */
export async function findWalker(): Promise<Walker | undefined> {
  const shared = resolve(root, process.env['GUICHET_SHARED'] ?? '../shared')
  const home = join(shared, 'tools/conformance')
  const found = await access(join(home, 'spec-check.mjs')).then(
    () => true,
    () => false,
  )
  if (!found) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'guichet-walker-'))
  await cp(home, folder, { recursive: true, filter: source => !source.includes('node_modules') })
  await execute('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder })
  return {
    walk: (version, target) =>
      walk(folder, join(shared, `api/openapi/${version.toLowerCase()}.yaml`), version, target),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

async function walk(folder: string, spec: string, version: string, target: Target): Promise<Walk> {
  const report = join(folder, `${version}.json`)
  const fixtures = { ...JSON.parse(await readFile(fixturesFile, 'utf8')), ...target.fixtures }
  const { stdout } = await execute(process.execPath, ['spec-check.mjs'], {
    cwd: folder,
    maxBuffer: 2 ** 26,
    env: {
      ...process.env,
      BASE_URL: target.baseUrl,
      TOKEN: target.token,
      SPEC: spec,
      REPORT: report,
      MIN: '0',
      SETTLE_MS: '0',
      FIXTURES: JSON.stringify(fixtures),
    },
  })
  const { summary, server_errors, operations } = JSON.parse(await readFile(report, 'utf8'))
  return {
    version,
    operations: summary.operations,
    valid: summary.fullyValid,
    strict: summary.strict,
    serverErrors: server_errors
      .filter((error: { status: number }) => error.status !== 501)
      .map((error: { method: string; path: string; status: number }) => Object.values(error).join(' ')),
    flaws: operations.flatMap(flawsOf),
    printed: stdout,
  }
}

function flawsOf({ key: operation, verdict, steps, negatives }: Operation): Flaw[] {
  const reasons = verdict === 'valid' ? [] : steps.filter(step => step.verdict !== 'valid').flatMap(reasonsOf)
  return [
    ...(verdict === 'valid' ? [] : [{ operation, reasons: reasons.length > 0 ? reasons : [verdict] }]),
    ...negatives
      .filter(({ ok }) => !ok)
      .map(({ kind, problem }) => ({ operation, negative: kind, reasons: [problem] })),
  ]
}

const reasonsOf = ({ verdict, note, canned, violations = [], proofs = [] }: Operation['steps'][number]) => {
  const said = [
    ...(note ? [note] : []),
    ...(canned ? [`canned: ${canned}`] : []),
    ...violations.map(({ at, message }) => `${at} ${message}`),
    ...proofs.filter(({ ok }) => !ok).map(({ label, detail = 'no' }) => `${label}: ${detail}`),
  ]
  return said.length > 0 ? said : [verdict]
}
