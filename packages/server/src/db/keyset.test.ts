import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor } from './keyset.ts'

const values = fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)))

test('a cursor comes back as it was given', () => {
  fc.assert(
    fc.property(values, fc.oneof(fc.string(), fc.integer()), fc.nat(), (sort, id, page) => {
      const text = encodeCursor('contacts', { values: sort, id, page })
      expect(decodeCursor('contacts', text, sort.length)).toEqual({ values: sort, id, page })
    }),
  )
})

test('a cursor survives a query string that was not escaped, and line ends', () => {
  const cursor = { values: ['~~~???>>>'], id: 'ÿþ', page: 2 }
  const text = encodeCursor('contacts', cursor)
  expect(decodeCursor('contacts', `${text.replaceAll('+', ' ')}\n`)).toEqual(cursor)
})

test("another endpoint's cursor is refused with the API's own error", () => {
  const text = encodeCursor('contacts', { values: [1], id: 'a', page: 2 })
  expect(() => decodeCursor('conversations', text)).toThrow(/Invalid starting_after param/)
})

test('nonsense is refused, whatever it is', () => {
  const refused = (text: string): void => {
    expect(() => decodeCursor('contacts', text)).toThrow(/Invalid starting_after param/)
  }
  fc.assert(fc.property(fc.string(), refused))
  fc.assert(fc.property(fc.json(), json => refused(Buffer.from(json).toString('base64'))))
})
