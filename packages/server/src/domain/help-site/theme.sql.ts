import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'

export type ThemeRow = NonNullable<Awaited<ReturnType<typeof selectTheme>>>

/** How a help center of the workspace looks. */
export const selectTheme = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('help_centers')
    .select(['id', 'identifier', 'display_name', 'website_turned_on', 'custom_domain', 'accent_color'])
    .select([
      'headline',
      'logo_url',
      'links',
      'contact_form',
      'contact_ticket_type_id',
      'shows_news',
      'locales',
    ])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

export interface ThemePatch {
  display_name?: string
  website_turned_on?: boolean
  custom_domain?: string | null
  accent_color?: string
  headline?: Record<string, string>
  logo_url?: string | null
  links?: { label: string; url: string }[]
  contact_form?: boolean
  contact_ticket_type_id?: number | null
  shows_news?: boolean
}

export async function updateTheme(
  tx: Tx,
  actor: Actor,
  id: number,
  { headline, links, ...patch }: ThemePatch,
): Promise<void> {
  await tx
    .updateTable('help_centers')
    .set({
      ...{ ...patch, updated_at: actor.now },
      ...(headline && { headline: json(headline) }),
      ...(links && { links: json(links) }),
    })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}
