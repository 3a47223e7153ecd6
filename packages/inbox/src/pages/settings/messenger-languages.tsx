import type { MessengerSettings } from '../../data/messenger-settings.ts'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { LANGUAGE_NAMES, LANGUAGES } from '../../text/language.ts'
import { t } from '../../text/t.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import type { Change } from './messenger-page.tsx'

interface Section {
  settings: MessengerSettings
  onChange: Change
}

/** What it speaks; the first is for everybody who speaks none of them. */
export const Languages = ({ settings: { languages }, onChange }: Section) => (
  <SettingsSection title={t('messengers.languages')} says={t('messengers.languagesSays')}>
    <div className="flex flex-col gap-3">
      <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
        <legend className="sr-only">{t('messengers.languages')}</legend>
        {LANGUAGES.map(code => (
          <Checkbox
            key={code}
            label={<span lang={code}>{LANGUAGE_NAMES[code]}</span>}
            checked={languages.includes(code)}
            disabled={languages.length === 1 && languages[0] === code}
            onChange={event =>
              onChange({
                languages: event.target.checked
                  ? [...languages, code]
                  : languages.filter(each => each !== code),
              })
            }
          />
        ))}
      </fieldset>
      {languages.length > 1 && (
        <Field label={t('messengers.usualLanguage')} className="max-w-56">
          <Select
            value={languages[0] ?? 'en'}
            onChange={first => onChange({ languages: [first, ...languages.filter(each => each !== first)] })}
            choices={languages.map(code => ({ value: code, label: nameOf(code) }))}
          />
        </Field>
      )}
    </div>
  </SettingsSection>
)

/** What it says first, in each language; empty, it says what it says by itself. */
export const Greetings = ({
  settings: { languages, greetings },
  spoken,
  onSpeak,
  onChange,
}: Section & { spoken: string; onSpeak: (language: string) => void }) => {
  const own = greetings[spoken] ?? { greeting: '', introduction: '' }
  const set = (part: Partial<typeof own>) => {
    const { [spoken]: _, ...others } = greetings
    const next = { ...own, ...part }
    const isEmpty = next.greeting === '' && next.introduction === ''
    onChange({ greetings: isEmpty ? others : { ...others, [spoken]: next } })
  }
  return (
    <SettingsSection title={t('messengers.greeting')} says={t('messengers.greetingSays')}>
      <div className="flex flex-col gap-4">
        {languages.length > 1 && (
          <Field label={t('messengers.spoken')} className="max-w-56">
            <Select
              value={spoken}
              onChange={onSpeak}
              choices={languages.map(code => ({ value: code, label: nameOf(code) }))}
            />
          </Field>
        )}
        <Field label={t('messengers.hello')} hint={t('messengers.helloHint', { name: '{name}' })}>
          <Input
            lang={spoken}
            dir="auto"
            maxLength={120}
            value={own.greeting}
            placeholder={t('messengers.helloExample')}
            onChange={event => set({ greeting: event.target.value })}
          />
        </Field>
        <Field label={t('messengers.introduction')}>
          <Textarea
            lang={spoken}
            dir="auto"
            rows={2}
            maxLength={300}
            value={own.introduction}
            placeholder={t('messengers.introductionExample')}
            onChange={event => set({ introduction: event.target.value })}
          />
        </Field>
      </div>
    </SettingsSection>
  )
}

const nameOf = (code: string): string => {
  const known = LANGUAGES.find(each => each === code)
  return known ? LANGUAGE_NAMES[known] : code
}
