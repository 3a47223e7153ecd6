import type { MailLanguage } from '../workspace-settings/index.ts'

interface Invited {
  /** Who invites. */
  by: string
  workspace: string
  link: string
}

/** What somebody is mailed who is invited, in the language of the workspace. */
export const invitationLetter: Record<MailLanguage, (of: Invited) => { subject: string; text: string }> = {
  en: ({ by, workspace, link }) => ({
    subject: `${by} invites you to ${workspace}`,
    text: [
      `${by} would like you to work with them in ${workspace}, on Guichet.`,
      `To join, open this link within a week. It works once.\n\n${link}`,
      'If you did not expect this, there is nothing to do.',
    ].join('\n\n'),
  }),
  fr: ({ by, workspace, link }) => ({
    subject: `${by} vous invite à rejoindre ${workspace}`,
    text: [
      `${by} souhaite travailler avec vous dans ${workspace}, sur Guichet.`,
      `Pour accepter, ouvrez ce lien dans la semaine. Il ne sert qu’une fois.\n\n${link}`,
      'Si vous n’attendiez pas cette invitation, vous n’avez rien à faire.',
    ].join('\n\n'),
  }),
}
