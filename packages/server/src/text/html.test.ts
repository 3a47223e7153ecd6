import { expect, test } from 'vitest'
import { fromPlain, toHtml, toPlain } from './html.ts'

test('plain text becomes a paragraph a line', () => {
  expect(toHtml('Hello\nthere & back')).toBe(
    '<p class="no-margin">Hello</p>\n<p class="no-margin">there &amp; back</p>',
  )
})

test('markup keeps its formatting and loses what runs', () => {
  const html = toHtml(
    '<p onclick="x()">Hi <b>you</b><script>alert(1)</script><a href="javascript:x()">a</a></p>',
  )
  expect(html).toBe('<p>Hi <b>you</b><a rel="nofollow noopener noreferrer">a</a></p>')
})

test('what a contact writes is taken literally', () => {
  expect(fromPlain('<b>bold</b>')).toBe('<p class="no-margin">&lt;b&gt;bold&lt;/b&gt;</p>')
})

test('the plain text of HTML is what a reader sees', () => {
  expect(toPlain('<p>One &amp; two</p><ul><li>three</li></ul>')).toBe('One & two\nthree')
})

test('many tags that never end are read in the time of their length', () => {
  const tags = '<br'.repeat(100_000)
  expect(toHtml(tags)).toContain('&lt;br')
  expect(toPlain(tags)).toBe('')
})
