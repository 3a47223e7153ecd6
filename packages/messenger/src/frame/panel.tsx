import { render } from 'preact'
import { useEffect } from 'preact/hooks'
import type { ToPage } from '../protocol/messages.ts'
import { back, go } from './data/go.ts'
import type { Route, Space } from './data/store.ts'
import { now } from './data/store.ts'
import { useStore } from './data/use-store.ts'
import { ArticlePage } from './pages/article-page.tsx'
import { CollectionPage } from './pages/collection-page.tsx'
import { ConversationPage } from './pages/conversation-page.tsx'
import { HelpPage } from './pages/help-page.tsx'
import { HomePage } from './pages/home-page.tsx'
import { MessagesPage } from './pages/messages-page.tsx'
import { NewTicketPage } from './pages/new-ticket-page.tsx'
import { NewsItemPage } from './pages/news-item-page.tsx'
import { NewsPage } from './pages/news-page.tsx'
import { TicketsPage } from './pages/tickets-page.tsx'
import { Page } from './parts/close.ts'
import { Icon } from './parts/icon.tsx'
import { Loading } from './parts/states.tsx'
import { t } from './text/t.ts'

/** Draws the panel. `say` speaks to the page around it. */
export function mount(say: (message: ToPage) => void): void {
  const close = () => say({ tell: 'close' })
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (now().trail.length > 0) back()
    else close()
  })
  const page = { close, emailLeft: () => say({ tell: 'email' }) }
  render(
    <Page.Provider value={page}>
      <Panel />
    </Page.Provider>,
    document.body,
  )
}

function Panel() {
  const { route, settings, contact, visible } = useStore()
  // A conversation stays where it is in the moment that it gets its id.
  const isThread = route.at === 'new' || route.at === 'conversation'
  const key = isThread ? 'thread' : 'id' in route ? `${route.at} ${route.id}` : route.at
  useEffect(() => {
    if (visible) document.querySelector('h1')?.focus({ preventScroll: true })
  }, [visible])
  if (!contact || !settings) return <Loading />
  return (
    <div class="panel">
      <main key={key} class="page">
        {pageOf(route)}
      </main>
      {!('id' in route) && settings.spaces.length > 1 && <Spaces spaces={settings.spaces} />}
    </div>
  )
}

function pageOf(route: Route) {
  switch (route.at) {
    case 'home':
      return <HomePage />
    case 'messages':
      return <MessagesPage />
    case 'help':
      return <HelpPage />
    case 'tickets':
      return <TicketsPage />
    case 'news':
      return <NewsPage />
    case 'conversation':
    case 'new':
      return <ConversationPage id={route.id} />
    case 'newTicket':
      return <NewTicketPage id={route.id} />
    case 'article':
      return <ArticlePage id={route.id} />
    case 'collection':
      return <CollectionPage id={route.id} />
    case 'newsItem':
      return <NewsItemPage id={route.id} />
  }
}

function Spaces({ spaces }: { spaces: Space[] }) {
  const { route, unread } = useStore()
  return (
    <nav class="spaces" aria-label={t('spaces')}>
      {spaces.map(space => (
        <button
          key={space}
          type="button"
          aria-current={route.at === space ? 'page' : undefined}
          onClick={() => go({ at: space })}
        >
          <Icon name={space} />
          <span>{t(space)}</span>
          {space === 'messages' && unread > 0 && (
            <b class="count">
              {unread}
              <span class="hidden">{t('unread', { count: '' })}</span>
            </b>
          )}
        </button>
      ))}
    </nav>
  )
}
