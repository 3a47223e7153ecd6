import { errors, problem } from '@guichet/contract/errors.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'

const mayManage = permission('manage_sandbox')

/** Who may make sandboxes, from any workspace. */
export const mayMakeSandboxes = mayManage

/** What tries things out is done in a sandbox alone: 403 in every other workspace. */
export function mayRunSandbox(actor: Actor): void {
  mayManage(actor)
  if (!actor.workspace.sandbox) throw problem(errors.notASandbox)
}
