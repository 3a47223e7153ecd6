/** What the inbox says of what is said in other languages. */
export const translations = {
  from: 'Translated from {language}',
  sentIn: 'Sent in {language}',
  showOriginal: 'Show original',
  showTranslation: 'Show translation',
  showSent: 'Show what was sent',
  showWritten: 'Show what was written',
  someFailed: {
    one: 'One message could not be translated.',
    other: '{count} messages could not be translated.',
  },
  failed: 'The messages could not be translated: {reason}',

  into: 'Translate into {language}',
  reply: 'In {language}, as it will be sent',
  replyHint: 'Your reply will be shown here in {language} before it is sent.',
  stale: 'Your text has changed: translate it again.',
  translate: 'Translate',
  translating: 'Translating',
  sendIn: 'Send in {language}',
  sendAsWritten: 'Send as written',
  replyFailed: 'Your reply could not be translated, and is not sent: {reason}',
} as const
