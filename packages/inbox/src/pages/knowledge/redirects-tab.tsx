import { ArrowRight, CornerDownRight, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useCreateRedirect, useDeleteRedirect, useRedirects } from '../../data/internal-articles.ts'
import { type Site, type Tree, useTree } from '../../data/knowledge.ts'
import { useMay } from '../../data/me.ts'
import { saysFor } from '../../data/query.ts'
import { reasonOf } from '../../data/refusal.ts'
import { languageName } from '../../parts/language-name.ts'
import { t } from '../../text/t.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Input } from '../../ui/input.tsx'
import { Picker } from '../../ui/picker.tsx'
import { Select } from '../../ui/select.tsx'
import { Empty, Failure, SkeletonLines } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { TabHead } from './tab-list.tsx'

/** Addresses that content used to have, and where they lead now. */
export function RedirectsTab() {
  const tree = useTree().data
  const site = tree?.sites.find(each => each.default) ?? tree?.sites[0]
  const mayWrite = useMay('read_write_help_center_redirects_scope')
  const mayRead = useMay('read_help_center_redirects_scope') || mayWrite
  const [isNew, setNew] = useState(false)
  if (!mayRead) return <Failure title={t('app.failed')} says={t('app.errorForbidden')} />
  return (
    <>
      <TabHead says={t('knowledge.redirectsSays')}>
        {mayWrite && (
          <Button look="primary" disabled={!site} onClick={() => setNew(true)}>
            {t('knowledge.newRedirect')}
          </Button>
        )}
      </TabHead>
      {tree && site ? (
        <Redirects tree={tree} site={site} mayWrite={mayWrite} />
      ) : (
        <SkeletonLines count={5} label={t('app.loading')} />
      )}
      {isNew && tree && site && <NewRedirect tree={tree} site={site} onClose={() => setNew(false)} />}
    </>
  )
}

function Redirects({ tree, site, mayWrite }: { tree: Tree; site: Site; mayWrite: boolean }) {
  const redirects = useRedirects(site.id)
  const remove = useDeleteRedirect(site.id)
  const create = useCreateRedirect(site.id)
  if (redirects.isError && !redirects.data)
    return (
      <Failure {...saysFor(redirects.error)}>
        <Button onClick={() => void redirects.refetch()}>{t('app.retry')}</Button>
      </Failure>
    )
  if (!redirects.data) return <SkeletonLines count={5} label={t('app.loading')} />
  const rows = redirects.data.data
  if (rows.length === 0)
    return (
      <div className="flex rounded-xl border border-line py-8">
        <Empty
          icon={<CornerDownRight size={22} aria-hidden="true" />}
          title={t('knowledge.redirectsEmpty')}
          says={t('knowledge.redirectsEmptySays')}
        />
      </div>
    )
  return (
    <ul className="rounded-xl border border-line p-1">
      {rows.map(({ id, from_url, locale, target_type, target_id }) => (
        <li
          key={id}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-3 py-2 hover:bg-hover"
        >
          <span className="min-w-40 flex-1 truncate font-mono text-sm" title={from_url}>
            {from_url.replace(site.url, '…')}
          </span>
          <ArrowRight size={14} aria-hidden="true" className="shrink-0 text-faint rtl:rotate-180" />
          <span dir="auto" className="min-w-32 flex-1 truncate">
            {nameOf(tree, target_type, target_id)}
          </span>
          <span className="text-faint text-xs uppercase">{locale}</span>
          {mayWrite && (
            <IconButton
              size="sm"
              label={t('knowledge.deleteRedirect', { name: from_url })}
              icon={<Trash2 size={14} aria-hidden="true" />}
              onClick={() =>
                remove.mutate(id, {
                  onSuccess: () =>
                    toast({
                      title: t('knowledge.redirectDeleted'),
                      undo: {
                        label: t('app.undo'),
                        run: () => create.mutate({ from_url, locale, target_type, target_id }),
                      },
                    }),
                })
              }
            />
          )}
        </li>
      ))}
    </ul>
  )
}

const nameOf = (tree: Tree, type: 'article' | 'collection', id: string): string =>
  (type === 'article'
    ? tree.articles.find(each => each.id === id)?.title
    : tree.collections.find(each => each.id === id)?.name) ?? id

function NewRedirect({ tree, site, onClose }: { tree: Tree; site: Site; onClose: () => void }) {
  const [from, setFrom] = useState(`${site.url}/`)
  const [locale, setLocale] = useState(site.default_locale)
  const [target, setTarget] = useState<{ type: 'article' | 'collection'; id: string }>()
  const create = useCreateRedirect(site.id)
  const picks = [
    ...tree.articles.map(({ id, title }) => ({ id: `article-${id}`, label: title })),
    ...tree.collections.map(({ id, name }) => ({
      ...{ id: `collection-${id}`, label: name },
      aside: <span className="text-faint text-sm">{t('knowledge.collection')}</span>,
    })),
  ]
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('knowledge.newRedirect')}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button
            look="primary"
            busy={create.isPending}
            disabled={!target}
            onClick={() =>
              target &&
              create.mutate(
                { from_url: from, locale, target_type: target.type, target_id: target.id },
                { onSuccess: onClose },
              )
            }
          >
            {t('app.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field
          label={t('knowledge.oldAddress')}
          hint={t('knowledge.oldAddressHint', { address: site.url })}
          error={create.error ? reasonOf(create.error) : undefined}
        >
          <Input type="url" value={from} onChange={event => setFrom(event.target.value)} />
        </Field>
        <div className="flex flex-col gap-1.5">
          <span className="font-medium">{t('knowledge.leadsTo')}</span>
          <Picker
            align="start"
            picks={picks}
            chosen={target ? [`${target.type}-${target.id}`] : []}
            onPick={({ id }) => {
              const [type = '', key = ''] = id.split('-')
              setTarget({ type: type === 'article' ? 'article' : 'collection', id: key })
            }}
            searchLabel={t('knowledge.findTarget')}
            emptyLabel={t('knowledge.noneFound')}
            trigger={
              <button type="button" className={buttonClass('plain', 'md', 'justify-start! w-full')}>
                {target ? nameOf(tree, target.type, target.id) : t('knowledge.pickTarget')}
              </button>
            }
          />
        </div>
        {site.locales.length > 1 && (
          <Field label={t('knowledge.language')} className="max-w-60">
            <Select
              value={locale}
              onChange={setLocale}
              choices={site.locales.map(value => ({ value, label: languageName(value) }))}
            />
          </Field>
        )}
      </div>
    </Dialog>
  )
}
