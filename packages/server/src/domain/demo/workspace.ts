import type { CreateDataConnectorRequest } from '@guichet/contract/operations/data-connectors.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { CallInput } from '../call/index.ts'
import type { Outcome } from '../data-connector/index.ts'
import type { EmailSettingInput } from '../email-setting/index.ts'
import type { MacroInput } from '../macro/index.ts'
import type { WhatsappMessage } from '../message-status/index.ts'

export const emails: EmailSettingInput[] = [
  { email: 'hello@brindille.example', verified: true, forwardingEnabled: true },
  { email: 'orders@brindille.example', verified: true },
]

/** Minutes from Monday midnight: weekdays from nine to six, Saturdays until one. */
export const officeHours = {
  schedule: {
    name: 'Workshop hours',
    time_zone_name: 'Europe/Paris',
    time_intervals: [
      ...[0, 1, 2, 3, 4].map(day => ({ start_minute: day * 1440 + 540, end_minute: day * 1440 + 1080 })),
      { start_minute: 5 * 1440 + 540, end_minute: 5 * 1440 + 780 },
    ],
  },
  holiday: { name: 'Christmas Day', exception_type: 'closed' as const },
}

export const macros: MacroInput[] = [
  {
    name: 'Late parcel',
    body: '<p>Hello {{user.name|fallback:"there"}},</p><p>I have asked the carrier where your parcel is and will write again tomorrow.</p>',
  },
  {
    name: 'Watering rule',
    body: '<p>A finger deep in the soil: dry means water, damp means wait.</p>',
  },
]

/** What people bought, by whom. */
export const orders = [
  {
    who: 'ines',
    external_id: 'BR-1041',
    custom_attributes: { order_number: 'BR-1041', total_amount: 64.5 },
  },
  {
    who: 'grace',
    external_id: 'BR-1057',
    custom_attributes: { order_number: 'BR-1057', total_amount: 812 },
  },
]

export const whatsapp: (Omit<WhatsappMessage, 'contactId' | 'sentAt'> & { to: string })[] = [
  {
    ...{ to: 'ines', messageId: 'wamid.BRINDILLE0001', templateName: 'spring_kit_ready' },
    ...{ status: 'read', rulesetId: '20260104' },
  },
  {
    ...{ to: 'tomasz', messageId: 'wamid.BRINDILLE0002', templateName: 'spring_kit_ready' },
    ...{ status: 'delivered', rulesetId: '20260104' },
  },
]

export const calls: (Pick<CallInput, 'direction' | 'phone' | 'recording' | 'transcript'> & {
  from: string
  minutes: number
})[] = [
  {
    ...{ from: 'ines', minutes: 4, direction: 'inbound', phone: '+33612345678' },
    recording: 'https://brindille.example/recordings/ines-yellow-leaves.mp3',
    transcript: [
      { at: 3, speaker: 'Teammate 1', text: 'Brindille, Camille speaking.' },
      { at: 6, speaker: 'Contact', text: 'Hello, the leaves of my tomatoes turn yellow from below.' },
      { at: 14, speaker: 'Teammate 1', text: 'That is mostly too much water. How deep is it damp?' },
    ],
  },
  {
    ...{ from: 'grace', minutes: 11, direction: 'outbound', phone: '+442071234567' },
    recording: 'https://brindille.example/recordings/grace-roof-plan.mp3',
    transcript: [
      { at: 2, speaker: 'Teammate 1', text: 'Grace, this is Camille about the plan of your roof.' },
      { at: 8, speaker: 'Contact', text: 'Good timing, the surveyor was here this morning.' },
    ],
  },
]

export const connector: Static<typeof CreateDataConnectorRequest> = {
  name: 'Order status',
  description: 'Asks the shop where an order is.',
  http_method: 'get',
  url: 'https://shop.brindille.example/orders/{{order_number}}/status',
  data_inputs: [
    { name: 'order_number', type: 'string', description: 'The number on the receipt', required: true },
  ],
}

export const executed: Outcome = {
  ...{ success: true, http_status: 200, error_type: null, error_message: null },
  ...{ execution_time_ms: 184, attempts: 1 },
  request_url: 'https://shop.brindille.example/orders/BR-1041/status',
  request_body: null,
  response_body: '{"status":"shipped"}',
  raw_response_body: '{"status":"shipped"}',
}
