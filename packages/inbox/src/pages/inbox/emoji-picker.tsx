import { Smile } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../text/t.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'

/** What one writes to customers; the system's own picker has the rest. */
const EMOJI = [
  ...'😀 😄 😁 😅 😂 🙂 😉 😊 😍 🤗 🤔 😎 😇 🥳 😬 😕 😢 😞 😮 🤯'.split(' '),
  ...'👍 👎 👌 🙏 👏 🙌 💪 🤝 👋 ✌️ 🤞 👀 ❤️ 🧡 💛 💚 💙 💜 ✨ ⭐'.split(' '),
  ...'🎉 🎁 🎂 🔥 💡 ✅ ❌ ⚠️ ❓ ❗ 📎 📦 📅 ⏰ 📧 📞 🔗 🔒 🔑 🛠️'.split(' '),
  ...'🚀 🏠 🌱 🌿 🍅 🌻 🌍 ☀️ 🌧️ ☕ 🍕 🚚 💳 💶 🧾 📈 🐛 🧪 🎨 🎧'.split(' '),
]

export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      label={t('inbox.emoji')}
      open={isOpen}
      onOpenChange={setOpen}
      side="top"
      className="p-2!"
      trigger={
        <IconButton size="sm" label={t('inbox.emoji')} icon={<Smile size={15} aria-hidden="true" />} />
      }
    >
      <div className="grid grid-cols-10 gap-0.5">
        {EMOJI.map(emoji => (
          <button
            key={emoji}
            type="button"
            onClick={() => {
              setOpen(false)
              onPick(emoji)
            }}
            className="flex size-7.5 items-center justify-center rounded-md text-lg hover:bg-hover"
          >
            {emoji}
          </button>
        ))}
      </div>
    </Popover>
  )
}
