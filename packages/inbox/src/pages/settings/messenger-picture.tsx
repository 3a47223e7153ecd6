import { useEffect, useRef, useState } from 'react'
import { useMe } from '../../data/me.ts'
import type { MessengerSettings } from '../../data/messenger-settings.ts'
import { useTeammates } from '../../data/teammates.ts'
import { t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'

/** The message that brings a frame of the messenger its port. */
const CONNECT = 'guichet:connect'

/** The messenger itself, drawn from settings that are not saved yet. It is to be looked at: nobody is known to it. */
export function MessengerPicture({ settings, language }: { settings: MessengerSettings; language: string }) {
  const { workspace } = useMe()
  const teammates = useTeammates().data?.data ?? []
  const frame = useRef<HTMLIFrameElement>(null)
  const [port, setPort] = useState<MessagePort>()
  const connect = () => {
    const { port1, port2 } = new MessageChannel()
    frame.current?.contentWindow?.postMessage(CONNECT, window.location.origin, [port2])
    setPort(port1)
  }
  useEffect(() => {
    const faces = teammates.slice(0, 3).map(({ id, name, avatar_url }) => ({ id, name, avatar: avatar_url }))
    port?.postMessage({ do: 'pretend', as: { settings, language, workspaceName: workspace.name, faces } })
  })
  const isLeft = settings.alignment === 'left'
  const isThere = settings.launcher_visible && settings.shown_to.length > 0
  return (
    <figure className="self-start py-6 xl:sticky xl:top-0">
      <figcaption className="mb-2 text-faint">{t('messengers.picture')}</figcaption>
      <div className="rounded-xl border border-line bg-sunken p-4">
        <iframe
          ref={frame}
          src="/messenger/frame"
          title={t('messengers.picture')}
          onLoad={connect}
          inert
          className="h-[30rem] w-full rounded-xl border border-line bg-surface shadow-md"
        />
        <div className={cx('mt-3 flex h-12', isLeft ? 'justify-start' : 'justify-end')} dir="ltr">
          {isThere ? (
            <span
              aria-hidden="true"
              className="flex size-12 items-center justify-center rounded-full shadow-md"
              style={{ background: settings.color, color: inkOn(settings.color) }}
            >
              <svg viewBox="0 0 24 24" className="size-6 fill-none stroke-current stroke-[1.8]">
                <title>{t('messengers.launcher')}</title>
                <path d="M4 5.5h16v11h-8.5L7 20v-3.5H4z M8 9.5h8 M8 12.5h5" />
              </svg>
            </span>
          ) : (
            <span className="self-center text-faint">{t('messengers.noLauncher')}</span>
          )}
        </div>
      </div>
    </figure>
  )
}

/** Black or white, whichever is more legible on a colour, as the messenger itself chooses. */
function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map(share => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#10181a' : '#ffffff'
}
