import type { MessengerSettings } from '@guichet/contract/models/messenger.ts'
import type { Static } from '@guichet/contract/schema.ts'

/** What pages give to `Intercom('boot', …)` and `Intercom('update', …)`: settings of the messenger, and of its user. */
export type PageSettings = Record<string, unknown>

/** The page somebody looks at. */
export interface Place {
  url: string
  referrer: string
}

/** What can be opened. */
export type Shown =
  | { at: 'home' | 'messages' | 'help' | 'tickets' | 'news' }
  | { at: 'new'; text?: string; send?: boolean }
  | { at: 'conversation' | 'article' | 'newsItem'; id: string }
  /** Home, or the messages where some are unread. */
  | { at: 'usual' }

/** How a messenger would look with settings that are not saved yet, in one of its languages. It knows nobody, and asks for nothing. */
export interface Pretence {
  settings: Static<typeof MessengerSettings>
  language: string
  workspaceName: string
  faces: { id: string; name: string; avatar: string | null }[]
}

/** What the page tells the frame. The first is always `boot`, but for a picture; what follows waits for it. */
export type ToFrame =
  | { do: 'pretend'; as: Pretence }
  | { do: 'boot'; settings: PageSettings; session: string | undefined; place: Place }
  | { do: 'update'; settings: PageSettings; place: Place }
  | { do: 'shutdown' }
  | { do: 'visible'; visible: boolean }
  | { do: 'show'; show: Shown }
  | { do: 'banner'; act: 'dismiss' | 'click'; viewId: string; reaction?: string }
  | { do: 'track'; name: string; metadata: Record<string, unknown> | undefined }

/** Words of a banner. A page is never handed markup to draw. */
export interface Words {
  text: string
  bold?: true
  href?: string
}

/** Something to tell at the edge of a page. */
export interface Banner {
  viewId: string
  title: string | null
  words: Words[]
  style: 'inline' | 'floating'
  position: 'top' | 'bottom'
  dismissible: boolean
  action: { label: string | null; target: string | null; reactions: string[] } | null
}

/** How the launcher looks and what it says. */
export interface Look {
  color: string
  /** What is legible on the colour. */
  ink: string
  alignment: 'left' | 'right'
  horizontalPadding: number
  verticalPadding: number
  launcherVisible: boolean
  direction: 'ltr' | 'rtl'
  says: { open: string; close: string; unread: string; title: string; dismiss: string; banner: string }
}

/** What the frame tells the page. */
export type ToPage =
  | { tell: 'booted'; session: string; seconds: number; userId: string | undefined; look: Look }
  | { tell: 'refused'; why: string }
  | { tell: 'ended' }
  | { tell: 'unread'; count: number }
  | { tell: 'close' }
  | { tell: 'email' }
  | { tell: 'banners'; banners: Banner[] }
  | { tell: 'preview'; author: string; text: string; conversationId: string }

/** The one message that is not sent through the port: it brings the port. */
export const CONNECT = 'guichet:connect'
