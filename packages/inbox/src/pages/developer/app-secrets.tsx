import { Eye } from 'lucide-react'
import { useSecrets } from '../../data/apps.ts'
import { Copyable } from '../../parts/copyable.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'

/** The live secrets of an app, once they are asked for, and changing them without a gap. */
export function AppSecrets({ id }: { id: string }) {
  const secrets = useSecrets(id)
  const { data } = secrets
  const change = (act: 'rotate' | 'retire') =>
    secrets.mutate(act, {
      onSuccess: () => toast({ title: t(act === 'rotate' ? 'developer.rotated' : 'developer.retired') }),
    })
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h3 className="font-semibold text-md">{t('developer.secrets')}</h3>
        <p className="text-faint">{t('developer.secretsSays')}</p>
      </div>
      {data?.client_secrets.map((secret, at) => {
        const label = t(at === 0 ? 'developer.clientSecret' : 'developer.nextSecret')
        return (
          <div key={secret} className="flex flex-col gap-1.5">
            <p className="font-medium">{label}</p>
            <Copyable label={label} text={secret} />
            <p className="text-faint text-sm">{t('developer.webhookSecret')}</p>
            <Copyable
              label={`${label}, ${t('developer.webhookSecret')}`}
              text={data.webhook_secrets[at] ?? ''}
            />
          </div>
        )
      })}
      <div className="flex flex-wrap gap-2">
        {!data && (
          <Button
            icon={<Eye size={15} aria-hidden="true" />}
            busy={secrets.isPending}
            onClick={() => secrets.mutate('reveal')}
          >
            {t('developer.reveal')}
          </Button>
        )}
        {data?.client_secrets.length === 1 && (
          <Button busy={secrets.isPending} onClick={() => change('rotate')}>
            {t('developer.rotate')}
          </Button>
        )}
        {data?.client_secrets.length === 2 && (
          <Button busy={secrets.isPending} onClick={() => change('retire')}>
            {t('developer.retire')}
          </Button>
        )}
      </div>
    </section>
  )
}
