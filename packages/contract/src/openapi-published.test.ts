import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { openApi } from './openapi.ts'
import { compareOpenApi } from './openapi-compare.ts'
import { deviations } from './openapi-deviations.ts'
import { VERSIONS, type Version } from './version.ts'

/** The published descriptions are not ours to hand out, so they are looked for beside the repository. */
const folder = resolve(
  process.env['GUICHET_PUBLISHED_OPENAPI'] ?? join(import.meta.dirname, '../../../../shared/api/openapi'),
)
const there = existsSync(folder)

test('our descriptions are the published ones, but for what is listed with its reason', ({ skip }) => {
  skip(!there, `no published descriptions in ${folder}`)
  const found = differences()
  const listed = deviations.flatMap(({ differences }) => differences.flatMap(expand))
  expect(
    {
      unlisted: found.filter(each => !listed.includes(each)),
      gone: listed.filter(each => !found.includes(each)),
    },
    'see docs/versions.md',
  ).toEqual({ unlisted: [], gone: [] })
}, 60_000)
test('no difference is listed twice', () => {
  const listed = deviations.flatMap(({ differences }) => differences.flatMap(expand))
  expect(listed.filter((each, at) => listed.indexOf(each) !== at)).toEqual([])
})

/** Each difference once, with the versions that have it. */
function differences(): string[] {
  const found = new Map<string, Version[]>()
  for (const version of VERSIONS) {
    const published = parse(readFileSync(join(folder, `${version.toLowerCase()}.yaml`), 'utf8'))
    const ours = JSON.parse(JSON.stringify(openApi(version)))
    for (const { at, what } of compareOpenApi(published, ours))
      found.set(`${at}: ${what}`, [...(found.get(`${at}: ${what}`) ?? []), version])
  }
  return [...found].map(([difference, versions]) => `${difference} (${spans(versions)})`)
}

/** `2.7–2.9, 2.11`, for versions in their order. */
function spans(versions: Version[]): string {
  const runs: [Version, Version][] = []
  for (const version of versions) {
    const run = runs.at(-1)
    if (run && VERSIONS.indexOf(version) === VERSIONS.indexOf(run[1]) + 1) run[1] = version
    else runs.push([version, version])
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ')
}

/** `contact.{a,b}: only ours` is two differences. */
function expand(difference: string): string[] {
  const [, before = '', names = '', after = ''] = /^(.*)\{([^{}]+)\}(.*)$/.exec(difference) ?? []
  return names === '' ? [difference] : names.split(',').map(name => before + name + after)
}
