import { Avatar as Base } from '@base-ui/react/avatar'
import { cx } from './cx.ts'

const SIZES = { sm: 'size-5 text-[0.5625rem]', md: 'size-7 text-xs', lg: 'size-10 text-md' }

/** Hues far enough apart to tell people by; the same name always gets the same. */
const TINTS = [
  'bg-[light-dark(oklch(92%_0.05_25),oklch(38%_0.06_25))] text-[light-dark(oklch(42%_0.1_25),oklch(90%_0.05_25))]',
  'bg-[light-dark(oklch(92%_0.06_75),oklch(38%_0.05_75))] text-[light-dark(oklch(42%_0.08_70),oklch(90%_0.06_80))]',
  'bg-[light-dark(oklch(92%_0.06_130),oklch(38%_0.05_135))] text-[light-dark(oklch(41%_0.08_135),oklch(90%_0.06_130))]',
  'bg-[light-dark(oklch(92%_0.045_200),oklch(38%_0.045_205))] text-[light-dark(oklch(41%_0.07_210),oklch(90%_0.04_200))]',
  'bg-[light-dark(oklch(92%_0.04_260),oklch(39%_0.06_265))] text-[light-dark(oklch(42%_0.1_265),oklch(90%_0.04_260))]',
  'bg-[light-dark(oklch(92%_0.045_320),oklch(38%_0.06_320))] text-[light-dark(oklch(42%_0.1_320),oklch(90%_0.05_320))]',
]

/** Somebody's picture, or the letters of their name. Decoration: the name stands beside it. */
export function Avatar({
  name,
  image,
  size = 'md',
  square = false,
  className,
}: {
  name: string
  image?: string | null | undefined
  size?: keyof typeof SIZES
  square?: boolean
  className?: string
}) {
  return (
    <Base.Root
      aria-hidden="true"
      className={cx(
        'inline-flex shrink-0 select-none items-center justify-center overflow-hidden font-semibold',
        square ? 'rounded-md' : 'rounded-full',
        SIZES[size],
        TINTS[hashOf(coreOf(name)) % TINTS.length],
        className,
      )}
    >
      {image && <Base.Image src={image} alt="" className="size-full object-cover" />}
      <Base.Fallback>{initialsOf(coreOf(name))}</Base.Fallback>
    </Base.Root>
  )
}

/** A name without what is said of it in brackets, by which nobody is known. */
const coreOf = (name: string): string => name.replace(/\s+\([^()]*\)$/, '')

function initialsOf(name: string): string {
  const [first = '', ...others] = name.trim().split(/\s+/)
  return [first, others.at(-1) ?? '']
    .map(word => [...word][0] ?? '')
    .join('')
    .toUpperCase()
}

const hashOf = (text: string): number =>
  [...text].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7)
