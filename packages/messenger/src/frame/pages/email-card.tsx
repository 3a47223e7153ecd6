import { useContext, useState } from 'preact/hooks'
import { leaveEmail } from '../data/session.ts'
import { Page } from '../parts/close.ts'
import { t } from '../text/t.ts'

/** Asks somebody nobody knows yet where they can be answered. */
export function EmailCard() {
  const { emailLeft } = useContext(Page)
  const [email, setEmail] = useState('')
  const [isBad, setBad] = useState(false)
  const save = async () => {
    try {
      await leaveEmail(email.trim())
      emailLeft()
    } catch {
      setBad(true)
    }
  }
  return (
    <section class="card email" aria-labelledby="email">
      <h2 id="email">{t('askEmail')}</h2>
      <form
        class="inline-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) void save()
          else setBad(true)
        }}
      >
        <input
          type="email"
          autoComplete="email"
          value={email}
          aria-label={t('email')}
          placeholder={t('email')}
          aria-invalid={isBad}
          onInput={event => {
            setEmail(event.currentTarget.value)
            setBad(false)
          }}
        />
        <button type="submit" class="primary">
          {t('save')}
        </button>
      </form>
      <p role="alert">{isBad && t('emailBad')}</p>
    </section>
  )
}
