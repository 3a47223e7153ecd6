import { Users } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { conditionsOf, type ListSearch, segmentRules } from '../data/filters.ts'
import { useAimSize } from '../data/outbound.ts'
import { reasonOf } from '../data/refusal.ts'
import { t } from '../text/t.ts'
import { AddFilter, FilterRows } from './filter-bar.tsx'
import { useContactFields } from './use-contact-fields.ts'
import { useRowFocus } from './use-row-focus.ts'

export type Aim = Record<string, unknown>

/** Nobody in particular yet. */
export const NO_AIM: Aim = { operator: 'AND', value: [] }

/** Whom something is for, by the filters of contacts, and how many that are now. */
export function AimEditor({ aim, onChange }: { aim: Aim; onChange: (aim: Aim) => void }) {
  const fields = useContactFields({ withVisitors: true })
  const [written, setWritten] = useState<ListSearch>()
  const { where = [], any = false } = written ?? conditionsOf(aim, fields)
  const focus = useRowFocus(where.length)
  const change = (search: ListSearch) => {
    setWritten(search)
    onChange(segmentRules(search, fields))
  }
  return (
    <div className="col-span-full flex min-w-0 flex-col gap-3 rounded-lg border border-line px-3 py-3">
      <FilterRows
        fields={fields}
        where={where}
        any={any}
        focus={focus}
        isNarrow
        onChange={changed => change({ where: changed.where, any: changed.any })}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <AddFilter
          fields={fields}
          where={where}
          focus={focus}
          onAdd={condition => change({ where: [...where, condition], any })}
        />
        <AimSize aim={aim} />
      </div>
    </div>
  )
}

function AimSize({ aim }: { aim: Aim }) {
  const { data, error } = useAimSize(useDeferredValue(aim))
  if (error)
    return (
      <p role="alert" className="text-danger">
        {reasonOf(error)}
      </p>
    )
  return (
    <p role="status" className="flex items-center gap-1.5 text-soft">
      <Users size={14} aria-hidden="true" />
      {data
        ? `${t('outbound.audienceSize', { count: data.count })}${data.visitors > 0 ? ` (${t('outbound.visitorsOf', { count: data.visitors })})` : ''}`
        : t('outbound.aimNone')}
    </p>
  )
}
