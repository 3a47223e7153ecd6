import { useState } from 'react'
import { reasonOf } from '../../data/refusal.ts'
import { useUpdateWorkspace, useWorkspace } from '../../data/workspace.ts'
import { Form } from '../../forms/form.tsx'
import { ZonePicker } from '../../forms/zone-picker.tsx'
import { Copyable } from '../../parts/copyable.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { shortDate } from '../../text/format.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../text/language.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.tsx'
import { GuardedPage } from './guarded-page.tsx'

/** What the workspace is called, and where it lives. */
export const WorkspacePage = () => (
  <GuardedPage
    permission="manage_workspace"
    title={t('settings.workspace')}
    says={t('settings.workspaceSays')}
  >
    <Loaded query={useWorkspace()}>{workspace => <Sections workspace={workspace} />}</Loaded>
  </GuardedPage>
)

type Workspace = NonNullable<ReturnType<typeof useWorkspace>['data']>

const Sections = ({ workspace }: { workspace: Workspace }) => (
  <>
    <SettingsSection title={t('settings.general')} says={t('settings.generalSays')}>
      <General workspace={workspace} />
    </SettingsSection>
    <SettingsSection title={t('settings.workspaceId')} says={t('settings.workspaceIdSays')}>
      <Copyable label={t('settings.workspaceId')} text={workspace.id} />
      <p className="mt-2 text-faint">{t('settings.since', { date: shortDate(workspace.created_at) })}</p>
    </SettingsSection>
  </>
)

function General({ workspace }: { workspace: Workspace }) {
  const update = useUpdateWorkspace()
  const [timezone, setTimezone] = useState(workspace.timezone)
  const [language, setLanguage] = useState<Language>(workspace.language)
  return (
    <Form
      label={t('settings.general')}
      names={['name']}
      error={update.error ? reasonOf(update.error) : undefined}
      onSubmit={({ name }) =>
        update.mutate(
          { body: { name, timezone, language } },
          { onSuccess: () => toast({ title: t('settings.saved') }) },
        )
      }
    >
      <Field label={t('settings.name')} hint={t('settings.nameHint')}>
        <Input name="name" defaultValue={workspace.name} dir="auto" required maxLength={255} />
      </Field>
      <Field label={t('settings.timezone')} hint={t('settings.timezoneHint')}>
        <ZonePicker zone={timezone} onChoose={setTimezone} />
      </Field>
      <Field label={t('settings.language')} hint={t('settings.languageHint')}>
        <Select
          value={language}
          onChange={setLanguage}
          choices={LANGUAGES.map(value => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
      </Field>
      <Button type="submit" look="primary" busy={update.isPending} className="self-start">
        {t('app.save')}
      </Button>
    </Form>
  )
}
