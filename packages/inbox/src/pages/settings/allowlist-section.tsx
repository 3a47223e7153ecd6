import { reasonOf } from '../../data/refusal.ts'
import { useAllowlist, useSetAllowlist } from '../../data/security.ts'
import { Form } from '../../forms/form.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { toast } from '../../ui/toast.tsx'

/** The addresses that programs and teammates may come from. */
export function AllowlistSection() {
  const set = useSetAllowlist()
  return (
    <SettingsSection title={t('settings.allowlist')} says={t('settings.allowlistSays')}>
      <Loaded query={useAllowlist()}>
        {({ enabled, ip_allowlist }) => (
          <Form
            label={t('settings.allowlist')}
            names={['enabled', 'entries']}
            error={set.error ? reasonOf(set.error) : undefined}
            onSubmit={values =>
              set.mutate(
                {
                  body: {
                    enabled: values.enabled === 'on',
                    ip_allowlist: values.entries.split(/[\s,]+/).filter(Boolean),
                  },
                },
                { onSuccess: () => toast({ title: t('settings.saved') }) },
              )
            }
          >
            <Checkbox name="enabled" label={t('settings.allowlistEnabled')} defaultChecked={enabled} />
            <Field label={t('settings.addresses')} hint={t('settings.addressesHint')}>
              <Textarea
                name="entries"
                rows={4}
                defaultValue={ip_allowlist.join('\n')}
                placeholder={'203.0.113.7\n198.51.100.0/24'}
                spellCheck={false}
                className="font-mono"
              />
            </Field>
            <Button type="submit" busy={set.isPending} className="self-start">
              {t('app.save')}
            </Button>
          </Form>
        )}
      </Loaded>
    </SettingsSection>
  )
}
