import type { NewReply } from '../../data/replies.ts'
import { t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'

type Kind = NewReply['kind']

/** How a composer looks: notes are not to be taken for replies. */
export const composerClass = (kind: Kind): string =>
  cx(
    '@container relative rounded-xl border shadow-sm transition-colors focus-within:border-focus focus-within:ring-2 focus-within:ring-focus/25',
    kind === 'note' ? 'border-note-line bg-note' : 'border-line-strong bg-raised',
  )

export const composerLabel = (kind: Kind): string =>
  kind === 'note' ? t('inbox.composerNote') : t('inbox.composer')

export const placeholderFor = (kind: Kind, name: string): string =>
  kind === 'note' ? t('inbox.placeholderNote') : t('inbox.placeholderReply', { name })
