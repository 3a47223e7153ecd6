import { useNavigate, useParams } from '@tanstack/react-router'
import { Page } from '../../parts/page.tsx'
import { t } from '../../text/t.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { BannersTab } from './banners-tab.tsx'
import { NewsTab } from './news-tab.tsx'

/** What is said to many at once. */
export function OutboundPage() {
  const { tab } = useParams({ from: '/shell/outbound/{-$tab}' })
  const navigate = useNavigate()
  const tabs = [
    { value: 'news', label: t('outbound.news'), content: <NewsTab /> },
    { value: 'banners', label: t('outbound.banners'), content: <BannersTab /> },
  ]
  return (
    <Page title={t('outbound.title')} says={t('outbound.says')}>
      <Tabs
        tabs={tabs}
        value={tabs.some(({ value }) => value === tab) && tab ? tab : 'news'}
        onChange={chosen => void navigate({ to: '/outbound/{-$tab}', params: { tab: chosen } })}
      />
    </Page>
  )
}
