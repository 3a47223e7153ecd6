import { type MailSettingsView, useMailSettings, useUpdateMailSettings } from '../../data/mails.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { SavedSwitch } from '../../parts/saved-choice.tsx'
import { t } from '../../text/t.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'

const MINUTES = ['1', '5', '15', '60'] as const
const NEVER = 'never'

/** When what was written is mailed to those who do not see it. */
export const EmailReplies = () => (
  <Loaded query={useMailSettings()}>{settings => <Choices settings={settings} />}</Loaded>
)

function Choices({ settings }: { settings: MailSettingsView }) {
  const update = useUpdateMailSettings()
  const minutes = settings.unseen_after_minutes
  const others = minutes === null || MINUTES.some(each => Number(each) === minutes) ? [] : [String(minutes)]
  return (
    <div className="flex flex-col gap-5">
      <Field label={t('mail.unseenAfter')} hint={t('mail.unseenHint')}>
        <Select
          value={minutes === null ? NEVER : String(minutes)}
          onChange={value =>
            update.mutate({ body: { unseen_after_minutes: value === NEVER ? null : Number(value) } })
          }
          choices={[
            ...[...MINUTES, ...others].map(value => ({
              value: String(value),
              label: t('mail.minutes', { count: Number(value) }),
            })),
            { value: NEVER, label: t('mail.never') },
          ]}
        />
      </Field>
      <SavedSwitch
        label={t('mail.botReplies')}
        hint={t('mail.botRepliesHint')}
        checked={settings.mails_bot_replies}
        onSave={(checked, over) => update.mutate({ body: { mails_bot_replies: checked } }, over)}
      />
    </div>
  )
}
