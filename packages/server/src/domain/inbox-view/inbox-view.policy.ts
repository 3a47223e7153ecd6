import { errors, problem } from '@guichet/contract/errors.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import type { InboxViewRow } from './inbox-view.sql.ts'

export const mayKeepViews = permission('read_conversations')

/** What everybody sees is for those who work in the inbox. */
export const mayShareViews = permission('write_conversations')

const mayManageOthers = permission('manage_workspace')

/** A view is changed by whoever made it; a shared one also by those who run the workspace. Others' own are not seen at all. */
export function mayChangeView(actor: Actor, view: InboxViewRow): void {
  if (view.admin_id === actor.adminId) return
  if (!view.is_shared) throw problem(errors.notFound)
  mayManageOthers(actor)
}
