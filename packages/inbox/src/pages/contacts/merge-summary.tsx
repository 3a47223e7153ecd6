import type { MergePreviewSummary } from '@guichet/contract/models/contact-merge.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { ReactNode } from 'react'
import { wordsOf } from '../../parts/cells.tsx'
import { useContactFields } from '../../parts/use-contact-fields.ts'
import { shortDate } from '../../text/format.ts'
import { t } from '../../text/t.ts'

type Summary = Static<typeof MergePreviewSummary>
type Change = Summary['attribute_changes']['attributes'][number]

/** What moves from one to the other, what is taken over because the other lacks it, and what is not kept. */
export function MergeSummary({ name, summary }: { name: string; summary: Summary }) {
  const { conversations, tickets, tags, notes } = summary.reassignments
  const moving = [
    ...(conversations.from > 0 ? [t('person.conversations', { count: conversations.from })] : []),
    ...(tickets.from > 0 ? [t('person.tickets', { count: tickets.from })] : []),
    ...(tags.from > 0 ? [t('person.tags', { count: tags.from })] : []),
    ...(notes.from > 0 ? [t('person.notes', { count: notes.from })] : []),
  ]
  const changes = summary.attribute_changes.attributes
  return (
    <dl className="flex flex-col gap-1.5">
      <Line label={t('person.moving')}>
        {moving.length > 0 ? moving.join(', ') : t('person.nothingMoves', { name })}
      </Line>
      <Values
        label={t('person.takenOver')}
        changes={changes.filter(({ outcome }) => outcome !== 'discarded')}
      />
      <Values
        label={t('person.notKept')}
        changes={changes.filter(({ outcome }) => outcome === 'discarded')}
      />
    </dl>
  )
}

function Values({ label, changes }: { label: string; changes: Change[] }) {
  const fields = useContactFields()
  if (changes.length === 0) return null
  const inWords = ({ field, from_value }: Change) => {
    const known = fields.find(({ name }) => [field, `custom_attributes.${field}`].includes(name))
    const value = known?.choices?.find(choice => choice.value === String(from_value))?.label
    return t('person.value', {
      label: field === 'companies' ? t('app.companies') : (known?.label ?? field),
      value: value ?? (known?.kind === 'date' ? shortDate(Number(from_value)) : listOf(from_value)),
    })
  }
  return (
    <Line label={label}>
      {changes.map(change => (
        <span key={change.field} className="block break-words">
          {inWords(change)}
        </span>
      ))}
    </Line>
  )
}

const listOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(wordsOf).join(', ') : wordsOf(value)

const Line = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex gap-3 max-sm:flex-col max-sm:gap-0">
    <dt className="w-36 shrink-0 text-faint">{label}</dt>
    <dd className="min-w-0 flex-1">{children}</dd>
  </div>
)
