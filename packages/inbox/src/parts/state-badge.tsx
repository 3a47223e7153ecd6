import type { TicketCategory } from '../data/tickets.ts'
import { Badge, type Tone } from '../ui/badge.tsx'

const TONES: Record<TicketCategory, Tone> = {
  ...{ submitted: 'info', in_progress: 'accent', waiting_on_customer: 'warning', resolved: 'neutral' },
}

/** The state a ticket is in. */
export const StateBadge = ({ state }: { state: { category: TicketCategory; internal_label: string } }) => (
  <Badge tone={TONES[state.category]}>{state.internal_label}</Badge>
)
