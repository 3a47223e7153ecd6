import { macros } from '@guichet/contract/operations/macros.ts'
import { useQuery } from '@tanstack/react-query'
import { Zap } from 'lucide-react'
import { useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { INBOX_KEYS } from '../../actions/inbox-keys.ts'
import { queryOf } from '../../data/query-of.ts'
import { t } from '../../text/t.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Picker } from '../../ui/picker.tsx'
import { fillMacro, type MacroValues } from './fill-macro.ts'

/** Saved replies, put into the text with the customer's own words filled in. */
export function MacroPicker({
  values,
  onPick,
}: {
  /** What is known of whom they are for. */
  values: MacroValues
  onPick: (html: string) => void
}) {
  const { data } = useQuery({ ...queryOf(macros.list, { query: { per_page: '150' } }), staleTime: 60_000 })
  const all = (data?.data ?? []).filter(({ available_on }) => available_on.includes('inbox'))
  const [isOpen, setOpen] = useState(false)
  const { label, keys } = INBOX_KEYS.macros
  const action = {
    id: 'inbox-macros',
    label: t(label),
    keys,
    group: 'here' as const,
    run: () => setOpen(true),
  }
  useActions(all.length === 0 ? [] : [action])
  if (all.length === 0) return null
  return (
    <Picker
      align="start"
      movesFocus
      open={isOpen}
      onOpenChange={setOpen}
      picks={all.map(({ id, name, body_text }) => ({ id, label: name, words: body_text ?? '' }))}
      chosen={[]}
      searchLabel={t('inbox.findMacro')}
      emptyLabel={t('inbox.noneFound')}
      onPick={pick => {
        const macro = all.find(({ id }) => id === pick.id)
        if (macro?.body) onPick(fillMacro(macro.body, values))
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
