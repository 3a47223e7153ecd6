import { describe, expect, it } from 'vitest'
import { openApi } from './openapi.ts'
import { VERSIONS } from './version.ts'

describe.each(VERSIONS)('the OpenAPI document of %s', version => {
  const text = JSON.stringify(openApi(version))

  it('has a component behind every reference', () => {
    const document: unknown = JSON.parse(text)
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)
    expect([...new Set(references)].filter(path => at(document, path.split('/')) === undefined)).toEqual([])
  })

  it('keeps our own marks to itself', () => {
    expect(text).not.toMatch(/"(coerce|missing|invalid)":"/)
  })
})

const at = (value: unknown, path: string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      inner instanceof Object ? Object.entries(inner).find(([name]) => name === key)?.[1] : undefined,
    value,
  )
