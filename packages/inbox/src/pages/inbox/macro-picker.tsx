import { macros } from '@guichet/contract/operations/macros.ts'
import { useQuery } from '@tanstack/react-query'
import { Zap } from 'lucide-react'
import type { Conversation } from '../../data/conversations.ts'
import { queryOf } from '../../data/query-of.ts'
import { t } from '../../text/t.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Picker } from '../../ui/picker.tsx'

/** Saved replies, put into the text with the customer's own words filled in. */
export function MacroPicker({
  conversation,
  onPick,
}: {
  conversation: Conversation
  onPick: (html: string) => void
}) {
  const { data } = useQuery({ ...queryOf(macros.list, { query: { per_page: '150' } }), staleTime: 60_000 })
  const all = (data?.data ?? []).filter(({ available_on }) => available_on.includes('inbox'))
  if (all.length === 0) return null
  return (
    <Picker
      align="start"
      picks={all.map(({ id, name, body_text }) => ({ id, label: name, words: body_text ?? '' }))}
      chosen={[]}
      searchLabel={t('inbox.findMacro')}
      emptyLabel={t('inbox.noneFound')}
      onPick={pick => {
        const macro = all.find(({ id }) => id === pick.id)
        if (macro?.body) onPick(filled(macro.body, conversation))
      }}
      trigger={
        <button
          type="button"
          aria-label={t('inbox.macros')}
          className={buttonClass('quiet', 'sm', 'px-1.5!')}
        >
          <Zap size={15} aria-hidden="true" />
        </button>
      }
    />
  )
}

/** The placeholders of a macro with the customer's own words: those of the API are elements that say what stands where there are none. */
function filled(body: string, { source }: Conversation): string {
  const values: Record<string, string | null | undefined> = {
    name: source.author.name,
    first_name: source.author.name?.split(' ')[0],
    email: source.author.email,
  }
  return body.replace(
    /<attribute key="(?:user\.|contact\.)?(\w+)"(?: default="([^"]*)")?\s*\/>/g,
    (_, name: string, otherwise = '') => (values[name] ? escaped(values[name]) : otherwise),
  )
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
