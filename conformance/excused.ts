import { readFile } from 'node:fs/promises'
import type { Flaw, Walk } from './walker.ts'

/** A check of the walker that is wrong, of an operation at some versions; excused.json tells why. */
interface Excuse {
  operation: string
  versions: string[]
  /** The kind of the negative check; the operation's own verdict when left out. */
  negative?: string
  /** Each reason that the walker gives has one of these in it. */
  says: string[]
  because: string
  evidence: string
}

const excuses: Excuse[] = JSON.parse(await readFile(new URL('excused.json', import.meta.url), 'utf8'))

export interface Judgement {
  /** Flaws that nothing excuses, one line each. */
  unexcused: string[]
  /** Excuses that are not needed any more. */
  idle: string[]
}

/** Holds what a walk found against what it is excused from finding. */
export function judge({ version, flaws }: Walk): Judgement {
  const mine = excuses.filter(({ versions }) => versions.includes(version))
  return {
    unexcused: flaws.filter(flaw => !mine.some(excuse => covers(excuse, flaw))).map(describe),
    idle: mine
      .filter(excuse => !flaws.some(flaw => concerns(excuse, flaw)))
      .map(({ operation, negative }) => [operation, negative].filter(Boolean).join('  ')),
  }
}

const concerns = ({ operation, negative }: Excuse, flaw: Flaw): boolean =>
  operation === flaw.operation && negative === flaw.negative

const covers = (excuse: Excuse, flaw: Flaw): boolean =>
  concerns(excuse, flaw) &&
  flaw.reasons.length > 0 &&
  flaw.reasons.every(reason => excuse.says.some(words => reason.includes(words)))

const describe = ({ operation, negative, reasons }: Flaw): string =>
  `${operation}  ${negative ? `${negative}: ` : ''}${reasons.slice(0, 3).join('; ')}`
