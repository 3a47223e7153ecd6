import { Search, Tags } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '../../data/me.ts'
import {
  deleteTag,
  type Tag,
  type TagUse,
  useMakeTag,
  useRenameTag,
  useTagList,
  useTagUses,
} from '../../data/organising.ts'
import { removeSoon, useGone } from '../../data/removal.ts'
import { AddLine } from '../../forms/add-line.tsx'
import { InlineText } from '../../forms/inline-text.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Empty } from '../../ui/states.tsx'

/** Every tag, and what it is on. */
export function TagsPage() {
  const mayWrite = useMay('write_tags')
  const make = useMakeTag()
  return (
    <Page title={t('organising.tags')} says={t('organising.tagsSays')}>
      {mayWrite && (
        <AddLine
          label={t('organising.newTag')}
          placeholder={t('organising.tagExample')}
          onAdd={name => make.mutateAsync({ body: { name } })}
        />
      )}
      <Loaded query={useTagList()}>{({ data }) => <List tags={data} />}</Loaded>
    </Page>
  )
}

/** So many need no search. */
const FEW = 12

function List({ tags }: { tags: Tag[] }) {
  const isGone = useGone()
  const uses = useTagUses().data?.data ?? []
  const [words, setWords] = useState('')
  const all = tags.filter(({ id }) => !isGone(`tag ${id}`))
  const shown = all
    .filter(({ name }) => name.toLowerCase().includes(words.trim().toLowerCase()))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  if (all.length === 0)
    return (
      <Empty
        icon={<Tags size={22} aria-hidden="true" />}
        title={t('organising.tagsEmpty')}
        says={t('organising.tagsEmptySays')}
      />
    )
  return (
    <>
      {all.length > FEW && (
        <Field label={t('organising.findTag')} labelHidden className="mt-4 max-w-xs">
          <Input
            type="search"
            icon={<Search size={14} />}
            placeholder={t('organising.findTag')}
            value={words}
            onChange={event => setWords(event.target.value)}
          />
        </Field>
      )}
      <ul aria-label={t('organising.tags')} className="mt-3">
        {shown.map(tag => (
          <Row key={tag.id} tag={tag} use={uses.find(({ id }) => id === tag.id)} />
        ))}
      </ul>
    </>
  )
}

function Row({ tag: { id, name }, use }: { tag: Tag; use: TagUse | undefined }) {
  const mayWrite = useMay('write_tags')
  const rename = useRenameTag()
  const remove = () =>
    removeSoon({
      key: `tag ${id}`,
      title: t('organising.tagDeleted', { name }),
      failed: t('organising.tagNotDeleted'),
      run: () => deleteTag(id),
    })
  return (
    <li className="flex items-center gap-x-3 border-line border-b py-1.5 max-sm:grid max-sm:grid-cols-[1fr_auto]">
      {mayWrite ? (
        <InlineText
          label={`${t('settings.name')}: ${name}`}
          value={name}
          className="-ms-1.5 flex-1 basis-40"
          onSave={text => rename.mutate({ body: { id, name: text } })}
        />
      ) : (
        <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
      )}
      <span className="text-faint text-sm max-sm:order-last max-sm:col-span-2">{usesOf(use)}</span>
      {mayWrite && (
        <Button size="sm" look="quiet" aria-label={`${t('settings.delete')}: ${name}`} onClick={remove}>
          {t('settings.delete')}
        </Button>
      )}
    </li>
  )
}

function usesOf(use: TagUse | undefined): string {
  const { contacts = 0, companies = 0, conversations = 0 } = use ?? {}
  const said = [
    contacts > 0 && t('organising.onContacts', { count: contacts }),
    companies > 0 && t('organising.onCompanies', { count: companies }),
    conversations > 0 && t('organising.onConversations', { count: conversations }),
  ].filter(Boolean)
  return said.length > 0 ? said.join(' · ') : t('organising.onNothing')
}
