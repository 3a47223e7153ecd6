import type { Part } from '../data/store.ts'

/** Somebody's picture, or their initials. It stands beside their name, or says nothing. */
export function Face({ name, avatar, size = 32 }: { name: string; avatar: string | null; size?: number }) {
  const style = { width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.38)}px` }
  if (avatar !== null) return <img class="face" src={avatar} alt="" style={style} loading="lazy" />
  return (
    <span class="face" style={{ ...style, '--hue': String(hueOf(name)) }} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

export const authorFace = ({ author }: Part, size?: number) => (
  <Face name={author.name ?? '?'} avatar={author.avatar} {...(size !== undefined && { size })} />
)

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map(word => [...word][0]?.toUpperCase() ?? '')
    .join('')

const hueOf = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7)
