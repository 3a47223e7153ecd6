import { useNavigate, useParams } from '@tanstack/react-router'
import { t } from '../../text/t.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { GuardedPage } from './guarded-page.tsx'
import { TicketStates } from './ticket-states.tsx'
import { TicketTypes } from './ticket-types.tsx'

/** What tickets there are, what is asked of each, and what states they go through. */
export function TicketSettingsPage() {
  const { tab } = useParams({ from: '/shell/settings/settings/tickets/{-$tab}' })
  const navigate = useNavigate()
  return (
    <GuardedPage
      permission="manage_workspace"
      title={t('organising.ticketTypes')}
      says={t('organising.ticketTypesSays')}
    >
      <Tabs
        tabs={[
          { value: 'types', label: t('organising.types'), content: <TicketTypes /> },
          { value: 'states', label: t('organising.states'), content: <TicketStates /> },
        ]}
        value={tab === 'states' ? 'states' : 'types'}
        onChange={chosen => void navigate({ to: '/settings/tickets/{-$tab}', params: { tab: chosen } })}
      />
    </GuardedPage>
  )
}
