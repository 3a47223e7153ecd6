import { useState } from 'react'
import {
  type MessengerSettings,
  useMessengerSettings,
  useUpdateMessenger,
} from '../../data/messenger-settings.ts'
import { reasonOf } from '../../data/refusal.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { language } from '../../text/language.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { GuardedPage } from './guarded-page.tsx'
import { Install } from './install.tsx'
import { Greetings, Languages } from './messenger-languages.tsx'
import { Looks, Shown } from './messenger-looks.tsx'
import { MessengerPicture } from './messenger-picture.tsx'
import { Spaces } from './messenger-spaces.tsx'

/** How the messenger looks and what it holds, beside a picture of it as it would be. */
export const MessengerPage = () => (
  <GuardedPage
    permission="manage_workspace"
    title={t('messengers.messenger')}
    says={t('messengers.messengerSays')}
    aside={
      <a
        href="/demo"
        target="_blank"
        rel="noreferrer"
        className="text-end text-accent underline underline-offset-2"
      >
        {t('messengers.seeDemo')}
      </a>
    }
  >
    <Loaded query={useMessengerSettings()}>{settings => <Editor kept={settings} />}</Loaded>
    <SettingsSection title={t('messengers.install')} says={t('messengers.installSays')}>
      <Install />
    </SettingsSection>
  </GuardedPage>
)

/** What a section changes of the settings. */
export type Change = (change: Partial<MessengerSettings>) => void

function Editor({ kept }: { kept: MessengerSettings }) {
  const update = useUpdateMessenger()
  const [changed, setChanged] = useState<Partial<MessengerSettings>>({})
  const [spoken, setSpoken] = useState<string>(language())
  const settings = { ...kept, ...changed }
  const change: Change = part => setChanged(before => ({ ...before, ...part }))
  const shown = settings.languages.includes(spoken) ? spoken : (settings.languages[0] ?? 'en')
  const save = () =>
    update.mutate(
      { body: changed },
      {
        onSuccess: () => {
          setChanged({})
          toast({ title: t('settings.saved') })
        },
      },
    )
  const isChanged = Object.keys(changed).length > 0
  return (
    <div className="grid gap-x-8 xl:grid-cols-[minmax(0,1fr)_21rem]">
      <div className="min-w-0">
        <Looks settings={settings} onChange={change} />
        <Shown settings={settings} onChange={change} />
        <Languages settings={settings} onChange={change} />
        <Greetings settings={settings} spoken={shown} onSpeak={setSpoken} onChange={change} />
        <Spaces settings={settings} onChange={change} />
        {update.error && (
          <p role="alert" className="mb-3 rounded-md bg-danger-soft px-3 py-2 text-danger">
            {reasonOf(update.error)}
          </p>
        )}
        <div className="sticky bottom-0 z-10 -mx-1 flex items-center gap-3 border-line border-t bg-surface px-1 py-3">
          <Button look="primary" busy={update.isPending} disabled={!isChanged} onClick={save}>
            {t('app.save')}
          </Button>
          {isChanged && (
            <>
              <Button look="quiet" onClick={() => setChanged({})}>
                {t('messengers.discard')}
              </Button>
              <span role="status" className="text-faint max-sm:hidden">
                {t('messengers.notSaved')}
              </span>
            </>
          )}
        </div>
      </div>
      <MessengerPicture settings={settings} language={shown} />
    </div>
  )
}
