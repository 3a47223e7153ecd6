import { useEndSession, useSessions } from '../../data/session.ts'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { deviceOf } from '../../text/device.ts'
import { inWords } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'

/** Every place where one is signed in, each of which can be ended from here. */
export function SessionsSection() {
  const { data } = useSessions()
  const end = useEndSession()
  const endOne = (id: string | undefined) =>
    end.mutate(id, { onSuccess: () => toast({ title: t('account.sessionEnded') }) })
  return (
    <SettingsSection title={t('account.sessions')}>
      {!data && <SkeletonLines label={t('app.loading')} />}
      <ul className="flex flex-col">
        {data?.data.map(session => (
          <li key={session.id} className="flex items-center gap-3 border-line border-b py-2.5 first:pt-0">
            <div className="min-w-0 flex-1">
              <p className="font-medium">{deviceOf(session.user_agent) ?? t('account.unknownDevice')}</p>
              <p className="text-faint text-sm">
                {t('account.sessionHere', {
                  workspace: session.workspace_name,
                  ip: session.ip ?? '?',
                  time: inWords(session.last_seen_at),
                })}
              </p>
            </div>
            {session.current ? (
              <Badge tone="accent">{t('account.thisSession')}</Badge>
            ) : (
              <Button size="sm" onClick={() => endOne(session.id)}>
                {t('account.endSession')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data && data.data.length > 1 && (
        <Button className="mt-4" busy={end.isPending} onClick={() => endOne(undefined)}>
          {t('account.endOthers')}
        </Button>
      )}
    </SettingsSection>
  )
}
