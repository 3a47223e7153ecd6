import { type App, useRegisterApp } from '../../data/apps.ts'
import { reasonOf } from '../../data/refusal.ts'
import { t } from '../../text/t.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { AppFields } from './app-fields.tsx'

/** Registers an app, and goes on to what there is to it. */
export function NewApp({ onClose, onMade }: { onClose: () => void; onMade: (app: App) => void }) {
  const register = useRegisterApp()
  return (
    <Dialog open onClose={onClose} title={t('developer.newApp')} closeLabel={t('app.close')}>
      <AppFields
        label={t('developer.newApp')}
        doLabel={t('developer.register')}
        error={register.error ? reasonOf(register.error) : undefined}
        busy={register.isPending}
        onSubmit={settings =>
          register.mutate(settings, {
            onSuccess: app => {
              toast({ title: t('developer.registered') })
              onClose()
              onMade(app)
            },
          })
        }
      />
    </Dialog>
  )
}
