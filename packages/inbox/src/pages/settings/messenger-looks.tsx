import type { MessengerSettings } from '../../data/messenger-settings.ts'
import { AimEditor, NO_AIM } from '../../parts/aim-editor.tsx'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { type PlainKey, t } from '../../text/t.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import type { Change } from './messenger-page.tsx'

/** Colours that go well with black or white on them. */
const PRESETS = ['#0b6b57', '#1f5fd6', '#7a3bd1', '#b3261e', '#b45309', '#10181a']

interface Section {
  settings: MessengerSettings
  onChange: Change
}

/** Its colour, and where on the page it stands. */
export const Looks = ({ settings, onChange }: Section) => (
  <SettingsSection title={t('messengers.looks')} says={t('messengers.looksSays')}>
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-2">
        <Field label={t('messengers.color')} className="w-32">
          <Input
            key={settings.color}
            defaultValue={settings.color}
            maxLength={7}
            className="font-mono"
            onChange={event => COLOR.test(event.target.value) && onChange({ color: event.target.value })}
          />
        </Field>
        <input
          type="color"
          aria-label={t('messengers.pickColor')}
          value={settings.color}
          onChange={event => onChange({ color: event.target.value })}
          className="h-8 w-10 cursor-pointer rounded-md border border-line-strong bg-surface p-0.5"
        />
        {PRESETS.map(color => (
          <button
            key={color}
            type="button"
            aria-label={`${t('messengers.color')} ${color}`}
            aria-pressed={settings.color === color}
            onClick={() => onChange({ color })}
            style={{ background: color }}
            className="size-8 rounded-full border border-line-strong outline-offset-2 aria-pressed:outline-2 aria-pressed:outline-focus"
          />
        ))}
      </div>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] gap-4">
        <Field label={t('messengers.side')}>
          <Select
            value={settings.alignment}
            onChange={alignment => onChange({ alignment })}
            choices={[
              { value: 'right', label: t('messengers.right') },
              { value: 'left', label: t('messengers.left') },
            ]}
          />
        </Field>
        <Padding
          label={t('messengers.across')}
          value={settings.horizontal_padding}
          onChange={horizontal_padding => onChange({ horizontal_padding })}
        />
        <Padding
          label={t('messengers.up')}
          value={settings.vertical_padding}
          onChange={vertical_padding => onChange({ vertical_padding })}
        />
      </div>
    </div>
  </SettingsSection>
)

const COLOR = /^#[0-9a-f]{6}$/i

const Padding = ({
  label,
  value,
  onChange,
}: {
  label: string
  value: number
  onChange: (pixels: number) => void
}) => (
  <Field label={label}>
    <Input
      type="number"
      min={20}
      max={500}
      value={value}
      onChange={event => onChange(Math.trunc(Number(event.target.value)))}
    />
  </Field>
)

const KINDS = {
  visitors: 'messengers.visitors',
  leads: 'messengers.leads',
  users: 'messengers.users',
} as const satisfies Record<MessengerSettings['shown_to'][number], PlainKey>

/** Who finds it on the page, and whether strangers are asked for an address. */
export const Shown = ({ settings, onChange }: Section) => (
  <SettingsSection title={t('messengers.shown')} says={t('messengers.shownSays')}>
    <div className="flex flex-col gap-4">
      <Switch
        label={t('messengers.launcherVisible')}
        hint={t('messengers.launcherHint')}
        checked={settings.launcher_visible}
        onChange={event => onChange({ launcher_visible: event.target.checked })}
      />
      <fieldset
        disabled={!settings.launcher_visible}
        className="flex min-w-0 flex-col gap-2 disabled:opacity-60"
      >
        <legend className="mb-1.5 font-medium">{t('messengers.shownTo')}</legend>
        {(['visitors', 'leads', 'users'] as const).map(kind => (
          <Checkbox
            key={kind}
            label={t(KINDS[kind])}
            checked={settings.shown_to.includes(kind)}
            onChange={event =>
              onChange({
                shown_to: event.target.checked
                  ? [...settings.shown_to, kind]
                  : settings.shown_to.filter(each => each !== kind),
              })
            }
          />
        ))}
        <Checkbox
          label={t('messengers.onlySome')}
          checked={settings.aim != null}
          onChange={event => onChange({ aim: event.target.checked ? NO_AIM : null })}
        />
        {settings.aim && <AimEditor aim={settings.aim} onChange={aim => onChange({ aim })} />}
      </fieldset>
      <Switch
        label={t('messengers.asksForEmail')}
        hint={t('messengers.asksForEmailHint')}
        checked={settings.asks_for_email}
        onChange={event => onChange({ asks_for_email: event.target.checked })}
      />
    </div>
  </SettingsSection>
)
