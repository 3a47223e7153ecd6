import { expect, test } from 'vitest'
import { pseudonymOf } from './pseudonym.ts'

const idOf = (chance: number) => `68e5d3c10000000${chance.toString(16).padStart(9, '0')}`

test('somebody without a name is called the same for ever, and in each language by the same picture', () => {
  expect(pseudonymOf('6762f30c1bb69f9f2193bc5e')).toBe(pseudonymOf('6762f30c1bb69f9f2193bc5e'))
  expect([pseudonymOf(idOf(4)), pseudonymOf(idOf(4), 'fr')]).toEqual(['Blue Anchor', 'Ancre bleue'])
  expect([pseudonymOf(idOf(43 + 4)), pseudonymOf(idOf(43 + 4), 'fr')]).toEqual([
    'Blue Balloon',
    'Ballon bleu',
  ])
  expect(pseudonymOf('no id of ours')).toBe('Amber Anchor')
})

test('there are as many names in each language, and no two are alike', () => {
  const all = Array.from({ length: 43 * 44 }, (_, chance) => idOf(chance))
  for (const language of ['en', 'fr'] as const) {
    const names = all.map(id => pseudonymOf(id, language))
    expect(new Set(names).size).toBe(43 * 44)
    expect(names.filter(name => !/^[\p{Lu}][\p{L}-]+ [\p{L}-]+$/u.test(name))).toEqual([])
  }
})
