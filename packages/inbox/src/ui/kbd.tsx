import { keyCaps } from './keys.ts'

/** A key to press, shown where it can be learned. Screen readers hear of it by `aria-keyshortcuts` instead. */
export const Kbd = ({ keys }: { keys: string }) => (
  <span aria-hidden="true" className="inline-flex shrink-0 items-center gap-1">
    {keyCaps(keys).map((caps, at) => (
      <kbd
        // biome-ignore lint/suspicious/noArrayIndexKey: the presses of a shortcut never move
        key={at}
        className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line bg-sunken px-1 font-sans text-xs text-soft"
      >
        {caps.join(' ')}
      </kbd>
    ))}
  </span>
)
