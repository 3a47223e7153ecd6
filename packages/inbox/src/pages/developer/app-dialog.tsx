import { useState } from 'react'
import { type App, useDeleteApp, useUpdateApp } from '../../data/apps.ts'
import { reasonOf } from '../../data/refusal.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { Copyable } from '../../parts/copyable.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { AppFields } from './app-fields.tsx'
import { AppSecrets } from './app-secrets.tsx'

/** All there is to an app: how it is known, its secrets, its settings, and its end. */
export function AppDialog({ app, onClose }: { app: App; onClose: () => void }) {
  const update = useUpdateApp(app.id)
  const remove = useDeleteApp(app.id)
  const [isLeaving, setLeaving] = useState(false)
  const finish = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        toast({ title: t('developer.appDeleted') })
        onClose()
      },
      onSettled: () => setLeaving(false),
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={app.name}
      closeLabel={t('app.close')}
      width="lg"
      footer={
        <Button look="quiet" className="text-danger!" onClick={() => setLeaving(true)}>
          {t('developer.deleteApp')}
        </Button>
      }
    >
      <div className="flex flex-col gap-6">
        <section className="flex flex-col gap-1.5">
          <h3 className="font-medium">{t('developer.clientId')}</h3>
          <Copyable label={t('developer.clientId')} text={app.client_id} />
        </section>
        <AppSecrets id={app.id} />
        <section>
          <h3 className="mb-3 font-semibold text-md">{t('developer.settings')}</h3>
          <AppFields
            app={app}
            label={t('developer.settings')}
            doLabel={t('app.save')}
            error={update.error ? reasonOf(update.error) : undefined}
            busy={update.isPending}
            onSubmit={({ scopes, ...settings }) =>
              update.mutate(
                // What is as it was is not asked for: an app may hold more than who looks at it does.
                scopes.join() === app.scopes.join() ? settings : { ...settings, scopes },
                { onSuccess: () => toast({ title: t('developer.saved') }) },
              )
            }
          />
        </section>
      </div>
      <Confirm
        open={isLeaving}
        title={t('developer.deleteAppTitle', { name: app.name })}
        says={t('developer.deleteAppSays')}
        doLabel={t('developer.deleteApp')}
        busy={remove.isPending}
        onDo={finish}
        onClose={() => setLeaving(false)}
      />
    </Dialog>
  )
}
