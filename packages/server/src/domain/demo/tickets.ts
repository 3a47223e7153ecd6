import type {
  CreateTicketTypeAttributeRequest,
  CreateTicketTypeRequest,
} from '@guichet/contract/operations/ticket-types.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { TicketStateCategory } from '../ticket-type/index.ts'
import type { TeamKey, TeammateKey } from './cast.ts'

interface TypeOfTicket extends Static<typeof CreateTicketTypeRequest> {
  attributes: Static<typeof CreateTicketTypeAttributeRequest>[]
}

export const ticketTypes: Record<'damaged' | 'soil' | 'shortage', TypeOfTicket> = {
  damaged: {
    ...{ name: 'Damaged delivery', category: 'Customer', icon: '📦' },
    description: 'Something arrived broken',
    attributes: [
      { name: 'Order number', description: 'On the parcel', data_type: 'string', required_to_create: true },
      {
        name: 'What broke',
        description: '',
        data_type: 'list',
        list_items: 'Planter,Drip line,Plants,Other',
      },
      { name: 'Photo seen', description: 'By one of us', data_type: 'boolean', visible_to_contacts: false },
    ],
  },
  soil: {
    ...{ name: 'Soil analysis', category: 'Back-office', icon: '🧪' },
    description: 'A sample for the laboratory',
    attributes: [
      { name: 'Samples', description: 'How many jars', data_type: 'integer' },
      { name: 'Acidity', description: 'pH that was measured', data_type: 'decimal' },
    ],
  },
  shortage: {
    ...{ name: 'Out of stock', category: 'Tracker', icon: '🔎' },
    description: 'One cause, many customers waiting',
    attributes: [{ name: 'Back on', description: 'When it arrives', data_type: 'datetime' }],
  },
}

/** Hours after the ticket was made, who (the contact, or a teammate), and what they wrote or the state they moved it to. */
type Step =
  | [hours: number, who: TeammateKey | 'contact', says: string]
  | [hours: number, who: TeammateKey, to: { state: TicketStateCategory }]

export interface TicketStory {
  type: keyof typeof ticketTypes
  contact: string
  /** How many days ago it was made, and by whom. */
  days: number
  by: TeammateKey
  title: string
  description: string
  values: Record<string, unknown>
  assign: TeammateKey | TeamKey
  steps: Step[]
}

export const ticketStories: TicketStory[] = [
  {
    ...{ type: 'damaged', contact: 'elif', days: 40, by: 'noor', assign: 'leo' },
    title: 'Two cracked planters on roof 2',
    description: 'Both have a crack in the same corner, as if they had been dropped.',
    values: { 'Order number': 'B-1312', 'What broke': 'Planter', 'Photo seen': true },
    steps: [
      [2, 'leo', { state: 'in_progress' }],
      [3, 'leo', 'Two new ones leave tomorrow. Could you keep the broken ones for the driver?'],
      [20, 'contact', 'They are by the goods lift.'],
      [70, 'leo', { state: 'resolved' }],
    ],
  },
  {
    ...{ type: 'damaged', contact: 'ruth', days: 8, by: 'noor', assign: 'orders' },
    title: 'Seed trays crushed',
    description: 'Four of the twelve trays are flat. The children are counting on Monday.',
    values: { 'Order number': 'B-1379', 'What broke': 'Other' },
    steps: [
      [1, 'noor', { state: 'in_progress' }],
      [4, 'noor', 'New trays come by courier. Is somebody at the school on Saturday?'],
      [5, 'noor', { state: 'waiting_on_customer' }],
    ],
  },
  {
    ...{ type: 'soil', contact: 'grace', days: 15, by: 'hana', assign: 'hana' },
    title: 'Sour soil on the third roof?',
    description: 'Leaves yellow between the veins. Jars from three corners.',
    values: { Samples: 3 },
    steps: [
      [24, 'hana', { state: 'in_progress' }],
      [150, 'hana', 'pH 5.1 in two jars of three: lime, and another look in a month.'],
    ],
  },
  {
    ...{ type: 'shortage', contact: 'ines', days: 2, by: 'leo', assign: 'leo' },
    title: 'Drip lines, 4 m',
    description: 'The maker is late. Kits go out without, the lines follow.',
    values: {},
    steps: [[5, 'leo', { state: 'in_progress' }]],
  },
]
