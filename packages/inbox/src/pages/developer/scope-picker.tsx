import { scopes } from '@guichet/contract/scopes.ts'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { language } from '../../text/language.ts'
import { t } from '../../text/t.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Input } from '../../ui/input.tsx'

/** Which permissions; those that whoever chooses does not hold are not there to choose. */
export function ScopePicker({
  held,
  mayAll,
  chosen,
  onChange,
}: {
  held: readonly string[]
  mayAll: boolean
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}) {
  const [words, setWords] = useState('')
  const found = scopes.filter(
    ({ name, label }) =>
      held.includes(name) && `${name} ${label}`.toLowerCase().includes(words.trim().toLowerCase()),
  )
  const isAll = chosen.includes('all')
  const toggle = (name: string, on: boolean) =>
    onChange(on ? [...chosen, name] : chosen.filter(each => each !== name))
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 flex w-full items-baseline justify-between font-medium">
        {t('developer.permissions')}
        <span className="font-normal text-faint text-sm">
          {isAll ? t('developer.everything') : t('developer.chosen', { count: chosen.length })}
        </span>
      </legend>
      {mayAll && (
        <Checkbox
          label={t('developer.everything')}
          hint={t('developer.everythingHint')}
          checked={isAll}
          onChange={event => onChange(event.target.checked ? ['all'] : [])}
        />
      )}
      {!isAll && (
        <>
          <Input
            aria-label={t('developer.findPermission')}
            placeholder={t('developer.findPermission')}
            icon={<Search size={14} />}
            value={words}
            onChange={event => setWords(event.target.value)}
          />
          <div className="grid max-h-52 gap-2 overflow-y-auto rounded-md border border-line p-2.5">
            {found.map(({ name, label }) => (
              <Checkbox
                key={name}
                label={<code className="font-mono text-sm">{name}</code>}
                hint={language() === 'en' ? label : undefined}
                checked={chosen.includes(name)}
                onChange={event => toggle(name, event.target.checked)}
              />
            ))}
          </div>
        </>
      )}
    </fieldset>
  )
}
