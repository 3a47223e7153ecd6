import { ListFilter, X } from 'lucide-react'
import {
  COMPARISONS_OF,
  type Comparison,
  type Condition,
  type FilterField,
  isDaysAgo,
  MOST_CONDITIONS,
  takesNothing,
} from '../data/filters.ts'
import { type PlainKey, t } from '../text/t.ts'
import { buttonClass } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Input } from '../ui/input.tsx'
import { Picker } from '../ui/picker.tsx'
import { Select } from '../ui/select.tsx'
import type { RowFocus } from './use-row-focus.ts'

const NAMES = {
  contains: 'people.contains',
  lacks: 'people.lacks',
  is: 'people.is',
  isNot: 'people.isNot',
  starts: 'people.starts',
  ends: 'people.ends',
  known: 'people.known',
  unknown: 'people.unknown',
  above: 'people.above',
  below: 'people.below',
  after: 'people.after',
  before: 'people.before',
  within: 'people.within',
  longerAgo: 'people.longerAgo',
} as const satisfies Record<Comparison, PlainKey>

/** The conditions a list is narrowed by, each a row of what, how and which. */
export function FilterRows({
  fields,
  where,
  any,
  focus,
  isNarrow = false,
  onChange,
}: {
  fields: readonly FilterField[]
  where: Condition[]
  any: boolean
  focus: RowFocus
  /** In a box of its own, instead of across a page. */
  isNarrow?: boolean
  onChange: (of: { where: Condition[]; any: boolean }) => void
}) {
  if (where.length === 0) return null
  const put = (at: number, condition: Condition) =>
    onChange({ where: where.map((each, index) => (index === at ? condition : each)), any })
  return (
    <fieldset
      ref={focus.rows}
      aria-label={t('people.filters')}
      className={cx('flex min-w-0 flex-col gap-2', !isNarrow && 'border-line border-b px-4 py-3 md:px-6')}
    >
      {where.length > 1 && (
        <div className="w-full max-w-56">
          <Select
            label={t('people.matching')}
            value={any ? 'any' : 'all'}
            onChange={value => onChange({ where, any: value === 'any' })}
            choices={[
              { value: 'all', label: t('people.matchAll') },
              { value: 'any', label: t('people.matchAny') },
            ]}
          />
        </div>
      )}
      {where.map((condition, at) => {
        const field = fields.find(({ name }) => name === condition.field)
        return (
          <FilterRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition has nothing else to be told by
            key={at}
            field={field ?? { name: condition.field, label: condition.field, kind: 'text' }}
            condition={condition}
            onChange={changed => put(at, changed)}
            onRemove={() => {
              focus.afterRemoved(at)
              onChange({ where: where.filter((_, index) => index !== at), any })
            }}
          />
        )
      })}
    </fieldset>
  )
}

function FilterRow({
  field,
  condition,
  onChange,
  onRemove,
}: {
  field: FilterField
  condition: Condition
  onChange: (condition: Condition) => void
  onRemove: () => void
}) {
  return (
    <div data-row className="flex flex-wrap items-center gap-2">
      <span className="w-32 truncate font-medium" title={field.label}>
        {field.label}
      </span>
      <div data-value className="w-40">
        <Select
          label={t('people.howFor', { field: field.label })}
          value={condition.is}
          onChange={is =>
            onChange({ ...condition, is, ...(isDaysAgo(is) !== isDaysAgo(condition.is) && { value: '' }) })
          }
          choices={COMPARISONS_OF[field.kind].map(value => ({ value, label: t(NAMES[value]) }))}
        />
      </div>
      {!takesNothing(condition.is) && (
        <div data-value className="min-w-32 max-w-64 flex-1">
          <Value field={field} condition={condition} onChange={value => onChange({ ...condition, value })} />
        </div>
      )}
      {isDaysAgo(condition.is) && <span className="text-soft">{t('people.days')}</span>}
      <IconButton
        label={t('people.removeFilter', { field: field.label })}
        icon={<X size={14} aria-hidden="true" />}
        size="sm"
        data-remove
        onClick={onRemove}
      />
    </div>
  )
}

function Value({
  field,
  condition,
  onChange,
}: {
  field: FilterField
  condition: Condition
  onChange: (value: string) => void
}) {
  const label = t('people.valueFor', { field: field.label })
  if (field.kind === 'choice' || field.kind === 'boolean') {
    const choices = field.choices ?? [
      { value: 'true', label: t('people.yes') },
      { value: 'false', label: t('people.no') },
    ]
    return <Select label={label} value={condition.value} onChange={onChange} choices={choices} />
  }
  const isNumber = field.kind === 'number' || isDaysAgo(condition.is)
  return (
    <Input
      aria-label={label}
      type={isNumber ? 'number' : field.kind === 'date' ? 'date' : 'text'}
      value={condition.value}
      onChange={event => onChange(event.target.value)}
    />
  )
}

/** A button that adds a condition on a field. */
export const AddFilter = ({
  fields,
  where,
  focus,
  onAdd,
}: {
  fields: readonly FilterField[]
  where: Condition[]
  focus: RowFocus
  onAdd: (condition: Condition) => void
}) => (
  <Picker
    align="start"
    movesFocus={where.length < MOST_CONDITIONS}
    picks={fields.map(({ name, label }) => ({ id: name, label }))}
    chosen={where.map(({ field }) => field)}
    searchLabel={t('people.findField')}
    emptyLabel={t('inbox.noneFound')}
    onPick={({ id }) => {
      const field = fields.find(({ name }) => name === id)
      if (!field || where.length >= MOST_CONDITIONS) return
      focus.toNew()
      onAdd(begun(field))
    }}
    trigger={
      <button
        ref={focus.add}
        type="button"
        aria-label={t('people.addFilter')}
        className={buttonClass('plain')}
      >
        <ListFilter size={14} aria-hidden="true" />
        <span className="max-sm:hidden">{t('people.filter')}</span>
      </button>
    }
  />
)

/** A condition as it is begun: the first of its comparisons, and a value where one is as good as any. */
const begun = ({ name, kind, choices }: FilterField): Condition => ({
  field: name,
  is: COMPARISONS_OF[kind][0] ?? 'is',
  value: kind === 'boolean' ? 'true' : kind === 'date' ? '30' : (choices?.[0]?.value ?? ''),
})
