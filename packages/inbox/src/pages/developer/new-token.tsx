import { useState } from 'react'
import { useApps } from '../../data/apps.ts'
import { useMe } from '../../data/me.ts'
import { reasonOf } from '../../data/refusal.ts'
import { useCreateToken } from '../../data/tokens.ts'
import { Form } from '../../forms/form.tsx'
import { Copyable } from '../../parts/copyable.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { ScopePicker } from './scope-picker.tsx'

const DAY = 86_400
const EXPIRIES = ['never', '7', '30', '90', '365'] as const

/** Makes a token, and shows it once. */
export function NewToken({ onClose }: { onClose: () => void }) {
  const { permissions, role } = useMe()
  const create = useCreateToken()
  const apps = useApps().data?.data.filter(app => app.installed) ?? []
  const [scopes, setScopes] = useState<string[]>([])
  const [expiry, setExpiry] = useState<(typeof EXPIRIES)[number]>('never')
  const [appId = apps[0]?.id, setAppId] = useState<string>()
  const [isLacking, setLacking] = useState(false)
  const submit = (label: string) => {
    setLacking(scopes.length === 0)
    if (scopes.length === 0) return
    create.mutate({
      ...{ label, scopes, ...(appId !== undefined && { app_id: appId }) },
      expires_at: expiry === 'never' ? null : Math.floor(Date.now() / 1000) + Number(expiry) * DAY,
    })
  }
  if (create.data)
    return (
      <Dialog
        open
        onClose={onClose}
        title={t('developer.tokenMade')}
        says={t('developer.tokenMadeSays')}
        closeLabel={t('app.close')}
        footer={
          <Button look="primary" onClick={onClose}>
            {t('developer.done')}
          </Button>
        }
      >
        <Copyable label={t('developer.tokenMade')} text={create.data.token} />
      </Dialog>
    )
  const error = create.error
    ? reasonOf(create.error)
    : isLacking && scopes.length === 0
      ? t('developer.noneChosen')
      : undefined
  return (
    <Dialog open onClose={onClose} title={t('developer.newToken')} closeLabel={t('app.close')}>
      <Form
        label={t('developer.newToken')}
        names={['label']}
        error={error}
        onSubmit={({ label }) => submit(label)}
      >
        <Field label={t('developer.tokenLabel')} hint={t('developer.tokenLabelHint')}>
          <Input name="label" required autoComplete="off" />
        </Field>
        <Field label={t('developer.tokenOf')} hint={t('developer.tokenOfHint')}>
          <Select
            value={appId ?? ''}
            onChange={setAppId}
            choices={apps.map(app => ({ value: app.id, label: app.name }))}
          />
        </Field>
        <Field label={t('developer.expiry')}>
          <Select
            value={expiry}
            onChange={setExpiry}
            choices={EXPIRIES.map(value => ({
              value,
              label:
                value === 'never' ? t('developer.never') : t('developer.inDays', { count: Number(value) }),
            }))}
          />
        </Field>
        <ScopePicker held={permissions} mayAll={role === 'owner'} chosen={scopes} onChange={setScopes} />
        <Button type="submit" look="primary" busy={create.isPending} className="self-end">
          {t('developer.createToken')}
        </Button>
      </Form>
    </Dialog>
  )
}
