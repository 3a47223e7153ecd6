import { go } from '../data/go.ts'
import { plain } from '../data/plain.ts'
import type { Conversation, Line, News } from '../data/store.ts'
import { ago, dayOf, t } from '../text/t.ts'
import { authorFace } from './face.tsx'
import { Icon } from './icon.tsx'

/** A conversation or ticket in a list. */
export function ConversationLine({ conversation }: { conversation: Conversation }) {
  const { last_part: last, ticket, unread, title } = conversation
  const said = last.redacted
    ? t('redacted')
    : plain(last.body ?? '') || last.attachments[0]?.name || t('file')
  const isOwn = last.author.kind === 'contact'
  return (
    <button type="button" class="line" onClick={() => go({ at: 'conversation', id: conversation.id })}>
      {isOwn ? <OwnFace /> : authorFace(last)}
      <span class="line-text">
        <strong dir="auto">
          {ticket
            ? (ticket.title ?? ticket.kind)
            : (title ?? (isOwn ? t('said', { who: t('you'), text: said }) : said))}
        </strong>
        <small dir="auto">
          {ticket ? `${ticket.state} · ` : last.author.name && !isOwn ? `${last.author.name} · ` : ''}
          {ago(ticket ? conversation.updated_at : last.created_at)}
        </small>
      </span>
      {unread ? (
        <span class="dot">
          <span class="hidden">{t('unread', { count: 1 })}</span>
        </span>
      ) : (
        <Icon name="next" flips />
      )}
    </button>
  )
}

/** What one has said oneself. */
const OwnFace = () => (
  <span class="face face-own">
    <Icon name="messages" />
  </span>
)

export const ArticleLine = ({ line }: { line: Line }) => (
  <button type="button" class="line" onClick={() => go({ at: 'article', id: line.id })}>
    <span class="line-text">
      <strong dir="auto">{line.title}</strong>
      {line.excerpt && <small dir="auto">{line.excerpt}</small>}
    </span>
    <Icon name="next" flips />
  </button>
)

export const NewsCard = ({ item }: { item: News }) => (
  <button type="button" class="card news-card" onClick={() => go({ at: 'newsItem', id: item.id })}>
    {item.cover_image_url && <img src={item.cover_image_url} alt="" loading="lazy" />}
    <span class="news-text">
      {item.labels.length > 0 && <span class="label">{item.labels[0]}</span>}
      <strong dir="auto">{item.title}</strong>
      <small dir="auto">{plain(item.body).slice(0, 120)}</small>
      <small>{dayOf(item.published_at)}</small>
    </span>
  </button>
)
