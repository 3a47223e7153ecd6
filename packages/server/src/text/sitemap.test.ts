import { expect, test } from 'vitest'
import { readSitemap } from './sitemap.ts'

test('a sitemap names pages, and not the pictures on them', () => {
  const text = `<?xml version="1.0"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
      <url><loc> https://example.com/a?x=1&amp;y=2 </loc><image:image><image:loc>https://example.com/a.png</image:loc></image:image></url>
      <url><lastmod>2026-01-01</lastmod><loc><![CDATA[https://example.com/b]]></loc></url>
      <url><loc></loc></url>
    </urlset>`
  expect(readSitemap(text)).toEqual({
    pages: ['https://example.com/a?x=1&y=2', 'https://example.com/b'],
    sitemaps: [],
  })
})

test('an index names sitemaps', () => {
  const text = '<sitemapindex><sitemap><loc>https://example.com/1.xml.gz</loc></sitemap></sitemapindex>'
  expect(readSitemap(text)).toEqual({ pages: [], sitemaps: ['https://example.com/1.xml.gz'] })
})

test('a sitemap may be an address a line', () => {
  expect(readSitemap('https://example.com/a\r\n\n  https://example.com/b\nnonsense\n').pages).toEqual([
    ...['https://example.com/a', 'https://example.com/b'],
  ])
})

test.each([
  ['nothing', ''],
  ['a page', '<html><body><a href="/x">x</a></body></html>'],
  ['cut short', '<urlset><url><loc>https://example.com/'],
  ['nested without end', '<url>'.repeat(100_000)],
  [
    'one address without end',
    `<urlset><url><loc>https://example.com/${'x'.repeat(5_000_000)}</loc></url></urlset>`,
  ],
])('%s is no sitemap', (_, text) => {
  expect(readSitemap(text).pages.filter(page => page !== 'https://example.com/')).toEqual([])
})

test('a sitemap holds no more than it may', () => {
  const text = `<urlset>${'<url><loc>https://example.com/</loc></url>'.repeat(60_000)}</urlset>`
  expect(readSitemap(text).pages).toHaveLength(50_000)
})
