import { expect, test } from 'vitest'
import { readWebPage } from './web-page.ts'

function read(source: string) {
  const page = readWebPage(source, 'https://example.com/docs/a')
  if (!page) throw new Error('the page was not read')
  return page
}

test('the main part of a page is kept, without what frames it and what runs', () => {
  const page = read(`<html><head><title> Reset &amp; go </title></head><body><nav>Menu</nav>
    <main><header>Crumbs</header><h1>Reset</h1><div><p onclick="x()">Press <a href="../b#c">here</a>.</p></div>
    <script>alert(1)</script><img src="i.png"><main>inner</main></main><footer>Imprint</footer></body>`)
  expect(page.title).toBe('Reset & go')
  expect(page.html).toContain('<p>Press <a href="https://example.com/b#c"')
  expect(page.html).toContain('<img src="https://example.com/docs/i.png"')
  for (const left of ['Menu', 'Crumbs', 'alert', 'onclick', 'Imprint']) expect(page.html).not.toContain(left)
})

test('without a main part it is the only article, and else the body', () => {
  expect(read('<body><p>Around</p><article>One</article></body>').html).toBe('One')
  expect(read('<body><article>One</article><article>Two</article></body>').html).toContain('Two')
  expect(read('Nothing but words').html).toBe('Nothing but words')
})

test('what a page asks of robots is read', () => {
  const page =
    read(`<base href="/other/"><link rel="canonical" href="/c"><meta name="ROBOTS" content="NoIndex, follow">
    <a href="x">1</a><a rel="external nofollow" href="y">2</a>`)
  expect(page).toMatchObject({ base: 'https://example.com/other/', canonical: '/c', links: ['x'] })
  expect([page.noindex, page.nofollow]).toEqual([true, false])
  expect(read('<meta name=robots content=none>')).toMatchObject({ noindex: true, nofollow: true })
})

test('a page of nothing but open tags is not read, and takes no time', () => {
  for (const tags of ['<div>', '<b>', '<article><main><body>'])
    expect(readWebPage(tags.repeat(500_000 / tags.length), 'https://example.com')).toBeUndefined()
  expect(read('<p>'.repeat(1000)).title).toBe('https://example.com/docs/a')
})
