import { VERSIONS } from '@guichet/contract/version.ts'
import { useState } from 'react'
import type { App } from '../../data/apps.ts'
import { useMe } from '../../data/me.ts'
import { Form } from '../../forms/form.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { ScopePicker } from './scope-picker.tsx'

export interface AppSettings {
  name: string
  redirect_urls: string[]
  uninstall_url: string | null
  api_version: string | null
  scopes: string[]
  install?: boolean
}

const NEWEST_STABLE = 'newest'

/** What an app is, filled in: a new one, or one there is. */
export function AppFields({
  app,
  label,
  doLabel,
  error,
  busy,
  onSubmit,
}: {
  app?: App
  label: string
  doLabel: string
  error: string | undefined
  busy: boolean
  onSubmit: (settings: AppSettings) => void
}) {
  const { permissions, role } = useMe()
  const [version, setVersion] = useState<string>(app?.api_version ?? NEWEST_STABLE)
  const [scopes, setScopes] = useState<string[]>(app?.scopes ?? [])
  const [install, setInstall] = useState(true)
  return (
    <Form
      label={label}
      names={['name', 'redirect_urls', 'uninstall_url']}
      error={error}
      onSubmit={({ name, redirect_urls, uninstall_url }) =>
        onSubmit({
          ...{ name, scopes, ...(!app && { install }) },
          redirect_urls: redirect_urls.split(/\s+/).filter(Boolean),
          uninstall_url: uninstall_url.trim() || null,
          api_version: version === NEWEST_STABLE ? null : version,
        })
      }
    >
      <Field label={t('developer.appName')}>
        <Input name="name" defaultValue={app?.name} required autoComplete="off" />
      </Field>
      <Field label={t('developer.apiVersion')}>
        <Select
          value={version}
          onChange={setVersion}
          choices={[
            { value: NEWEST_STABLE, label: t('developer.newestStable') },
            ...VERSIONS.toReversed().map(each => ({ value: each, label: each })),
          ]}
        />
      </Field>
      <Field label={t('developer.redirectUrls')} hint={t('developer.redirectUrlsHint')}>
        <Textarea name="redirect_urls" defaultValue={app?.redirect_urls.join('\n')} spellCheck={false} />
      </Field>
      <Field label={t('developer.uninstallUrl')} hint={t('developer.uninstallUrlHint')}>
        <Input name="uninstall_url" type="url" defaultValue={app?.uninstall_url ?? ''} autoComplete="off" />
      </Field>
      <ScopePicker
        held={permissions}
        mayAll={role === 'owner' && app?.scopes.includes('all') === true}
        chosen={scopes}
        onChange={setScopes}
      />
      {!app && (
        <Checkbox
          label={t('developer.installHere')}
          checked={install}
          onChange={event => setInstall(event.target.checked)}
        />
      )}
      <Button type="submit" look="primary" busy={busy} className="self-end">
        {doLabel}
      </Button>
    </Form>
  )
}
