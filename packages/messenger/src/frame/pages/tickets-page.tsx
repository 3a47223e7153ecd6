import { useStore } from '../data/use-store.ts'
import { Head } from '../parts/head.tsx'
import { ConversationLine } from '../parts/lines.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { t } from '../text/t.ts'

/** What the team works on for whoever looks. */
export function TicketsPage() {
  const { tickets } = useStore()
  return (
    <>
      <Head title={t('tickets')} />
      <div class="scroll">
        {!tickets ? (
          <Loading />
        ) : tickets.length === 0 ? (
          <Empty title={t('noTickets')} hint={t('noTicketsHint')} />
        ) : (
          <ul class="list">
            {tickets.map(each => (
              <li key={each.id}>
                <ConversationLine conversation={each} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
