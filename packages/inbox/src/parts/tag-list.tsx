import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useCreateTag, useTags } from '../data/tags.ts'
import { t } from '../text/t.ts'
import { Picker } from '../ui/picker.tsx'

interface TagRef {
  id: string
  name: string
}

/** The tags on something, with ways to put on more and take some off. */
export function TagList({
  tags,
  isFixed = false,
  onAdd,
  onRemove,
  open,
  onOpenChange,
}: {
  tags: TagRef[]
  /** For those who may only read them. */
  isFixed?: boolean
  onAdd: (tag: TagRef) => void
  onRemove: (tag: TagRef) => void
  open?: boolean
  onOpenChange?: (open: boolean) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const all = useTags()
  const create = useCreateTag()
  const chosen = tags.map(({ id }) => id)
  return (
    <ul className="flex flex-wrap gap-1">
      {tags.map(tag => (
        <li
          key={tag.id}
          className="flex h-6 max-w-full items-center gap-1 rounded-sm bg-sunken ps-1.5 font-medium text-sm text-soft"
        >
          <span className={isFixed ? 'truncate pe-1.5' : 'truncate'}>{tag.name}</span>
          {!isFixed && (
            <button
              type="button"
              aria-label={t('inbox.removeTag', { name: tag.name })}
              onClick={() => onRemove(tag)}
              className="flex size-6 items-center justify-center rounded-sm text-faint hover:bg-hover hover:text-ink"
            >
              <X size={11} aria-hidden="true" />
            </button>
          )}
        </li>
      ))}
      {!isFixed && (
        <li>
          <Picker
            align="start"
            open={open ?? isOpen}
            onOpenChange={onOpenChange ?? setOpen}
            picks={all.map(({ id, name }) => ({ id, label: name }))}
            chosen={chosen}
            searchLabel={t('inbox.findTag')}
            emptyLabel={t('inbox.noneFound')}
            onPick={({ id, label }) => (chosen.includes(id) ? onRemove : onAdd)({ id, name: label })}
            onCreate={{
              label: name => t('inbox.createTag', { name }),
              run: name => create.mutate(name, { onSuccess: tag => onAdd(tag) }),
            }}
            trigger={
              <button
                type="button"
                aria-label={t('inbox.tag')}
                className="flex h-6 items-center gap-1 rounded-sm border border-line-strong border-dashed px-1.5 text-faint text-sm hover:border-faint hover:text-ink"
              >
                <Plus size={11} aria-hidden="true" />
                {tags.length === 0 && t('inbox.tag')}
              </button>
            }
          />
        </li>
      )}
    </ul>
  )
}
