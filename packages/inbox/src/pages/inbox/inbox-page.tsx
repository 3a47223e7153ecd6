import { Inbox } from 'lucide-react'
import { useTitle } from '../../parts/use-title.ts'
import { t } from '../../text/t.ts'
import { Empty } from '../../ui/states.tsx'

export function InboxPage() {
  useTitle(t('app.inbox'))
  return (
    <main className="flex flex-1 bg-surface">
      <Empty icon={<Inbox size={28} strokeWidth={1.5} />} title={t('inbox.nothingChosen')} />
    </main>
  )
}
