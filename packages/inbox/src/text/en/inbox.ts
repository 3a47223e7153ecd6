export const inbox = {
  nothingChosen: 'Choose a conversation to read it',

  next: 'Next conversation',
  previous: 'Previous conversation',
  reply: 'Reply',
  note: 'Write a note',
  send: 'Send',
  sendAndClose: 'Send and close',
  close: 'Close the conversation',
  snooze: 'Snooze',
  assign: 'Assign',
  assignToMe: 'Assign to yourself',
  tag: 'Tag',
  priority: 'Set the priority',
} as const
