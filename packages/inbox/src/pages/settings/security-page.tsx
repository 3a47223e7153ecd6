import { useMay } from '../../data/me.ts'
import { t } from '../../text/t.ts'
import { AllowlistSection } from './allowlist-section.tsx'
import { GuardedPage } from './guarded-page.tsx'
import { IdentitySection } from './identity-section.tsx'
import { SignInSections } from './sign-in-sections.tsx'
import { SignedInSection } from './signed-in-section.tsx'

/** Who is let in: teammates, programs by their addresses, and customers by who vouches for them. */
export function SecurityPage() {
  const maySecure = useMay('manage_security')
  return (
    <GuardedPage
      permission="manage_ip_allowlist"
      title={t('settings.security')}
      says={t('settings.securitySays')}
    >
      {maySecure ? (
        <SignInSections />
      ) : (
        <p className="mb-6 rounded-md bg-info-soft px-3 py-2 text-info">{t('settings.ownersOnly')}</p>
      )}
      <AllowlistSection />
      <IdentitySection />
      {maySecure && <SignedInSection />}
    </GuardedPage>
  )
}
