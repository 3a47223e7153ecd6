import { type SignedIn, useSignedIn, useSignOutTeammate } from '../../data/security.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { deviceOf } from '../../text/device.ts'
import { inWords } from '../../text/format.ts'
import { type PlainKey, t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'

const METHODS: Record<SignedIn['method'], PlainKey> = {
  password: 'settings.byPassword',
  sso: 'settings.bySso',
  invitation: 'settings.byInvitation',
  setup: 'settings.bySetup',
}

/** Every place where somebody is signed in to the workspace. */
export function SignedInSection() {
  const end = useSignOutTeammate()
  return (
    <SettingsSection title={t('settings.signedIn')} says={t('settings.signedInSays')}>
      <Loaded query={useSignedIn()}>
        {({ data }) => (
          <ul aria-label={t('settings.signedIn')}>
            {data.map(each => (
              <li key={each.id} className="flex items-center gap-3 border-line border-b py-2.5 first:pt-0">
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-center gap-x-2">
                    <bdi className="truncate font-medium">{each.name}</bdi>
                    <span className="text-soft">
                      {deviceOf(each.user_agent) ?? t('account.unknownDevice')}
                    </span>
                  </p>
                  <p className="text-faint text-sm">
                    {t('settings.signedInHere', {
                      method: t(METHODS[each.method]),
                      ip: each.ip ?? '?',
                      time: inWords(each.last_seen_at),
                    })}
                    {each.second_factor && ` · ${t('settings.withFactor')}`}
                  </p>
                </div>
                {each.current ? (
                  <Badge tone="accent">{t('account.thisSession')}</Badge>
                ) : (
                  <Button
                    size="sm"
                    aria-label={`${t('account.endSession')}: ${each.name}`}
                    onClick={() =>
                      end.mutate(
                        { params: { id: each.id } },
                        { onSuccess: () => toast({ title: t('account.sessionEnded') }) },
                      )
                    }
                  >
                    {t('account.endSession')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </SettingsSection>
  )
}
