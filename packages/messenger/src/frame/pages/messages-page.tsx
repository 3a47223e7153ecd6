import { writeNew } from '../data/go.ts'
import { loadMoreConversations } from '../data/load.ts'
import { useStore } from '../data/use-store.ts'
import { Head } from '../parts/head.tsx'
import { Icon } from '../parts/icon.tsx'
import { ConversationLine } from '../parts/lines.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { t } from '../text/t.ts'

/** One's conversations, the latest first. */
export function MessagesPage() {
  const { conversations, next } = useStore()
  return (
    <>
      <Head title={t('messages')} />
      <div class="scroll with-call">
        {!conversations ? (
          <Loading />
        ) : conversations.length === 0 ? (
          <Empty icon="messages" title={t('noMessages')} hint={t('noMessagesHint')} />
        ) : (
          <ul class="list">
            {conversations.map(each => (
              <li key={each.id}>
                <ConversationLine conversation={each} />
              </li>
            ))}
          </ul>
        )}
        {next !== null && (
          <button type="button" class="quiet" onClick={() => void loadMoreConversations().catch(() => {})}>
            {t('more')}
          </button>
        )}
      </div>
      <button type="button" class="primary floating" onClick={() => writeNew()}>
        {t('writeUs')}
        <Icon name="send" />
      </button>
    </>
  )
}
