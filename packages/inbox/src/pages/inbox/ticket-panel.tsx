import { Ticket as TicketIcon } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { INBOX_KEYS } from '../../actions/inbox-keys.ts'
import type { Conversation } from '../../data/conversations.ts'
import { useMay } from '../../data/me.ts'
import { attributesOf, optionsOf, type TypeOfTickets, useTicketAct } from '../../data/ticket-acts.ts'
import { type Ticket, useTicket, useTicketTypes } from '../../data/tickets.ts'
import { AttributeFact } from '../../parts/attribute-fact.tsx'
import { PickedFact } from '../../parts/picked-fact.tsx'
import { SideSection } from '../../parts/side-section.tsx'
import { StateDot } from '../../parts/state-badge.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { attributeKind, attributeLabel } from './ticket-attribute.ts'
import { TicketLinks } from './ticket-links.tsx'

const ConvertDialog = lazy(async () => ({ default: (await import('./convert-dialog.tsx')).ConvertDialog }))

/** The ticket that a conversation is, or the way to make it one; and the tickets and conversations it is linked with. */
export function TicketPanel({ conversation }: { conversation: Conversation }) {
  const isTicket = conversation.ticket !== null
  const mayWrite = useMay('write_tickets')
  const [isMaking, setMaking] = useState(false)
  return (
    <SideSection title={t('desk.ticket')}>
      {isTicket && <TicketFacts id={conversation.id} mayWrite={mayWrite} />}
      {!isTicket && mayWrite && <ConvertButton onConvert={() => setMaking(true)} />}
      <TicketLinks conversation={conversation} mayWrite={mayWrite} />
      <Suspense>
        {isMaking && <ConvertDialog conversation={conversation} onClose={() => setMaking(false)} />}
      </Suspense>
    </SideSection>
  )
}

function ConvertButton({ onConvert }: { onConvert: () => void }) {
  const hasTypes = useTicketTypes().length > 0
  const { label, keys } = INBOX_KEYS.convert
  useActions(hasTypes ? [{ id: 'inbox-convert', label: t(label), keys, group: 'here', run: onConvert }] : [])
  if (!hasTypes) return <p className="text-faint">{t('desk.noTypes')}</p>
  return (
    <Button icon={<TicketIcon size={14} aria-hidden="true" />} onClick={onConvert} aria-keyshortcuts={keys}>
      {t(label)}
    </Button>
  )
}

function TicketFacts({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const { data: ticket } = useTicket(id)
  const types = useTicketTypes()
  if (!ticket) return <SkeletonLines label={t('app.loading')} />
  const type = types.find(each => each.id === ticket.ticket_type?.id)
  return (
    <dl>
      <TicketStanding ticket={ticket} types={types} type={type} mayWrite={mayWrite} />
      {type && <TicketAttributes ticket={ticket} type={type} mayWrite={mayWrite} />}
    </dl>
  )
}

/** Its number, what kind it is, and how far it has come. */
function TicketStanding({
  ticket,
  types,
  type,
  mayWrite,
}: {
  ticket: Ticket
  types: TypeOfTickets[]
  type: TypeOfTickets | undefined
  mayWrite: boolean
}) {
  const { mutate } = useTicketAct(ticket.id)
  const [isOpen, setOpen] = useState(false)
  const { label, keys } = INBOX_KEYS.ticketState
  useActions(
    mayWrite
      ? [{ id: 'inbox-ticket-state', label: t(label), keys, group: 'here', run: () => setOpen(true) }]
      : [],
  )
  const states = type?.ticket_states?.data ?? [ticket.ticket_state]
  return (
    <>
      <PickedFact
        label={t('tickets.type')}
        picks={types
          .filter(({ category }) => category === ticket.category)
          .map(({ id, name }) => ({ id, label: `${name} #${ticket.ticket_id}`, words: name }))}
        current={ticket.ticket_type?.id ?? ''}
        searchLabel={t('desk.findType')}
        isFixed={!mayWrite}
        onPick={pick => {
          const to = types.find(each => each.id === pick.id)
          const state = likeIt(to, ticket)
          if (to && state && to.id !== type?.id) mutate({ type: 'kind', kind: to.id, state })
        }}
      />
      <PickedFact
        label={t('tickets.state')}
        picks={states.map(state => ({
          ...{ id: state.id, label: state.internal_label },
          icon: <StateDot category={state.category} />,
        }))}
        current={ticket.ticket_state.id}
        searchLabel={t('tickets.findState')}
        isFixed={!mayWrite}
        open={isOpen}
        onOpenChange={setOpen}
        onPick={pick => mutate({ type: 'state', state: pick.id })}
      />
    </>
  )
}

/** The state of another type that says the same, or that one's first. */
const likeIt = (to: TypeOfTickets | undefined, { ticket_state: now }: Ticket): string | undefined => {
  const states = to?.ticket_states?.data ?? []
  return (
    states.find(({ id }) => id === now.id) ??
    states.find(({ category }) => category === now.category) ??
    states[0]
  )?.id
}

function TicketAttributes({
  ticket,
  type,
  mayWrite,
}: {
  ticket: Ticket
  type: TypeOfTickets
  mayWrite: boolean
}) {
  const { mutate } = useTicketAct(ticket.id)
  return attributesOf(type).map(attribute => (
    <AttributeFact
      key={attribute.id}
      label={attributeLabel(attribute)}
      kind={attributeKind(attribute)}
      options={optionsOf(attribute)}
      value={ticket.ticket_attributes[attribute.name]}
      isFixed={!mayWrite}
      onChange={value => mutate({ type: 'attributes', attributes: { [attribute.name]: value } })}
    />
  ))
}
