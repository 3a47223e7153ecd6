import { useNavigate, useParams } from '@tanstack/react-router'
import { Inbox } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { INBOX_KEYS } from '../../actions/inbox-keys.ts'
import { useList } from '../../data/conversations.ts'
import { type ListState, useViews, type View } from '../../data/views.ts'
import { useTitle } from '../../parts/use-title.ts'
import { t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'
import { Empty } from '../../ui/states.tsx'
import { NotFound } from '../not-found.tsx'
import { ListPane } from './list-pane.tsx'
import { PaneSkeleton } from './pane-skeleton.tsx'
import { ViewsPane } from './views-pane.tsx'

/** Loaded once the list shows, with the editor in it, so that both are there when the first conversation is opened. */
const loadConversation = async () => ({ default: (await import('./conversation-pane.tsx')).ConversationPane })
const loadComposer = () => import('./composer-box.tsx')

const ConversationPane = lazy(loadConversation)

/** Views, the list of one, a conversation of it, and the person beside it. A phone shows one of them at a time. */
export function InboxPage() {
  const { view: viewId, id } = useParams({ from: '/shell/inbox/$view/{-$id}' })
  const views = useViews()
  const view = views.find(each => each.id === viewId)
  if (!view) return <NotFound />
  return <InboxOf key={view.id} views={views} view={view} id={id} />
}

function InboxOf({ views, view, id }: { views: View[]; view: View; id: string | undefined }) {
  useTitle(view.name)
  const [state, setState] = useState<ListState>('open')
  const list = useList(view, state)
  const goTo = useGoTo(
    view,
    list.items.map(item => item.conversation.id),
    id,
  )
  useEffect(() => {
    if (list.isSuccess) void Promise.all([loadConversation(), loadComposer()])
  }, [list.isSuccess])
  useActions([
    { ...action('next'), run: () => goTo(1) },
    { ...action('previous'), run: () => goTo(-1) },
  ])
  return (
    <>
      <ViewsPane views={views} current={view} />
      <main className="flex min-w-0 flex-1">
        <h1 className="sr-only">{view.name}</h1>
        <ListPane
          {...{ views, view, state, list }}
          onState={setState}
          currentId={id}
          className={cx(id !== undefined && 'max-lg:hidden')}
        />
        {id === undefined ? (
          <div className="flex min-w-0 flex-1 bg-surface max-lg:hidden">
            <Empty
              icon={<Inbox size={28} strokeWidth={1.5} aria-hidden="true" />}
              title={t('inbox.nothingChosen')}
            />
          </div>
        ) : (
          <Suspense fallback={<PaneSkeleton />}>
            <ConversationPane key={id} id={id} view={view} onDone={() => goTo(1)} />
          </Suspense>
        )}
      </main>
    </>
  )
}

const action = (name: 'next' | 'previous') => ({
  id: `inbox-${name}`,
  label: t(INBOX_KEYS[name].label),
  keys: INBOX_KEYS[name].keys,
  group: 'here' as const,
})

/** Goes to the conversation so many places further in the list. */
function useGoTo(view: View, ids: string[], id: string | undefined): (by: number) => void {
  const navigate = useNavigate()
  return by => {
    const at = id === undefined ? -1 : ids.indexOf(id)
    const next = ids[Math.max(0, at + by)]
    if (next !== undefined && next !== id)
      void navigate({ to: '/inbox/$view/{-$id}', params: { view: view.id, id: next } })
  }
}
