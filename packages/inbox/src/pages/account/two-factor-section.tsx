import { useState } from 'react'
import { useMe } from '../../data/me.ts'
import { reasonOf } from '../../data/refusal.ts'
import { useTwoFactor, useTwoFactorSteps } from '../../data/two-factor.ts'
import { Form } from '../../forms/form.tsx'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'

type Steps = ReturnType<typeof useTwoFactorSteps>

/** A second factor: set up with a picture and a code, ended with a code. */
export function TwoFactorSection() {
  const state = useTwoFactor()
  const steps = useTwoFactorSteps()
  const { two_factor_setup_required } = useMe()
  const codes = steps.confirm.data?.recovery_codes
  return (
    <SettingsSection title={t('account.twoFactor')} says={t('account.twoFactorSays')}>
      {two_factor_setup_required && (
        <p role="alert" className="mb-4 rounded-md bg-warning-soft px-3 py-2 text-warning">
          {t('account.twoFactorRequired')}
        </p>
      )}
      {codes ? (
        <RecoveryCodes codes={codes} onKept={steps.confirm.reset} />
      ) : state?.enabled ? (
        <TurnOff steps={steps} left={state.recovery_codes_left} />
      ) : steps.begin.data ? (
        <Confirm steps={steps} secret={steps.begin.data} />
      ) : (
        <Button busy={steps.begin.isPending} onClick={() => steps.begin.mutate()}>
          {t('account.turnOn')}
        </Button>
      )}
    </SettingsSection>
  )
}

function Confirm({ steps, secret }: { steps: Steps; secret: { secret: string; qr_svg: string } }) {
  return (
    <CodeForm step={steps.confirm} submit={t('account.confirm')}>
      <p>{t('account.scan')}</p>
      <img
        alt={t('account.qrLabel')}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(secret.qr_svg)}`}
        className="size-44 rounded-md bg-[white] p-2"
      />
      <code className="select-all break-all font-mono text-sm">{secret.secret}</code>
    </CodeForm>
  )
}

function TurnOff({ steps, left }: { steps: Steps; left: number }) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <p className="mb-3">{t('account.twoFactorOn', { count: left })}</p>
      {isAsking ? (
        <CodeForm step={steps.end} submit={t('account.turnOff')} />
      ) : (
        <Button onClick={() => setAsking(true)}>{t('account.turnOff')}</Button>
      )}
    </>
  )
}

const CodeForm = ({
  step,
  submit,
  children,
}: {
  step: Steps['confirm'] | Steps['end']
  submit: string
  children?: React.ReactNode
}) => (
  <Form
    label={t('account.twoFactor')}
    names={['code']}
    onSubmit={({ code }) => step.mutate(code)}
    error={step.error ? reasonOf(step.error) : undefined}
  >
    {children}
    <Field label={t('account.confirmCode')}>
      <Input name="code" autoComplete="one-time-code" inputMode="numeric" required />
    </Field>
    <Button type="submit" look="primary" busy={step.isPending} className="self-start">
      {submit}
    </Button>
  </Form>
)

const RecoveryCodes = ({ codes, onKept }: { codes: string[]; onKept: () => void }) => (
  <>
    <p role="status">{t('account.recovery')}</p>
    <ul className="my-3 grid grid-cols-2 gap-1 rounded-md bg-sunken p-3 font-mono">
      {codes.map(code => (
        <li key={code}>{code}</li>
      ))}
    </ul>
    <Button look="primary" onClick={onKept}>
      {t('account.codesKept')}
    </Button>
  </>
)
