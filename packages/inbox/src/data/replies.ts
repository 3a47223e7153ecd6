import { conversations } from '@guichet/contract/operations/conversations.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { t } from '../text/t.ts'
import { toast } from '../ui/toast.tsx'
import { call } from './client.ts'
import { keepConversation, type Part } from './conversations.ts'
import { useMe } from './me.ts'
import { reasonOf } from './refusal.ts'

export interface NewReply {
  kind: 'comment' | 'note'
  /** HTML; the server keeps what of it is allowed. */
  body: string
  files: { name: string; content_type: string; data: string }[]
  /** What the customer gets in the place of what was written. */
  translation?: { locale: string; original_locale: string; body: string } | undefined
  /** What is done right after it was sent. */
  then?: 'close' | undefined
}

/** How long a reply can be taken back. */
const UNDO_MS = 5_000

/** Replies that are not sent yet, by conversation; a page that is left sends them at once. */
let pending: ReadonlyMap<string, Part[]> = new Map()
const listeners = new Set<() => void>()
const waiting = new Map<string, () => void>()
window.addEventListener('pagehide', () => {
  for (const send of waiting.values()) send()
})

/** Whether a part is one of those. */
export const isPending = (part: Part): boolean => part.id.startsWith('pending-')

/** What has been written in a conversation and can still be taken back. */
export const usePending = (id: string): Part[] | undefined =>
  useSyncExternalStore(
    listen => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    () => pending.get(id),
  )

/**
 * Sends a reply: it shows at once, and can be taken back for a moment. What was taken back or refused is given to
 * `restore`, so that nothing anybody wrote is lost.
 */
export function useSend(id: string, restore: (reply: NewReply) => void): (reply: NewReply) => void {
  const client = useQueryClient()
  const me = useMe()
  return reply => {
    const part = pendingPart(reply, me)
    const hide = () => change(id, parts => parts.filter(each => each !== part))
    change(id, parts => [...parts, part])
    const send = () => {
      clearTimeout(timer)
      waiting.delete(part.id)
      post(id, me.admin.id, reply).then(
        conversation => {
          keepConversation(client, conversation)
          hide()
        },
        error => {
          hide()
          restore(reply)
          toast({ title: t('inbox.notSent'), says: reasonOf(error), failed: true })
        },
      )
    }
    const timer = setTimeout(send, UNDO_MS)
    waiting.set(part.id, send)
    const undo = () => {
      if (!waiting.delete(part.id)) return
      clearTimeout(timer)
      hide()
      restore(reply)
    }
    const title = reply.kind === 'note' ? t('inbox.noteAdded') : t('inbox.sent')
    toast({ title, undo: { label: t('app.undo'), run: undo } })
  }
}

/** A reply that went out is not given back because what should follow it failed: that is told by itself. */
async function post(id: string, adminId: string, { kind, body, files, then, translation }: NewReply) {
  const answer = await call(conversations.reply, {
    params: { id },
    body: {
      message_type: kind,
      type: 'admin',
      admin_id: adminId,
      body,
      attachment_files: files,
      translation: translation ?? null,
    },
  })
  if (then !== 'close') return answer
  const closing = call(conversations.manage, {
    params: { id },
    body: { message_type: 'close', type: 'admin', admin_id: adminId },
  })
  return closing.catch((error: unknown) => {
    toast({ title: t('inbox.actFailed'), says: reasonOf(error), failed: true })
    return answer
  })
}

let count = 0

function pendingPart({ kind, body, files, translation }: NewReply, me: ReturnType<typeof useMe>): Part {
  const now = Math.floor(Date.now() / 1000)
  count += 1
  return {
    ...{ type: 'conversation_part', id: `pending-${count}`, part_type: kind, body },
    ...{ created_at: now, updated_at: now, notified_at: now, assigned_to: null, external_id: null },
    author: { type: 'admin', id: me.admin.id, name: me.admin.name, email: me.admin.email },
    attachments: files.map(({ name, content_type }) => ({
      ...{ type: 'upload' as const, name, content_type, url: '', filesize: 0, width: null, height: null },
    })),
    ...{ redacted: false, email_message_metadata: null, metadata: null, state: 'open', tags: [] },
    ...{ event_details: null, app_package_code: null },
    ...(translation && { translations: bothOf(body, translation) }),
  }
}

const bothOf = (
  body: string,
  { locale, original_locale: original, body: sent }: NonNullable<NewReply['translation']>,
): Record<string, string> => ({ original, [original]: body, [locale]: sent })

function change(id: string, to: (parts: Part[]) => Part[]): void {
  pending = new Map(pending).set(id, to(pending.get(id) ?? []))
  for (const listen of listeners) listen()
}
