import { useState } from 'react'
import { type Installation, useInstallations, useUninstall } from '../../data/apps.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { shortDate } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'

/** The apps that may act in the workspace, its own and those of others, and taking them out again. */
export function InstalledApps() {
  const installations = useInstallations()
  const uninstall = useUninstall()
  const [leaving, setLeaving] = useState<Installation>()
  const finish = () =>
    leaving &&
    uninstall.mutate(leaving.id, {
      onSuccess: () => toast({ title: t('developer.uninstalled') }),
      onSettled: () => setLeaving(undefined),
    })
  return (
    <section className="mt-8">
      <h2 className="mb-2 font-semibold text-md">{t('developer.installedHere')}</h2>
      <Loaded query={installations}>
        {({ data }) => (
          <ul>
            {data.map(app => (
              <li key={app.id} className="flex items-center gap-3 border-line border-t py-2.5">
                <div className="min-w-0 flex-1">
                  <p className="truncate font-medium">{app.name}</p>
                  <p className="text-faint text-sm">
                    {[
                      app.scopes.includes('all')
                        ? t('developer.everything')
                        : t('developer.chosen', { count: app.scopes.length }),
                      shortDate(app.installed_at),
                    ].join(' · ')}
                  </p>
                </div>
                <Badge>{t(app.own ? 'developer.ofOurs' : 'developer.ofOthers')}</Badge>
                <Button
                  size="sm"
                  aria-label={`${t('developer.uninstall')}: ${app.name}`}
                  onClick={() => setLeaving(app)}
                >
                  {t('developer.uninstall')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Confirm
        open={leaving !== undefined}
        title={t('developer.uninstallTitle', { name: leaving?.name ?? '' })}
        says={t('developer.uninstallSays')}
        doLabel={t('developer.uninstall')}
        busy={uninstall.isPending}
        onDo={finish}
        onClose={() => setLeaving(undefined)}
      />
    </section>
  )
}
