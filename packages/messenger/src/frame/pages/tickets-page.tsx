import { go } from '../data/go.ts'
import type { TicketType } from '../data/store.ts'
import { useStore } from '../data/use-store.ts'
import { Head } from '../parts/head.tsx'
import { Icon } from '../parts/icon.tsx'
import { ConversationLine } from '../parts/lines.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { t } from '../text/t.ts'

/** What the team works on for whoever looks, and what they may ask for. */
export function TicketsPage() {
  const { tickets, ticketTypes = [] } = useStore()
  return (
    <>
      <Head title={t('tickets')} />
      <div class="scroll">
        {!tickets ? (
          <Loading />
        ) : (
          <>
            {tickets.length > 0 && (
              <ul class="list">
                {tickets.map(each => (
                  <li key={each.id}>
                    <ConversationLine conversation={each} />
                  </li>
                ))}
              </ul>
            )}
            {tickets.length === 0 && (
              <Empty icon="tickets" title={t('noTickets')} hint={t('noTicketsHint')} />
            )}
            {ticketTypes.length > 0 && (
              <section class="kinds" aria-labelledby="kinds">
                <h2 id="kinds">{t('newTicket')}</h2>
                {ticketTypes.map(type => (
                  <TypeCard key={type.id} type={type} />
                ))}
              </section>
            )}
          </>
        )}
      </div>
    </>
  )
}

const TypeCard = ({ type: { id, name, description, icon } }: { type: TicketType }) => (
  <button type="button" class="card kind" onClick={() => go({ at: 'newTicket', id })}>
    <span class="kind-icon" aria-hidden="true">
      {icon}
    </span>
    <span class="line-text">
      <strong dir="auto">{name}</strong>
      {description && <small dir="auto">{description}</small>}
    </span>
    <Icon name="next" flips />
  </button>
)
