import { Link } from '@tanstack/react-router'
import { ArrowLeft, Check, ChevronRight, Clock, PanelRight, RotateCcw } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { INBOX_KEYS } from '../../actions/inbox-keys.ts'
import { useAct } from '../../data/acts.ts'
import type { Conversation } from '../../data/conversations.ts'
import { useMe } from '../../data/me.ts'
import type { View } from '../../data/views.ts'
import { fullTime } from '../../text/format.ts'
import { loadArea, t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { toast } from '../../ui/toast.tsx'
import { AssigneePicker } from './assignee-picker.tsx'
import { MoreMenu } from './more-menu.tsx'
import { SnoozeMenu } from './snooze-menu.tsx'

/** Who else is there comes after what was said. */
const Viewers = lazy(async () => {
  const [viewers] = await Promise.all([import('./viewers.tsx'), loadArea('desk')])
  return { default: viewers.Viewers }
})

/** What the conversation is about, who has it, and the ways to be done with it. */
export function ConversationHead({
  conversation,
  view,
  title,
  onDone,
  isSideOpen,
  mayWrite,
  onSide,
}: {
  conversation: Conversation
  view: View
  title: string
  onDone: () => void
  isSideOpen: boolean
  /** Whether whoever looks may do anything about it. */
  mayWrite: boolean
  onSide: () => void
}) {
  return (
    <div className="flex h-13 shrink-0 items-center gap-0.5 sm:gap-1.5 border-line border-b ps-3 pe-3 lg:ps-5">
      <Link
        to="/inbox/$view/{-$id}"
        params={{ view: view.id, id: undefined }}
        aria-label={t('inbox.backToList')}
        className="-ms-1 flex size-8 items-center justify-center rounded-md text-soft hover:bg-hover lg:hidden"
      >
        <ArrowLeft size={18} aria-hidden="true" className="rtl:rotate-180" />
      </Link>
      <h2 className="min-w-0 flex-1 truncate font-semibold text-md" title={title}>
        <span className="max-sm:hidden">{title}</span>
        <button
          type="button"
          aria-expanded={isSideOpen}
          onClick={onSide}
          className="flex h-8 max-w-full items-center gap-0.5 sm:hidden"
        >
          <span className="truncate">{title}</span>
          <ChevronRight size={14} aria-hidden="true" className="shrink-0 text-faint rtl:rotate-180" />
        </button>
      </h2>
      <Suspense>
        <Viewers id={conversation.id} />
      </Suspense>
      <IconButton
        label={t('inbox.person')}
        icon={<PanelRight size={16} aria-hidden="true" className="rtl:rotate-180" />}
        aria-pressed={isSideOpen}
        onClick={onSide}
        className="max-sm:hidden"
      />
      {mayWrite && <WritersButtons conversation={conversation} onDone={onDone} />}
    </div>
  )
}

/** What only those see who may change conversations. */
function WritersButtons({ conversation, onDone }: { conversation: Conversation; onDone: () => void }) {
  const { close, reopen, snooze } = useHeadActs(conversation, onDone)
  const [isSnoozing, setSnoozing] = useState(false)
  useHeadActions({ conversation, close, reopen, onSnooze: () => setSnoozing(true) })
  const isClosed = conversation.state === 'closed'
  return (
    <>
      <AssigneePicker conversation={conversation} />
      {!isClosed && (
        <SnoozeMenu open={isSnoozing} onOpenChange={setSnoozing} onSnooze={snooze}>
          <IconButton
            label={t('inbox.snooze')}
            keys={INBOX_KEYS.snooze.keys}
            icon={<Clock size={16} aria-hidden="true" />}
          />
        </SnoozeMenu>
      )}
      <MoreMenu conversation={conversation} />
      {isClosed ? (
        <Button
          icon={<RotateCcw size={14} aria-hidden="true" />}
          onClick={reopen}
          aria-label={t('inbox.reopen')}
        >
          <span className="@max-sm:hidden">{t('inbox.stateOpenVerb')}</span>
        </Button>
      ) : (
        <Button icon={<Check size={15} aria-hidden="true" />} onClick={close} aria-label={t('inbox.close')}>
          <span className="@max-sm:hidden">{t('app.close')}</span>
        </Button>
      )}
    </>
  )
}

function useHeadActs({ id }: Conversation, onDone: () => void) {
  const { mutate } = useAct(id)
  const reopen = () => mutate({ type: 'open' })
  const undo = { label: t('app.undo'), run: reopen }
  return {
    reopen,
    close: () => {
      mutate({ type: 'close' })
      toast({ title: t('inbox.closedToast'), undo })
      onDone()
    },
    snooze: (until: number) => {
      mutate({ type: 'snooze', until })
      toast({ title: t('inbox.snoozedToast', { time: fullTime(until) }), undo })
      onDone()
    },
  }
}

function useHeadActions(of: {
  conversation: Conversation
  close: () => void
  reopen: () => void
  onSnooze: () => void
}): void {
  const me = useMe()
  const { mutate } = useAct(of.conversation.id)
  const isClosed = of.conversation.state === 'closed'
  const action = (name: keyof typeof INBOX_KEYS, run: () => void) => ({
    ...{ id: `inbox-${name}`, label: t(INBOX_KEYS[name].label), keys: INBOX_KEYS[name].keys },
    ...{ group: 'here' as const, run },
  })
  useActions([
    isClosed ? { ...action('close', of.reopen), label: t('inbox.reopen') } : action('close', of.close),
    ...(isClosed ? [] : [action('snooze', of.onSnooze)]),
    action('assignToMe', () => {
      mutate({ type: 'assign', to: { type: 'admin', id: me.admin.id } })
      toast({ title: t('inbox.assignedToast', { name: me.admin.name }) })
    }),
  ])
}
