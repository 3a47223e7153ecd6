import { useMemo } from 'preact/hooks'
import { go } from '../data/go.ts'
import { t } from '../text/t.ts'
import { Icon } from './icon.tsx'

/** Shows what the server has sanitised. Links open beside the page, those to articles of the help center in the messenger. */
export function Html({ html, cards = false }: { html: string; cards?: boolean }) {
  const { text, articles } = useMemo(() => prepared(html), [html])
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: what is clicked is a link, which keys open too. */}
      <div
        class="html"
        dir="auto"
        onClick={event => {
          const link = event.target instanceof Element ? event.target.closest('a') : null
          const id = link && articleOf(link.href)
          if (!id) return
          event.preventDefault()
          go({ at: 'article', id })
        }}
        dangerouslySetInnerHTML={{ __html: text }}
      />
      {cards &&
        articles.map(({ id, title }) => (
          <button key={id} type="button" class="card article-card" onClick={() => go({ at: 'article', id })}>
            <Icon name="book" />
            <span>
              <strong dir="auto">{title}</strong>
              <small>{t('readArticle')}</small>
            </span>
          </button>
        ))}
    </>
  )
}

/** The id of an article that an address of our own help center leads to. */
function articleOf(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined
  const { origin, pathname } = new URL(href)
  if (origin !== location.origin) return undefined
  return /^\/help\/[^/]+\/[^/]+\/articles\/(\d+)/.exec(pathname)?.[1]
}

function prepared(html: string) {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const articles = new Map<string, string>()
  for (const link of body.querySelectorAll('a')) {
    link.target = '_blank'
    link.rel = 'noopener noreferrer nofollow'
    const id = articleOf(link.href)
    if (id) articles.set(id, link.textContent?.trim() || link.href)
  }
  // What is wider than the panel scrolls, and so the keyboard has to reach it.
  for (const wide of body.querySelectorAll('pre, table')) wide.setAttribute('tabindex', '0')
  for (const image of body.querySelectorAll('img')) image.loading = 'lazy'
  return { text: body.innerHTML, articles: [...articles].map(([id, title]) => ({ id, title })) }
}
