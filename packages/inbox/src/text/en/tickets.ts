export const tickets = {
  count: { one: '{count} ticket', other: '{count} tickets' },
  find: 'Find in titles and descriptions',
  none: 'No tickets yet',
  noneSays: 'Tickets appear here when customers or teammates create them.',
  asBoard: 'Show as a board',
  asTable: 'Show as a table',
  board: 'Board of tickets by state',

  title: 'Title',
  state: 'State',
  type: 'Type',
  contacts: 'People',
  open: 'Open',
  updated: 'Updated',
  number: 'Number',
  ticket: 'Ticket',

  submitted: 'Submitted',
  inProgress: 'In progress',
  waiting: 'Waiting on customer',
  resolved: 'Resolved',

  move: 'Move “{title}”',
  moveTo: 'Move to',
  moved: 'Moved to {state}',
  moveFailed: 'The ticket was not moved',
  findState: 'Find a state',
} as const
