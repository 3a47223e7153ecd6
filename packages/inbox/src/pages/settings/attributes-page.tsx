import { useNavigate, useParams } from '@tanstack/react-router'
import { t } from '../../text/t.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { ConversationAttributes } from './conversation-attributes.tsx'
import { DataAttributes } from './data-attributes.tsx'
import { GuardedPage } from './guarded-page.tsx'

/** What is known of people, companies and conversations beside what is always there. */
export function AttributesPage() {
  const { of } = useParams({ from: '/shell/settings/settings/attributes/{-$of}' })
  const navigate = useNavigate()
  const tabs = [
    { value: 'contacts', label: t('app.contacts'), content: <DataAttributes model="contact" /> },
    { value: 'companies', label: t('app.companies'), content: <DataAttributes model="company" /> },
    { value: 'conversations', label: t('organising.conversations'), content: <ConversationAttributes /> },
  ]
  return (
    <GuardedPage
      permission="write_data_attributes"
      title={t('organising.attributes')}
      says={t('organising.attributesSays')}
    >
      <Tabs
        tabs={tabs}
        value={tabs.some(({ value }) => value === of) && of ? of : 'contacts'}
        onChange={chosen => void navigate({ to: '/settings/attributes/{-$of}', params: { of: chosen } })}
      />
    </GuardedPage>
  )
}
