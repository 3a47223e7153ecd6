import type { TicketCategory } from '../data/tickets.ts'
import { Badge, type Tone } from '../ui/badge.tsx'

const TONES: Record<TicketCategory, Tone> = {
  ...{ submitted: 'info', in_progress: 'accent', waiting_on_customer: 'warning', resolved: 'neutral' },
}

/** The state a ticket is in. */
export const StateBadge = ({ state }: { state: { category: TicketCategory; internal_label: string } }) => (
  <Badge tone={TONES[state.category]}>{state.internal_label}</Badge>
)

const DOTS: Record<TicketCategory, string> = {
  ...{
    submitted: 'bg-info',
    in_progress: 'bg-accent',
    waiting_on_customer: 'bg-warning',
    resolved: 'bg-faint',
  },
}

/** The same beside its name, as a dot. */
export const StateDot = ({ category }: { category: TicketCategory }) => (
  <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${DOTS[category]}`} />
)
