import { Languages } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Conversation, Part } from '../../data/conversations.ts'
import { reasonOf } from '../../data/refusal.ts'
import { useTranslations } from '../../data/translations.ts'
import { languageName } from '../../parts/language-name.ts'
import { t } from '../../text/t.ts'
import { TranslationSlot } from './translation-slot.tsx'

/** A part in two languages: in which it is read, and the other. */
interface Pair {
  first: Words
  second: Words
  /** What is said of the two, and the way to the other one from each. */
  says: string
  toSecond: string
  toFirst: string
}

interface Words {
  html: string
  lang: string
}

/** Has the parts show in the language of the reader what customers wrote in another, and what replies were sent as; the other one a press away. */
export function Translations({
  conversation,
  children,
}: {
  conversation: Conversation
  children: ReactNode
}) {
  const { data, error, refetch, isFetching } = useTranslations(conversation)
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const turn = (id: string) =>
    setTurned(before =>
      before.has(id) ? new Set([...before].filter(each => each !== id)) : new Set([...before, id]),
    )
  const found = new Map(data?.data.map(each => [each.is_source ? `source-${each.id}` : each.id, each]))
  const pairOf = (part: Part): Pair | undefined => {
    if (part.redacted || !part.body) return undefined
    const told = found.get(part.id)
    if (told) return ofCustomer(part.body, told)
    return part.translations ? ofReply(part.translations) : undefined
  }
  return (
    <>
      <TranslationSlot
        value={part => {
          const pair = pairOf(part)
          if (!pair) return undefined
          const isTurned = turned.has(part.id)
          const { html, lang } = isTurned ? pair.second : pair.first
          const label = isTurned ? pair.toFirst : pair.toSecond
          return { html, lang, foot: <Foot says={pair.says} label={label} onTurn={() => turn(part.id)} /> }
        }}
      >
        {children}
      </TranslationSlot>
      {(error || (data && data.failed > 0)) && (
        <li className="mt-4 text-center text-faint text-sm">
          <span role="status">
            {error
              ? t('translations.failed', { reason: reasonOf(error) })
              : t('translations.someFailed', { count: data?.failed ?? 0 })}
          </span>{' '}
          <button
            type="button"
            disabled={isFetching}
            onClick={() => void refetch()}
            className="font-medium text-soft underline hover:text-ink"
          >
            {t('app.retry')}
          </button>
        </li>
      )}
    </>
  )
}

const Foot = ({ says, label, onTurn }: { says: string; label: string; onTurn: () => void }) => (
  <p className="flex flex-wrap items-center gap-x-1.5 text-faint text-sm">
    <Languages size={12} aria-hidden="true" className="shrink-0" />
    <span>{says}</span>
    <span aria-hidden="true">·</span>
    <button type="button" onClick={onTurn} className="underline-offset-2 hover:text-ink hover:underline">
      {label}
    </button>
  </p>
)

const ofCustomer = (
  original: string,
  { from, to, body }: { from: string; to: string; body: string },
): Pair => ({
  first: { html: body, lang: to },
  second: { html: original, lang: from },
  says: t('translations.from', { language: languageName(from) }),
  toSecond: t('translations.showOriginal'),
  toFirst: t('translations.showTranslation'),
})

/** What was written first, since its reader is who wrote it, or a teammate. */
function ofReply({ original = '', ...bodies }: Record<string, string>): Pair | undefined {
  const to = Object.keys(bodies).find(locale => locale !== original)
  const [written, sent] = [bodies[original], to === undefined ? undefined : bodies[to]]
  if (written === undefined || to === undefined || sent === undefined) return undefined
  return {
    first: { html: written, lang: original },
    second: { html: sent, lang: to },
    says: t('translations.sentIn', { language: languageName(to) }),
    toSecond: t('translations.showSent'),
    toFirst: t('translations.showWritten'),
  }
}
