import { useState } from 'react'
import { type HelpSite, useChangeHelpSite, useCustomerTypes, useHelpSite } from '../../data/help-site.ts'
import { useMay } from '../../data/me.ts'
import { reasonOf } from '../../data/refusal.ts'
import { languageName } from '../../parts/language-name.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { TabHead } from '../../parts/tab-head.tsx'
import { t } from '../../text/t.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { toast } from '../../ui/toast.tsx'

/** How the help center looks, and what it offers beside articles. */
export function HelpCenterPage() {
  const site = useHelpSite()
  return (
    <Page title={t('settings.helpCenter')} says={t('settings.helpCenterSays')}>
      <Loaded query={site}>{data => <SiteForm key={data.id} site={data} />}</Loaded>
    </Page>
  )
}

function SiteForm({ site }: { site: HelpSite }) {
  const mayChange = useMay('manage_workspace')
  const change = useChangeHelpSite(site.id)
  const types = useCustomerTypes()
  const [fields, setFields] = useState(() => ({
    ...{ name: site.display_name, accent: site.accent_color, logo: site.logo_url ?? '' },
    ...{ domain: site.custom_domain ?? '', headline: site.headline, links: textOf(site.links) },
    contact: site.contact === 'ticket' ? (site.contact_ticket_type_id ?? 'conversation') : site.contact,
    ...{ showsNews: site.shows_news, turnedOn: site.website_turned_on },
  }))
  const set = (of: Partial<typeof fields>) => setFields(before => ({ ...before, ...of }))
  const save = () =>
    change.mutate(
      {
        ...{ display_name: fields.name, accent_color: fields.accent, logo_url: fields.logo.trim() || null },
        ...{ custom_domain: fields.domain.trim() || null, links: linksIn(fields.links) },
        headline: Object.fromEntries(
          Object.entries(fields.headline).filter(([, words]) => words.trim() !== ''),
        ),
        ...(fields.contact === 'off' || fields.contact === 'conversation'
          ? { contact: fields.contact }
          : { contact: 'ticket' as const, contact_ticket_type_id: fields.contact }),
        ...{ shows_news: fields.showsNews, website_turned_on: fields.turnedOn },
      },
      { onSuccess: () => toast({ title: t('settings.saved') }) },
    )
  return (
    <>
      <TabHead says={t('helpSite.siteSays', { url: site.url })}>
        <a href={site.url} target="_blank" rel="noreferrer" className={buttonClass()}>
          {t('helpSite.open')}
        </a>
      </TabHead>
      <form
        aria-label={t('settings.helpCenter')}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          save()
        }}
      >
        <fieldset disabled={!mayChange} className="flex max-w-2xl flex-col gap-5">
          {change.error && (
            <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
              {reasonOf(change.error)}
            </p>
          )}
          <div className="grid gap-5 sm:grid-cols-[1fr_8rem]">
            <Field label={t('helpSite.siteName')}>
              <Input
                value={fields.name}
                maxLength={120}
                dir="auto"
                onChange={event => set({ name: event.target.value })}
              />
            </Field>
            <Field label={t('helpSite.accent')}>
              <Input
                type="color"
                value={fields.accent}
                className="p-0.5"
                onChange={event => set({ accent: event.target.value })}
              />
            </Field>
          </div>
          {site.locales.map(locale => (
            <Field
              key={locale}
              label={t('helpSite.headline', { language: languageName(locale) })}
              hint={t('helpSite.headlineHint')}
            >
              <Input
                value={fields.headline[locale] ?? ''}
                maxLength={200}
                dir="auto"
                onChange={event => set({ headline: { ...fields.headline, [locale]: event.target.value } })}
              />
            </Field>
          ))}
          <Field label={t('helpSite.logo')} hint={t('helpSite.logoHint')}>
            <Input
              type="url"
              placeholder="https://"
              value={fields.logo}
              maxLength={2048}
              onChange={event => set({ logo: event.target.value })}
            />
          </Field>
          <Field label={t('helpSite.domain')} hint={t('helpSite.domainHint')}>
            <Input
              value={fields.domain}
              maxLength={253}
              autoComplete="off"
              onChange={event => set({ domain: event.target.value })}
            />
          </Field>
          <Field label={t('helpSite.links')} hint={t('helpSite.linksHint')}>
            <Textarea value={fields.links} rows={3} onChange={event => set({ links: event.target.value })} />
          </Field>
          <Field label={t('helpSite.contact')}>
            <Select
              value={fields.contact}
              onChange={contact => set({ contact })}
              choices={[
                { value: 'off', label: t('helpSite.contactOff') },
                { value: 'conversation', label: t('helpSite.contactConversation') },
                ...types.map(({ id, name }) => ({
                  value: id,
                  label: t('helpSite.contactTicket', { type: name ?? '' }),
                })),
              ]}
            />
          </Field>
          <Checkbox
            label={t('helpSite.showsNews')}
            checked={fields.showsNews}
            onChange={event => set({ showsNews: event.target.checked })}
          />
          <Checkbox
            label={t('helpSite.turnedOn')}
            checked={fields.turnedOn}
            onChange={event => set({ turnedOn: event.target.checked })}
          />
        </fieldset>
        <div className="mt-5 flex items-center gap-3">
          {mayChange ? (
            <Button type="submit" look="primary" busy={change.isPending}>
              {t('app.save')}
            </Button>
          ) : (
            <p className="text-soft">{t('helpSite.onlyAdmins')}</p>
          )}
        </div>
      </form>
    </>
  )
}

const textOf = (links: HelpSite['links']): string =>
  links.map(({ label, url }) => `${label} ${url}`).join('\n')

/** `The shop https://example.com`, a line each. */
const linksIn = (text: string): HelpSite['links'] =>
  text.split('\n').flatMap(line => {
    const [, label = '', url = ''] = /^(.*?)\s*(\S+)$/.exec(line.trim()) ?? []
    return url === '' ? [] : [{ label: label || url, url }]
  })
