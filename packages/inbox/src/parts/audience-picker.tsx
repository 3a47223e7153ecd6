import { Users } from 'lucide-react'
import { useState } from 'react'
import type { Condition } from '../data/filters.ts'
import { rulesOf, useAudienceSize, useAudiences, useCreateAudience } from '../data/outbound.ts'
import { t } from '../text/t.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { Select } from '../ui/select.tsx'
import { type Aim, AimEditor, NO_AIM } from './aim-editor.tsx'
import { AddFilter, FilterRows } from './filter-bar.tsx'
import { useContactFields } from './use-contact-fields.ts'
import { useRowFocus } from './use-row-focus.ts'

const EVERYBODY = 'everybody'
const SOME = 'some'
const ANOTHER = 'another'

/** Whom something is for: an audience, or those that rules hold for; everybody where both are null. */
export interface Whom {
  audience: string | null
  aim: Aim | null
}

/** The same, as a request says it. */
export const whomOf = ({ audience, aim }: Whom) => (aim ? { aim } : { audience_id: audience })

/** Whom something is for: everybody, those that filters hold for, or an audience, which can be made here. */
export function AudiencePicker({ value, onChange }: { value: Whom; onChange: (whom: Whom) => void }) {
  const known = useAudiences()
  const [isMaking, setMaking] = useState(false)
  return (
    <>
      <Field label={t('outbound.audience')}>
        <Select
          value={value.aim ? SOME : (value.audience ?? EVERYBODY)}
          onChange={chosen => {
            if (chosen === ANOTHER) setMaking(true)
            else if (chosen === SOME) onChange({ audience: null, aim: value.aim ?? NO_AIM })
            else onChange({ audience: chosen === EVERYBODY ? null : chosen, aim: null })
          }}
          choices={[
            { value: EVERYBODY, label: t('outbound.everybody') },
            { value: SOME, label: t('outbound.some') },
            ...known.map(({ id, name }) => ({ value: id, label: name })),
            { value: ANOTHER, label: t('outbound.newAudience') },
          ]}
        />
      </Field>
      {value.aim && <AimEditor aim={value.aim} onChange={aim => onChange({ audience: null, aim })} />}
      {isMaking && (
        <NewAudience
          onClose={() => setMaking(false)}
          onMade={id => {
            setMaking(false)
            onChange({ audience: id, aim: null })
          }}
        />
      )}
    </>
  )
}

function NewAudience({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const fields = useContactFields()
  const [name, setName] = useState('')
  const [where, setWhere] = useState<Condition[]>([])
  const focus = useRowFocus(where.length)
  const rules = rulesOf(where, fields)
  const size = useAudienceSize(rules)
  const create = useCreateAudience()
  const isEmpty = rules.predicates.length + rules.role_predicates.length === 0
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('outbound.newAudience')}
      says={t('outbound.audienceSays')}
      closeLabel={t('app.close')}
      width="lg"
      footer={
        <>
          <span role="status" className="me-auto flex items-center gap-1.5 text-soft">
            <Users size={14} aria-hidden="true" />
            {isEmpty
              ? t('outbound.audienceNone')
              : size !== undefined && t('outbound.audienceSize', { count: size })}
          </span>
          <Button
            look="primary"
            busy={create.isPending}
            disabled={isEmpty || name.trim() === ''}
            onClick={() => create.mutate({ name, ...rules }, { onSuccess: ({ id }) => onMade(id) })}
          >
            {t('outbound.create')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('outbound.audienceName')}>
          <Input value={name} maxLength={255} dir="auto" onChange={event => setName(event.target.value)} />
        </Field>
        <div className="-mx-4 md:-mx-6">
          <FilterRows
            fields={fields}
            where={where}
            any={false}
            focus={focus}
            onChange={changed => setWhere(changed.where)}
          />
        </div>
        <div>
          <AddFilter
            fields={fields}
            where={where}
            focus={focus}
            onAdd={condition => setWhere([...where, condition])}
          />
        </div>
      </div>
    </Dialog>
  )
}
