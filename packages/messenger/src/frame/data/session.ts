import { messengerDoings } from '@guichet/contract/operations/messenger/doings.ts'
import { messengerBoot, messengerSessions } from '@guichet/contract/operations/messenger/sessions.ts'
import type { Look, PageSettings, Place } from '../../protocol/messages.ts'
import { direction, speak, t } from '../text/t.ts'
import { call, useSession } from './api.ts'
import { inkOn, paint } from './colors.ts'
import { restore } from './outbox.ts'
import { moveTo } from './place.ts'
import { change, now, reset, type Settings } from './store.ts'

let session: string | undefined
let told: PageSettings = {}

export interface Begun {
  session: string
  seconds: number
  userId: string | undefined
  unread: number
  look: Look
}

/** Starts, or goes on as somebody else: as who the page says, or as the browser was before. */
export async function begin(settings: PageSettings, kept: string | undefined, place: Place): Promise<Begun> {
  told = settings
  moveTo(place)
  const user_data = { ...settings }
  const request = {
    app_id: String(settings['app_id'] ?? ''),
    user_data,
    ...(kept !== undefined && { session: kept }),
  }
  const booted = await call(messengerBoot.boot, { body: request })
  if (now().contact && now().contact?.id !== booted.contact.id) reset()
  session = booted.session
  useSession(session)
  const { contact, settings: own, unread_count: unread } = booted
  change({ contact, settings: own, unread })
  if (own.spaces[0] && now().trail.length === 0 && now().route.at === 'home')
    change({ route: { at: own.spaces[0] } })
  await speak([...wordOf(settings['language_override']), ...navigator.languages], own.languages)
  const look = lookOf(own, settings)
  paint(look.color, settings)
  restore()
  void call(messengerDoings.pageView, { body: place }).catch(() => {})
  return {
    ...{ session, seconds: Math.max(0, booted.expires_at - Math.floor(Date.now() / 1000)), unread, look },
    userId: contact.user_id ?? undefined,
  }
}

const IDENTITY = ['user_id', 'email', 'user_hash', 'intercom_user_jwt'] as const

/** Tells more of somebody; undefined where it says that they are somebody else, who has to be begun with. */
export async function tell(settings: PageSettings, place: Place): Promise<'told' | 'another'> {
  moveTo(place)
  const before = told
  told = { ...told, ...settings }
  if (IDENTITY.some(key => settings[key] !== undefined && settings[key] !== before[key])) return 'another'
  const { settings: own } = now()
  if (own) {
    paint(lookOf(own, told).color, told)
    if (settings['language_override'] !== undefined)
      await speak([...wordOf(settings['language_override']), ...navigator.languages], own.languages)
  }
  change({})
  await Promise.all([
    call(messengerDoings.pageView, { body: place }),
    Object.keys(settings).length > 0 &&
      call(messengerSessions.update, { body: { user_data: settings } }).then(contact => change({ contact })),
  ])
  return 'told'
}

/** What a page has told so far. */
export const toldSoFar = (): PageSettings => told
export const sessionNow = (): string | undefined => session
export const lookNow = (): Look | undefined => {
  const { settings } = now()
  return settings && lookOf(settings, told)
}

/** Leaves an address to be answered at. */
export async function leaveEmail(email: string): Promise<void> {
  change({ contact: await call(messengerSessions.update, { body: { user_data: { email } } }) })
}

export async function end(): Promise<void> {
  await call(messengerSessions.end, {}).catch(() => {})
  useSession(undefined)
}

const wordOf = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : [])

const COLOR = /^#[0-9a-f]{6}$/i

function lookOf(own: Settings, settings: PageSettings): Look {
  const asked = settings['action_color'] ?? settings['background_color']
  const color = typeof asked === 'string' && COLOR.test(asked) ? asked : own.color
  return {
    ...{ color, ink: inkOn(color), alignment: own.alignment, direction: direction() },
    ...{ horizontalPadding: own.horizontal_padding, verticalPadding: own.vertical_padding },
    launcherVisible: own.launcher_visible,
    says: {
      ...{
        open: t('open'),
        close: t('close'),
        unread: t('unread'),
        title: t('messenger'),
        dismiss: t('dismiss'),
        banner: t('banner'),
      },
    },
  }
}
