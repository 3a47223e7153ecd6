/** What becomes of a person, said at their page and where the archived are listed. */
export const person = {
  more: 'More',
  archive: 'Archive',
  archived: 'Archived',
  archivedNow: '{name} is archived',
  archivedSays: 'Archived on {day}. No list and no search shows this person, and nobody can write to them.',
  bringBack: 'Bring back',
  broughtBack: '{name} is back',

  block: 'Block',
  blockAsk: 'Block {name}?',
  blockSays:
    'What they write does not arrive any more, and their conversations are archived. Nobody with the same email or external ID can be made again. This cannot be undone: a blocked person can only be deleted.',
  blocked: 'Blocked',
  blockedNow: '{name} is blocked',
  blockedSays: 'Blocked on {day}. What they write does not arrive, and they cannot be brought back.',

  delete: 'Delete for ever',
  deleteAsk: 'Delete {name} for ever?',
  deleteSays:
    'All that is known of them goes: attributes, notes, tags, events, the files they sent and their mails as they came. What was said in conversations stays, without them. This cannot be undone.',
  deleted: '{name} is deleted',

  merge: 'Merge with another person',
  mergeLead:
    '{name} is a lead. Choose the user they turned out to be: everything of the lead moves there, and the lead is gone.',
  mergeUser:
    '{name} is a user. Choose a lead that turned out to be them: everything of the lead moves here, and the lead is gone.',
  findUser: 'Find a user by name or address',
  findLead: 'Find a lead by name or address',
  chooseOther: 'Choose somebody other than {name}',
  goes: 'Goes',
  stays: 'Stays',
  moving: 'What moves',
  nothingMoves: 'Nothing hangs on {name} that would move.',
  conversations: { one: '{count} conversation', other: '{count} conversations' },
  tickets: { one: '{count} ticket', other: '{count} tickets' },
  tags: { one: '{count} tag', other: '{count} tags' },
  notes: { one: '{count} note', other: '{count} notes' },
  takenOver: 'Taken over',
  notKept: 'Not kept',
  value: '{label}: {value}',
  notAlike:
    'They have no email, phone or external ID in common, so these may be two people. A merge cannot be undone.',
  sameAllTheSame: 'They are the same person: merge them all the same',
  notMergeable: 'These two cannot be merged: only a lead can, and only into a user.',
  mergeDo: 'Merge for ever',
  merged: '{from} is merged into {into}',

  goneTitle: 'This person is not here',
  goneSays: 'They were deleted for ever, or the link is incomplete.',
  mergedTitle: 'This person was merged',
  mergedSays: 'Everything of theirs is with {name} now.',
  toSurvivor: 'To {name}',
  toContacts: 'To the contacts',

  showArchived: 'Show archived people',
  archivedOnly: 'Only archived people are shown: no other list and no search has them.',
  showOthers: 'Back to the others',
  archivedCount: { one: '{count} archived', other: '{count} archived' },
  noneArchived: 'Nobody is archived',
  noneArchivedSays: 'Whoever is archived can be found here, and be brought back.',
} as const
