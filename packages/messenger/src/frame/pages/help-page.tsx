import { messengerContent } from '@guichet/contract/operations/messenger/content.ts'
import { useEffect, useState } from 'preact/hooks'
import { call } from '../data/api.ts'
import { writeNew } from '../data/go.ts'
import type { Line } from '../data/store.ts'
import { useStore } from '../data/use-store.ts'
import { Head } from '../parts/head.tsx'
import { Icon } from '../parts/icon.tsx'
import { ArticleLine } from '../parts/lines.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { language, t } from '../text/t.ts'
import { CollectionLine } from './collection-page.tsx'

/** The help center: its collections, and what a phrase finds while it is typed. */
export function HelpPage() {
  const { collections } = useStore()
  const [phrase, setPhrase] = useState('')
  const found = useFound(phrase.trim())
  const top = collections?.filter(({ parent_id }) => parent_id === null) ?? []
  return (
    <>
      <Head title={t('help')} />
      <div class="seek">
        <Icon name="search" />
        <input
          type="search"
          value={phrase}
          placeholder={t('search')}
          aria-label={t('search')}
          onInput={event => setPhrase(event.currentTarget.value)}
        />
      </div>
      <div class="scroll">
        <p class="hidden" role="status">
          {found && (found.length > 0 ? t('found', { count: found.length }) : t('nothingFound', { phrase }))}
        </p>
        {phrase.trim().length >= 2 ? (
          found && <Found found={found} phrase={phrase} />
        ) : !collections ? (
          <Loading />
        ) : top.length === 0 ? (
          <Empty icon="help" title={t('noHelp')} hint={t('noHelpHint')} />
        ) : (
          <ul class="list">
            {top.map(each => (
              <li key={each.id}>
                <CollectionLine collection={each} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

const Found = ({ found, phrase }: { found: Line[]; phrase: string }) =>
  found.length === 0 ? (
    <Empty icon="search" title={t('nothingFound', { phrase })}>
      <button type="button" class="primary" onClick={() => writeNew(phrase)}>
        {t('writeUs')}
        <Icon name="send" />
      </button>
    </Empty>
  ) : (
    <ul class="list">
      {found.map(line => (
        <li key={line.id}>
          <ArticleLine line={line} />
        </li>
      ))}
    </ul>
  )

/** What a phrase finds, once whoever types it has stopped for a moment. */
function useFound(phrase: string): Line[] | undefined {
  const [found, setFound] = useState<Line[]>()
  useEffect(() => {
    if (phrase.length < 2) return setFound(undefined)
    let isLate = false
    const timer = setTimeout(async () => {
      const query = { phrase, locale: language() }
      const list = await call(messengerContent.search, { query }).catch(() => undefined)
      if (list && !isLate) setFound(list.data)
    }, 150)
    // What customers look for is told to the team, by its words alone.
    const told = setTimeout(() => {
      void call(messengerContent.searched, { body: { phrase, locale: language() } }).catch(() => undefined)
    }, 2000)
    return () => {
      isLate = true
      clearTimeout(timer)
      clearTimeout(told)
    }
  }, [phrase])
  return found
}
