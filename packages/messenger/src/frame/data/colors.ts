import type { PageSettings } from '../../protocol/messages.ts'

/** Black or white, whichever is more legible on a colour. */
export const inkOn = (color: string): string => (luminance(color) > 0.179 ? '#10181a' : '#ffffff')

/** Draws the panel in the colour of the workspace or the page, dark or light as the page wants or the reader's system is. */
export function paint(color: string, settings: PageSettings): void {
  const { documentElement: root } = document
  root.style.setProperty('--brand', color)
  root.style.setProperty('--on-brand', inkOn(color))
  const own = (name: string) => (typeof settings[name] === 'string' ? settings[name] : undefined)
  const head = own('background_color')
  root.style.setProperty('--head', head && HEX.test(head) ? head : color)
  root.style.setProperty('--on-head', inkOn(head && HEX.test(head) ? head : color))
  // What is coloured on white or on black has to be legible there.
  root.style.setProperty(
    '--accent-light',
    mixedUntil(color, 0, ratio => ratio >= 4.6, '#ffffff'),
  )
  root.style.setProperty(
    '--accent-dark',
    mixedUntil(color, 255, ratio => ratio >= 6, '#1b2225'),
  )
  const theme = own('theme_mode')
  if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme
  else delete root.dataset['theme']
}

const HEX = /^#[0-9a-f]{6}$/i

/** A colour moved towards black or white until it is legible on another. */
function mixedUntil(color: string, towards: 0 | 255, enough: (ratio: number) => boolean, on: string): string {
  let mixed = color
  for (let share = 0; share <= 1; share += 0.05) {
    mixed = `#${channels(color)
      .map(each =>
        Math.round(each + (towards - each) * share)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`
    if (enough(contrast(mixed, on))) break
  }
  return mixed
}

const channels = (color: string): number[] =>
  [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16))

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map(each => {
    const share = each / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}
