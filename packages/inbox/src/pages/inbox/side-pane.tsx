import { X } from 'lucide-react'
import type { Conversation } from '../../data/conversations.ts'
import { t } from '../../text/t.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { AboutConversation } from './about-conversation.tsx'
import { AboutPerson } from './about-person.tsx'
import { Asides } from './asides.tsx'
import { TicketPanel } from './ticket-panel.tsx'

/** Beside the conversation: how it stands, and about whom it is. */
export function SidePane({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const [contact] = conversation.contacts.contacts
  return (
    <section
      aria-label={t('inbox.details')}
      className="flex w-76 shrink-0 flex-col overflow-y-auto border-line border-s bg-surface max-xl:absolute max-xl:inset-y-0 max-xl:inset-e-0 max-xl:z-20 max-xl:w-[min(22rem,100%)] max-xl:shadow-lg"
    >
      <div className="flex h-13 shrink-0 items-center justify-between border-line border-b ps-4 pe-2">
        <h2 className="font-semibold text-md">{t('inbox.details')}</h2>
        <IconButton label={t('app.close')} icon={<X size={16} aria-hidden="true" />} onClick={onClose} />
      </div>
      <AboutConversation conversation={conversation} />
      <TicketPanel conversation={conversation} />
      <Asides id={conversation.id} />
      {contact && <AboutPerson key={contact.id} id={contact.id} current={conversation.id} />}
    </section>
  )
}
