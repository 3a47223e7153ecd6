import type { NewWorkflow } from '../workflow-export/index.ts'

/** The workflow that conformance/fixtures.json names: no call of the API makes one, so its id is fixed. */
export const WORKFLOW_ID = 20_260_101

export const workflow: NewWorkflow = {
  id: WORKFLOW_ID,
  title: 'Where is my parcel?',
  description: 'Asks for the order number and hands over to the orders team.',
  trigger_type: 'inbound_conversation',
  state: 'live',
  target_channels: ['chat'],
  preferred_devices: ['desktop', 'mobile'],
  targeting: { operator: 'AND', value: [{ field: 'role', operator: '=', value: 'user' }] },
  snapshot: {
    start: 'ask',
    steps: [
      { id: 'ask', type: 'collect_attribute', attribute: 'Order number', next: 'hand_over' },
      { id: 'hand_over', type: 'assign', team: 'Orders' },
    ],
  },
  attributes: [{ name: 'Order number', data_type: 'string' }],
}
