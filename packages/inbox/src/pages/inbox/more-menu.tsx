import { ClipboardList, Ellipsis, Link2, MailOpen, Merge } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { PRIORITIES, useAct } from '../../data/acts.ts'
import type { Conversation } from '../../data/conversations.ts'
import { useMay } from '../../data/me.ts'
import { PRIORITY_NAMES } from '../../parts/priority-mark.tsx'
import { loadArea, t } from '../../text/t.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuChoice, MenuItem, MenuLine } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'

const MergeDialog = lazy(async () => {
  const [dialog] = await Promise.all([import('./merge-dialog.tsx'), loadArea('desk')])
  return { default: dialog.MergeDialog }
})

const AskDialog = lazy(async () => {
  const [dialog] = await Promise.all([import('./ask-dialog.tsx'), loadArea('outbound')])
  return { default: dialog.AskDialog }
})

/** What is done to a conversation less often. */
export function MoreMenu({ conversation }: { conversation: Conversation }) {
  const { mutate } = useAct(conversation.id)
  const [isMerging, setMerging] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const mayWrite = useMay('write_conversations')
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton label={t('inbox.more')} icon={<Ellipsis size={16} aria-hidden="true" />} />}
      >
        <MenuChoice
          label={t('inbox.priority')}
          value={conversation.priority}
          choices={PRIORITIES.map(value => ({ value, label: t(PRIORITY_NAMES[value]) }))}
          onChoose={priority => mutate({ type: 'priority', priority })}
        />
        <MenuLine />
        <MenuItem icon={<MailOpen size={15} />} onSelect={() => mutate({ type: 'read', read: false })}>
          {t('inbox.markUnread')}
        </MenuItem>
        <MenuItem icon={<Merge size={15} />} onSelect={() => setMerging(true)}>
          {t('inbox.merge')}
        </MenuItem>
        {mayWrite && (
          <MenuItem icon={<ClipboardList size={15} />} onSelect={() => setAsking(true)}>
            {t('inbox.ask')}
          </MenuItem>
        )}
        <MenuItem icon={<Link2 size={15} />} onSelect={() => void copyLink()}>
          {t('inbox.copyLink')}
        </MenuItem>
      </Menu>
      <Suspense>
        {isAsking && <AskDialog id={conversation.id} onClose={() => setAsking(false)} />}
        {isMerging && <MergeDialog conversation={conversation} onClose={() => setMerging(false)} />}
      </Suspense>
    </>
  )
}

async function copyLink(): Promise<void> {
  await navigator.clipboard.writeText(window.location.href)
  toast({ title: t('app.copied') })
}
