import { createElement, type ReactNode } from 'react'

/** What of a message's markup is drawn, and as what. The server kept no more than this either. */
const TAGS = new Set(
  'p br b strong i em u s del a ul ol li blockquote pre code hr h1 h2 h3 h4 h5 h6 img div span table thead tbody tr th td'.split(
    ' ',
  ),
)

/**
 * HTML that somebody wrote, as elements of ours: it is read in a document of its own, where nothing runs or loads, and
 * drawn anew from what is known. No HTML is ever inserted into the page.
 */
export const Html = ({ html }: { html: string }) => (
  <div className="message break-words">
    {drawn(new DOMParser().parseFromString(html, 'text/html').body.childNodes)}
  </div>
)

const drawn = (nodes: Iterable<Node>): ReactNode[] => [...nodes].map(draw)

function draw(node: Node, at: number): ReactNode {
  if (!(node instanceof Node) || node.nodeType === Node.TEXT_NODE) return node.textContent
  if (node.nodeType !== Node.ELEMENT_NODE) return null
  const element = node as Element
  const tag = element.tagName.toLowerCase()
  const inside = drawn(element.childNodes)
  if (!TAGS.has(tag)) return inside
  if (tag === 'a') return drawLink(element, at, inside)
  if (tag === 'img') return drawImage(element, at)
  if (element.hasAttribute('data-mention')) return drawMention(element, at)
  if (tag === 'br' || tag === 'hr') return createElement(tag, { key: at })
  const dir = element.getAttribute('dir') ?? (BLOCKS.has(tag) ? 'auto' : undefined)
  // Headings of a message are not headings of the page.
  return createElement(
    /^h\d$/.test(tag) ? 'p' : tag,
    { key: at, dir, 'data-heading': /^h\d$/.test(tag) || undefined },
    inside,
  )
}

const BLOCKS = new Set(['p', 'div', 'li', 'blockquote'])

function drawLink(element: Element, at: number, inside: ReactNode): ReactNode {
  const href = element.getAttribute('href') ?? ''
  if (!/^(https?:|mailto:|tel:)/i.test(href)) return inside
  return (
    <a key={at} href={href} target="_blank" rel="nofollow noopener noreferrer">
      {inside}
    </a>
  )
}

/** A teammate whom a note mentions. */
const drawMention = (element: Element, at: number): ReactNode => (
  <span key={at} className="mention">
    {element.textContent}
  </span>
)

function drawImage(element: Element, at: number): ReactNode {
  const src = element.getAttribute('src') ?? ''
  if (!/^https?:/i.test(src)) return null
  return (
    <a key={at} href={src} target="_blank" rel="noopener noreferrer">
      <img src={src} alt={element.getAttribute('alt') ?? ''} loading="lazy" />
    </a>
  )
}
