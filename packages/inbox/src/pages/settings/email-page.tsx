import { useMailboxes } from '../../data/mails.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { t } from '../../text/t.ts'
import { EmailIncoming } from './email-incoming.tsx'
import { EmailMailbox } from './email-mailbox.tsx'
import { EmailNew } from './email-new.tsx'
import { EmailReplies } from './email-replies.tsx'
import { GuardedPage } from './guarded-page.tsx'

/** The addresses that customers write to, when they are answered by mail, and what came. */
export const EmailPage = () => (
  <GuardedPage permission="manage_workspace" title={t('mail.title')} says={t('mail.says')}>
    <Loaded query={useMailboxes()}>
      {({ data }) =>
        data.map(mailbox => (
          <SettingsSection key={mailbox.id} title={mailbox.address} says={t(WAYS[mailbox.intake])}>
            <EmailMailbox mailbox={mailbox} />
          </SettingsSection>
        ))
      }
    </Loaded>
    <SettingsSection title={t('mail.add')} says={t('mail.addSays')}>
      <EmailNew />
    </SettingsSection>
    <SettingsSection title={t('mail.replies')} says={t('mail.repliesSays')}>
      <EmailReplies />
    </SettingsSection>
    <SettingsSection title={t('mail.incoming')} says={t('mail.incomingSays')}>
      <EmailIncoming />
    </SettingsSection>
  </GuardedPage>
)

const WAYS = { imap: 'mail.readFromServer', http: 'mail.posted' } as const
