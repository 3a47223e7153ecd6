import { invalid } from '@guichet/contract/errors.ts'
import { fieldsOf } from '@guichet/contract/fields.ts'
import { MessengerSettings } from '@guichet/contract/models/messenger.ts'
import type { UpdateMessengerSettingsRequest } from '@guichet/contract/operations/inbox/messenger-settings.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { Compile } from 'typebox/schema'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { checkAim, isMeantFor } from '../audience/index.ts'
import { permission } from '../permission.ts'
import { mergeMessengerSettings, selectMessengerSettings } from './settings.sql.ts'

export type Settings = Static<typeof MessengerSettings>
type Change = Static<typeof UpdateMessengerSettingsRequest>

const maySeeSettings = permission('use_app')
const mayChangeSettings = permission('manage_workspace')

const SPACES: Settings['spaces'] = ['home', 'messages', 'help', 'tickets', 'news']

/** As a messenger looks that nobody has changed. */
const USUAL: Settings = {
  type: 'messenger_settings',
  ...{ color: '#0b6b57', alignment: 'right', horizontal_padding: 20, vertical_padding: 20 },
  ...{ launcher_visible: true, shown_to: ['visitors', 'leads', 'users'], aim: null },
  ...{ languages: ['en', 'fr'], greetings: {}, spaces: SPACES, asks_for_email: true },
}

/** How the messenger of a workspace looks, whoever asks. */
export async function settingsOf(tx: Tx, workspaceId: string): Promise<Settings> {
  const settings = { ...USUAL, ...fieldsOf(await selectMessengerSettings(tx, workspaceId)) }
  return settingsShape.Check(settings) ? settings : USUAL
}

const settingsShape = Compile(MessengerSettings)

/** The same, for teammates. */
export async function findMessengerSettings(tx: Tx, actor: Actor): Promise<Settings> {
  maySeeSettings(actor)
  return settingsOf(tx, actor.workspace.id)
}

/** Changes how the messenger looks; 400 for what cannot be shown. */
export async function updateMessengerSettings(tx: Tx, actor: Actor, change: Change): Promise<Settings> {
  mayChangeSettings(actor)
  check(change)
  if (change.aim) await checkAim(tx, actor, change.aim)
  await mergeMessengerSettings(tx, actor, change)
  return settingsOf(tx, actor.workspace.id)
}

/** The same, as a contact sees it: the launcher is there for some and not for others, who are not told whom it is for. */
export async function settingsFor(
  tx: Tx,
  actor: Actor,
  { id, role }: { id: string; role: string },
): Promise<Settings> {
  const { aim, ...settings } = await settingsOf(tx, actor.workspace.id)
  const isOfKind = settings.launcher_visible && settings.shown_to.some(kind => kind === `${role}s`)
  return { ...settings, launcher_visible: isOfKind && (!aim || (await isMeantFor(tx, actor, id, aim))) }
}

function check({ color, languages, spaces, greetings, shown_to, ...paddings }: Change): void {
  if (color !== undefined && !/^#[0-9a-f]{6}$/i.test(color))
    throw invalid('color must be such as #0b6b57', 'color')
  for (const name of ['horizontal_padding', 'vertical_padding'] as const) {
    const padding = paddings[name]
    if (padding !== undefined && (padding < 20 || padding > 500))
      throw invalid(`${name} must be from 20 to 500`, name)
  }
  if (languages?.length === 0) throw invalid('languages must name one', 'languages')
  for (const language of [...(languages ?? []), ...Object.keys(greetings ?? {})])
    if (!/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(language))
      throw invalid(`${language} is no language`, 'languages')
  if (spaces && (spaces.length === 0 || new Set(spaces).size < spaces.length))
    throw invalid('spaces must name each once, and one at least', 'spaces')
  if (shown_to && new Set(shown_to).size < shown_to.length)
    throw invalid('shown_to must name each once', 'shown_to')
  for (const { greeting, introduction } of Object.values(greetings ?? {}))
    if (greeting.length > 120 || introduction.length > 300)
      throw invalid('greetings may have 120 characters, and introductions 300', 'greetings')
}
