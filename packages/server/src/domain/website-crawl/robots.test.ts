import { expect, test } from 'vitest'
import { addressOf, keyOf } from './address.ts'
import { readRobots } from './robots.ts'

const site = 'https://example.com'

test('the longest rule wins, and of two as long the one that allows', () => {
  const robots = readRobots(`
    User-agent: other
    Disallow: /

    User-agent: *
    User-agent: another
    Crawl-delay: 2.5
    Disallow: /private   # not for robots
    Allow: /private/open
    Disallow: /*.php$
    Disallow: /same
    Allow: /same
    Disallow:
  `)
  const allowed = (path: string) => robots.allows(site + path)
  expect(robots.delay).toBe(2.5)
  expect(['/', '/private/open/x', '/a.php?x', '/same'].filter(allowed)).toHaveLength(4)
  expect(['/private', '/private/x', '/a.php', '/x/y.php'].filter(allowed)).toEqual([])
})

test('rules for us go before rules for all, and no rules forbid nothing', () => {
  const robots = readRobots('User-agent: *\nDisallow: /\n\nUser-agent: Guichet\nDisallow: /é')
  expect(robots.allows(`${site}/x`)).toBe(true)
  expect(robots.allows(`${site}/é/x`)).toBe(false)
  expect(readRobots('<html>not found</html>').allows(`${site}/x`)).toBe(true)
})

test('a pattern of many stars takes no time', () => {
  const robots = readRobots(`User-agent: *\nDisallow: /${'*a'.repeat(200)}b$`)
  expect(robots.allows(`${site}/${'a'.repeat(2000)}`)).toBe(true)
})

test('one page has one address, however it is spelled', () => {
  const spelled = [
    '/b?y=2&x=1#part',
    'HTTPS://user:pass@EXAMPLE.com:443/b?x=1&y=2&utm_source=mail',
    './b?x=1&y=2',
  ]
  expect(new Set(spelled.map(link => addressOf(link, `${site}/a`)))).toEqual(new Set([`${site}/b?x=1&y=2`]))
})

test.each(['mailto:ada@example.com', 'javascript:x()', 'file:///etc/passwd', '/file.PDF', 'http://'])(
  '%s is not crawled',
  link => expect(addressOf(link, site)).toBeUndefined(),
)

test('addresses that grow without end are not crawled, and long ones have short keys', () => {
  expect(addressOf(`/${'a/'.repeat(30)}`, site)).toBeUndefined()
  expect(addressOf(`/?${'a=1&'.repeat(9)}`, site)).toBeUndefined()
  expect(addressOf(`/${'a'.repeat(3000)}`, site)).toBeUndefined()
  expect(keyOf(`${site}/${'a'.repeat(1000)}`)).toMatch(/^sha256:[0-9a-f]{64}$/)
})
