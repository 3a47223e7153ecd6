/** What floats above the page: menus, popovers, lists of choices. It comes softly and goes at once: the next key is for the page. */
export const popupClass =
  'origin-(--transform-origin) rounded-lg bg-raised text-base text-ink shadow-md outline-none transition-[opacity,scale] data-starting-style:scale-[0.98] data-starting-style:opacity-0 data-ending-style:transition-none'

/** One choice of a menu or list. */
export const choiceClass =
  'flex h-8 cursor-default select-none items-center gap-2 rounded-md px-2 text-base outline-none data-highlighted:bg-hover data-disabled:opacity-50'
