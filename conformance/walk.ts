import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { judge } from './excused.ts'
import { type Target, withOwnServer } from './own-server.ts'
import { findWalker, type Walk, type Walker } from './walker.ts'

/**
 * Walks the API with the conformance walker and compares how many operations are fully valid with conformance/floor.json.
 * What the walker finds wrong has to be in conformance/excused.json, which tells why its check is the one that is wrong.
 *
 *   npm run conformance                      the versions of floor.json, each on a server of its own
 *   npm run conformance -- 2.16              one version; says of each operation that is not valid why
 *   npm run conformance -- --raise           writes the counts into floor.json where they rose
 *   BASE_URL=… TOKEN=… npm run conformance   a server that runs already
 */
const { values, positionals } = parseArgs({
  options: { raise: { type: 'boolean', default: false }, quiet: { type: 'boolean', default: false } },
  allowPositionals: true,
})

const floorFile = new URL('floor.json', import.meta.url)
const floor = new Map(Object.entries(await readJson(floorFile)))

const walker = await findWalker()
if (walker) process.exitCode = await walkAll(walker).finally(() => walker.close())
else console.log('No conformance walker found: set GUICHET_SHARED to the folder that holds tools/ and api/.')

async function walkAll(walker: Walker): Promise<number> {
  const versions = positionals.length > 0 ? positionals : [...floor.keys()]
  const walks = await withTarget(async target => {
    const done: Walk[] = []
    for (const version of versions) {
      const walk = await walker.walk(version, await target(version))
      if (!values.quiet) console.log(withoutUnbuilt(walk.printed))
      done.push(walk)
    }
    return done
  })
  if (values.raise) await raise(walks)
  return walks.map(report).includes(false) ? 1 : 0
}

async function withTarget<T>(work: (target: (version: string) => Promise<Target>) => Promise<T>): Promise<T> {
  const { BASE_URL: baseUrl, TOKEN: token } = process.env
  if (!baseUrl || !token) return withOwnServer(work)
  return work(async () => ({ baseUrl, token }))
}

/** The long list of what is not built yet says nothing that a count does not. */
function withoutUnbuilt(printed: string): string {
  return printed.replace(/\n-- not-implemented[\s\S]*?(?=\n(?:--|==) )/, '')
}

/** One line about a walk; whether it is good enough. */
function report(walk: Walk): boolean {
  const { version, operations, valid, strict, serverErrors } = walk
  const { unexcused, idle } = judge(walk)
  const least = Number(floor.get(version) ?? 0)
  const well = valid >= least && serverErrors.length === 0 && unexcused.length === 0
  console.log(
    `${well ? 'ok  ' : 'FAIL'} ${version.padEnd(8)} fully valid ${valid} of ${operations} (floor ${least}), strict ${strict}`,
  )
  for (const error of serverErrors) console.log(`       ${error}`)
  for (const flaw of unexcused) console.log(`       not excused: ${flaw}`)
  for (const excuse of idle) console.log(`       excused, and yet fine: ${excuse}`)
  return well
}

async function raise(walks: Walk[]): Promise<void> {
  for (const { version, valid } of walks) floor.set(version, Math.max(valid, Number(floor.get(version) ?? 0)))
  await writeFile(floorFile, `${JSON.stringify(Object.fromEntries(floor), null, 2)}\n`)
}

async function readJson(file: URL): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(file, 'utf8'))
}
