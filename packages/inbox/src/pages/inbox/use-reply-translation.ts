import { useEffect, useRef, useState } from 'react'
import type { Conversation } from '../../data/conversations.ts'
import { reasonOf } from '../../data/refusal.ts'
import { translateReply, useTranslations } from '../../data/translations.ts'
import { language as ownLanguage } from '../../text/language.ts'

/** What a reply becomes in the language of the customer: nothing yet, being asked for, there, or not to be had. */
export type Preview =
  | { state: 'none' }
  | { state: 'busy'; of: string }
  | { state: 'there'; of: string; body: string; locale: string; from: string }
  | { state: 'failed'; of: string; reason: string }

export interface ReplyTranslation {
  /** The language of the customer, where it is another than ours and can be translated into. */
  language: string | undefined
  isOn: boolean
  preview: Preview
  toggle: () => void
  /** Asks for the words of a reply in the language of the customer. */
  ask: (html: string) => void
  /** Shows what was got before, such as when a reply is taken back. */
  restore: (preview: Preview) => void
  clear: () => void
}

const NONE: Preview = { state: 'none' }
const keyOf = (id: string): string => `guichet.translates.${id}`

/** Whether replies of a conversation are translated, kept in this browser, and the one that is being written. */
export function useReplyTranslation(conversation: Conversation): ReplyTranslation {
  const { id } = conversation
  const { data } = useTranslations(conversation)
  const [isWanted, setWanted] = useState(() => localStorage.getItem(keyOf(id)) === 'yes')
  const [preview, setPreview] = useState<Preview>(NONE)
  const asking = useRef<AbortController>(undefined)
  const language = data?.language && data.language.split('-')[0] !== ownLanguage() ? data.language : undefined
  useEffect(() => () => asking.current?.abort(), [])
  const clear = () => {
    asking.current?.abort()
    setPreview(NONE)
  }
  return {
    language,
    isOn: isWanted && language !== undefined,
    preview,
    clear,
    restore: setPreview,
    toggle() {
      clear()
      setWanted(!isWanted)
      if (isWanted) localStorage.removeItem(keyOf(id))
      else localStorage.setItem(keyOf(id), 'yes')
    },
    ask(html) {
      if (language === undefined) return
      asking.current?.abort()
      const controller = new AbortController()
      asking.current = controller
      setPreview({ state: 'busy', of: html })
      translateReply(html, language, controller.signal).then(
        ({ body, from, to }) => setPreview({ state: 'there', of: html, body, locale: to, from }),
        error => {
          if (!controller.signal.aborted) setPreview({ state: 'failed', of: html, reason: reasonOf(error) })
        },
      )
    },
  }
}
