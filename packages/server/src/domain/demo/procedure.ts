import type { NewProcedure } from '../procedure/index.ts'

/** The step that waits for a teammate. */
export const REFUND_STEP_ID = 'd5b81f72-adb9-4317-b973-75b3c3624c09'

/** What Fin does when somebody sends a kit back: the money is for a teammate to decide. */
export const refundProcedure: NewProcedure = {
  name: 'Refund a kit',
  description: 'For a kit that comes back unopened: asks a teammate whether it is refunded.',
  steps: [
    {
      ...{ kind: 'say', id: 'look' },
      body: '<p>Thank you for telling us. I am asking a colleague from the orders team about a refund.</p>',
    },
    {
      ...{ kind: 'ask_teammate', id: REFUND_STEP_ID, expires_in: 31_000_000 },
      question: 'The kit is unopened. May they have their money back?',
      attributes: [
        {
          identifier: 'workflow_local_variables.72c5a6b3-3cce-41d8-8e30-14da40791958',
          ...{ name: 'approved', label: 'Approved', data_type: 'boolean' },
        },
      ],
    },
    {
      ...{ kind: 'say', id: 'done' },
      body: '<p>My colleague has decided and writes to you today with the return label.</p>',
    },
  ],
}

/** The conversation in which it waits. */
export const refundAsked = {
  from: 'jonas',
  title: 'One kit too many',
  says: 'My sister gave me the same kit for my birthday. Mine is still closed: can I send it back and get my money?',
}
