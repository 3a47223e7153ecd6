import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Inbox } from 'lucide-react'
import { Fragment, lazy, Suspense, useEffect, useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { INBOX_KEYS } from '../../actions/inbox-keys.ts'
import { NEW } from '../../data/conversation-asked.ts'
import { prefetchConversation, useList } from '../../data/conversations.ts'
import { useMay } from '../../data/me.ts'
import { useViews, type View } from '../../data/views.ts'
import { whenIdle } from '../../data/when-idle.ts'
import { useTitle } from '../../parts/use-title.ts'
import { loadArea, t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Empty } from '../../ui/states.tsx'
import { NotFound } from '../not-found.tsx'
import type { Showing } from './list-head.tsx'
import { ListPane } from './list-pane.tsx'
import { PaneSkeleton } from './pane-skeleton.tsx'
import { useChosen } from './use-chosen.ts'
import { ViewsPane } from './views-pane.tsx'

/** Loaded once the list shows, with the editor in it, so that both are there when the first conversation is opened. */
const loadConversation = async () => ({ default: (await import('./conversation-pane.tsx')).ConversationPane })
const loadAll = async () => {
  await loadConversation()
  await (await import('./composer.tsx')).loadComposer()
}

const ConversationPane = lazy(loadConversation)

const NewPane = lazy(async () => ({ default: (await import('./new-pane.tsx')).NewPane }))

const ViewDialog = lazy(async () => {
  const [dialog] = await Promise.all([import('./view-dialog.tsx'), loadArea('desk')])
  return { default: dialog.ViewDialog }
})

/** Views, the list of one, a conversation of it, and the person beside it. A phone shows one of them at a time. */
export function InboxPage() {
  const { view: viewId, id } = useParams({ from: '/shell/inbox/$view/{-$id}' })
  const { views, isPending } = useViews()
  const view = views.find(each => each.id === viewId)
  if (!view) return isPending ? <PaneSkeleton /> : <NotFound />
  return <InboxOf key={view.id} views={views} view={view} id={id} />
}

function InboxOf({ views, view, id: shown }: { views: View[]; view: View; id: string | undefined }) {
  const id = shown === NEW ? undefined : shown
  useTitle(view.name)
  const [showing, setShowing] = useState<Showing>({ state: 'open', sort: view.sort })
  const list = useList(view, showing.state, showing.sort)
  const ids = list.items.map(item => item.conversation.id)
  const goTo = useGoTo(view, ids, id)
  usePrefetchBeside(ids, id)
  const chosen = useChosen(ids)
  const mayChoose = useMay('write_conversations')
  const [isMaking, setMaking] = useState<'new' | 'change'>()
  useEffect(() => {
    return list.isSuccess ? whenIdle(() => void loadAll()) : undefined
  }, [list.isSuccess])
  useActions([
    { ...action('next'), run: () => goTo(1) },
    { ...action('previous'), run: () => goTo(-1) },
    ...(mayChoose
      ? [
          { ...action('choose'), run: () => id !== undefined && chosen.toggle(id) },
          { ...action('chooseAll'), run: chosen.all },
        ]
      : []),
    { id: 'inbox-new-view', label: t('inbox.newView'), group: 'here', run: () => setMaking('new') },
    ...(view.kept
      ? [
          {
            ...{ id: 'inbox-change-view', label: t('inbox.changeView'), group: 'here' as const },
            run: () => setMaking('change'),
          },
        ]
      : []),
  ])
  if (shown === NEW && !mayChoose) return <NotFound />
  return (
    <>
      <ViewsPane views={views} current={view} onNewView={() => setMaking('new')} />
      <main className="flex min-w-0 flex-1">
        <h1 className="sr-only">{view.name}</h1>
        <ListPane
          {...{ views, view, showing, list, chosen, mayChoose }}
          onShow={setShowing}
          onNewView={() => setMaking('new')}
          onChangeView={() => setMaking('change')}
          currentId={id}
          className={cx(shown !== undefined && 'max-lg:hidden')}
        />
        {shown === NEW ? (
          <Suspense fallback={<PaneSkeleton />}>
            <NewPane view={view} />
          </Suspense>
        ) : id === undefined && ids.length === 0 ? (
          <div className="min-w-0 flex-1 bg-surface max-lg:hidden" />
        ) : id === undefined ? (
          <div className="flex min-w-0 flex-1 bg-surface max-lg:hidden">
            <Empty
              icon={<Inbox size={28} strokeWidth={1.5} aria-hidden="true" />}
              title={t('inbox.nothingChosen')}
            >
              <KeyHints />
            </Empty>
          </div>
        ) : (
          <Suspense fallback={<PaneSkeleton />}>
            <ConversationPane key={id} id={id} view={view} onDone={() => goTo(1)} />
          </Suspense>
        )}
      </main>
      {isMaking && (
        <Suspense>
          <ViewMaking view={isMaking === 'change' ? view : undefined} onDone={() => setMaking(undefined)} />
        </Suspense>
      )}
    </>
  )
}

/** The keys with which one goes on from a list. */
const KeyHints = () => (
  <dl className="mt-1 grid grid-cols-[auto_auto] items-center gap-x-3 gap-y-1.5 text-start text-base text-faint">
    {HINTS.map(({ keys, label }) => (
      <Fragment key={keys}>
        <dt className="flex justify-end">
          <Kbd keys={keys} />
        </dt>
        <dd>{t(label)}</dd>
      </Fragment>
    ))}
  </dl>
)

const HINTS = [
  INBOX_KEYS.next,
  INBOX_KEYS.previous,
  { keys: 'mod+k', label: 'app.palette' },
  { keys: '?', label: 'app.shortcuts' },
] as const

/** The dialog of a view, and where it leads. */
function ViewMaking({ view, onDone }: { view: View | undefined; onDone: () => void }) {
  const navigate = useNavigate()
  const show = (id: string) =>
    void navigate({ to: '/inbox/$view/{-$id}', params: { view: id, id: undefined } })
  return (
    <ViewDialog
      kept={view?.kept}
      onClose={onDone}
      onKept={({ id }) => {
        onDone()
        show(`view-${id}`)
      }}
      onDropped={() => {
        onDone()
        show('mine')
      }}
    />
  )
}

const action = (name: 'next' | 'previous' | 'choose' | 'chooseAll') => ({
  id: `inbox-${name}`,
  label: t(INBOX_KEYS[name].label),
  keys: INBOX_KEYS[name].keys,
  group: 'here' as const,
})

/** What the next press of a key leads to is there before it is pressed. */
function usePrefetchBeside(ids: string[], id: string | undefined): void {
  const client = useQueryClient()
  const at = id === undefined ? -1 : ids.indexOf(id)
  const beside = [ids[at + 1], ids[at - 1]].filter(each => each !== undefined).join(' ')
  useEffect(
    () =>
      beside === ''
        ? undefined
        : whenIdle(() => {
            for (const each of beside.split(' ')) void prefetchConversation(client, each)
          }),
    [client, beside],
  )
}

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
