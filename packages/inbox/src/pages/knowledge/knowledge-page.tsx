import { useNavigate, useParams } from '@tanstack/react-router'
import { Page } from '../../parts/page.tsx'
import { t } from '../../text/t.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { ArticlesTab } from './articles-tab.tsx'
import { InternalTab } from './internal-tab.tsx'
import { RedirectsTab } from './redirects-tab.tsx'
import { SearchesTab } from './searches-tab.tsx'
import { SnippetsTab } from './snippets-tab.tsx'

/** All there is to know: what customers read, what teammates read, what the AI agents read, and what was looked for in vain. */
export function KnowledgePage() {
  const { tab } = useParams({ from: '/shell/knowledge/{-$tab}' })
  const navigate = useNavigate()
  const tabs = [
    { value: 'articles', label: t('knowledge.articles'), content: <ArticlesTab /> },
    { value: 'internal', label: t('knowledge.internal'), content: <InternalTab /> },
    { value: 'snippets', label: t('knowledge.snippets'), content: <SnippetsTab /> },
    { value: 'redirects', label: t('knowledge.redirects'), content: <RedirectsTab /> },
    { value: 'searches', label: t('knowledge.searches'), content: <SearchesTab /> },
  ]
  return (
    <Page title={t('knowledge.title')} says={t('knowledge.says')}>
      <Tabs
        tabs={tabs}
        value={tabs.some(({ value }) => value === tab) && tab ? tab : 'articles'}
        onChange={chosen => void navigate({ to: '/knowledge/{-$tab}', params: { tab: chosen } })}
      />
    </Page>
  )
}
