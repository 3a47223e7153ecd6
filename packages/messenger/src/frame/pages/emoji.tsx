import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { t } from '../text/t.ts'

const EMOJI = [...'🙂😀😂😊😍🤔😅😢😭😡🙏👍👎👏🙌👋🎉🔥✨💚🌱🌻✅❓'].filter(each => each !== '\u{FE0F}')

/** A few faces to write with; all others come from the keyboard of whoever has one. */
export function Emoji({ onPick }: { onPick: (emoji: string) => void }) {
  const [isOpen, open] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const away = ({ target }: Event) =>
      target instanceof Node && !place.current?.contains(target) && open(false)
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [isOpen])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the key that closes what is in it.
    <div
      class="emoji"
      ref={place}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !isOpen) return
        event.preventDefault()
        event.stopPropagation()
        open(false)
      }}
    >
      <button
        type="button"
        class="icon-button"
        aria-label={t('emoji')}
        aria-expanded={isOpen}
        onClick={() => open(!isOpen)}
      >
        <Icon name="emoji" />
      </button>
      {isOpen && (
        <div class="emoji-list">
          {EMOJI.map(emoji => (
            <button
              key={emoji}
              type="button"
              onClick={() => {
                open(false)
                onPick(emoji)
              }}
            >
              {emoji}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
