import { useNavigate, useParams } from '@tanstack/react-router'
import { useMay } from '../../data/me.ts'
import { Page } from '../../parts/page.tsx'
import { t } from '../../text/t.ts'
import { Failure } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { AppsTab } from './apps-tab.tsx'
import { DeliveriesTab } from './deliveries-tab.tsx'
import { RequestsTab } from './requests-tab.tsx'
import { SandboxTab } from './sandbox-tab.tsx'
import { TokensTab } from './tokens-tab.tsx'
import { VersionsTab } from './versions-tab.tsx'
import { WebhooksTab } from './webhooks-tab.tsx'

/** For people who build on the workspace: how programs come in, what they ask, and what they are told. */
export function DeveloperPage() {
  const { tab } = useParams({ from: '/shell/settings/developer/{-$tab}' })
  const navigate = useNavigate()
  const mayDevelop = useMay('manage_developer')
  if (!mayDevelop)
    return (
      <Page title={t('developer.title')}>
        <Failure title={t('app.failed')} says={t('app.errorForbidden')} />
      </Page>
    )
  const tabs = [
    { value: 'tokens', label: t('developer.tokens'), content: <TokensTab /> },
    { value: 'apps', label: t('developer.apps'), content: <AppsTab /> },
    { value: 'webhooks', label: t('developer.webhooks'), content: <WebhooksTab /> },
    { value: 'deliveries', label: t('developer.deliveries'), content: <DeliveriesTab /> },
    { value: 'requests', label: t('developer.requests'), content: <RequestsTab /> },
    { value: 'versions', label: t('developer.versions'), content: <VersionsTab /> },
    { value: 'sandbox', label: t('developer.sandbox'), content: <SandboxTab /> },
  ]
  return (
    <Page
      title={t('developer.title')}
      says={t('developer.says')}
      aside={
        <a href="/docs" className="shrink-0 text-accent underline underline-offset-2">
          {t('developer.apiReference')}
        </a>
      }
    >
      <Tabs
        tabs={tabs}
        value={tabs.some(({ value }) => value === tab) && tab ? tab : 'tokens'}
        onChange={chosen => void navigate({ to: '/developer/{-$tab}', params: { tab: chosen } })}
      />
    </Page>
  )
}
