import { go, writeNew } from '../data/go.ts'
import { useStore } from '../data/use-store.ts'
import { useClose } from '../parts/close.ts'
import { Face } from '../parts/face.tsx'
import { Icon } from '../parts/icon.tsx'
import { ArticleLine, ConversationLine, NewsCard } from '../parts/lines.tsx'
import { language, t, whenOf } from '../text/t.ts'

/** Who is there, what was last said, and where help is. */
export function HomePage() {
  const { home, conversations, settings, contact } = useStore()
  const close = useClose()
  const own = settings?.greetings[language()]
  const first = contact?.name?.split(/\s+/)[0]
  const hello =
    own?.greeting.replaceAll('{name}', first ?? '') ??
    (first ? t('hello', { name: first }) : t('helloStranger'))
  const [latest] = conversations ?? []
  const has = (space: 'help' | 'news') => settings?.spaces.includes(space)
  return (
    <div class="scroll home">
      <header class="hero">
        <div class="hero-top">
          <strong class="brand" dir="auto">
            {home?.workspace_name}
          </strong>
          <span class="faces">
            {home?.team.map(({ id, name, avatar }) => (
              <Face key={id} name={name} avatar={avatar} size={36} />
            ))}
          </span>
          <button type="button" class="icon-button" aria-label={t('close')} onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        <h1 tabIndex={-1}>
          <span dir="auto">{hello}</span>
          <span dir="auto">{own?.introduction ?? t('introduction')}</span>
        </h1>
      </header>
      <div class="cards">
        {latest && (
          <section class="card" aria-labelledby="recent">
            <h2 id="recent">{t('recent')}</h2>
            <ConversationLine conversation={latest} />
          </section>
        )}
        <button type="button" class="card call" onClick={() => writeNew()}>
          <span class="line-text">
            <strong>{t('writeUs')}</strong>
            {home && <small>{presence(home)}</small>}
          </span>
          <span class="call-mark">
            <Icon name="send" />
          </span>
        </button>
        {has('help') && (
          <section class="card" aria-labelledby="popular">
            <button type="button" class="search-link" onClick={() => go({ at: 'help' })}>
              <span>{t('search')}</span>
              <Icon name="search" />
            </button>
            <h2 id="popular" class="hidden">
              {t('popular')}
            </h2>
            {home?.articles.map(line => (
              <ArticleLine key={line.id} line={{ ...line, excerpt: '' }} />
            ))}
          </section>
        )}
        {has('news') && home?.news && <NewsCard item={home.news} />}
      </div>
    </div>
  )
}

/** Whether somebody is there, in words. */
export const presence = ({ is_open, opens_at }: { is_open: boolean; opens_at: number | null }): string =>
  is_open ? t('isOpen') : opens_at === null ? t('isAway') : t('isClosed', { when: whenOf(opens_at) })
