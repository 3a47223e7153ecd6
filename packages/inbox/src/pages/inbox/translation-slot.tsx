import { createContext, lazy, type ReactNode, Suspense } from 'react'
import type { Conversation, Part } from '../../data/conversations.ts'
import { useTranslationService } from '../../data/translations.ts'
import { loadArea } from '../../text/t.ts'

/** A part in the language in which it is shown, and what stands below it to see the other one. */
export interface ShownIn {
  html: string
  lang: string
  foot: ReactNode
}

/** How a part is shown that there is in two languages. */
export const TranslationSlot = createContext<(part: Part) => ShownIn | undefined>(() => undefined)

/** Loaded where there is something in two languages: others go without. */
const Translations = lazy(async () => {
  const [all] = await Promise.all([import('./translations.tsx'), loadArea('translations')])
  return { default: all.Translations }
})

/** Has the parts of a conversation show in the language of the reader. */
export function WithTranslations({
  conversation,
  children,
}: {
  conversation: Conversation
  children: ReactNode
}) {
  const { data: service } = useTranslationService()
  const parts = conversation.conversation_parts?.conversation_parts ?? []
  if (!service?.is_set_up && !parts.some(({ translations }) => translations)) return children
  return (
    <Suspense fallback={children}>
      <Translations conversation={conversation}>{children}</Translations>
    </Suspense>
  )
}
