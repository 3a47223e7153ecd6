import { errors, invalid, type Problem, problem } from '@guichet/contract/errors.ts'

/** Deeper than any body of the API, and shallow enough for everything that walks one. */
const MAX_DEPTH = 64

/**
 * Parses a request body. An empty one is undefined. Refuses what is not JSON, what is nested too deep to walk, and
 * text that PostgreSQL cannot keep (NUL, halves of surrogate pairs).
 */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined
  if (depth(text) > MAX_DEPTH) throw invalid(`The request body is nested more than ${MAX_DEPTH} levels deep`)
  const value = parse(text)
  if (SUSPICIOUS.test(text)) checkText(value)
  return value
}

/** Refuses text that cannot be stored. */
export function checkText(value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) throw unstorable()
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      checkText(key)
      checkText(inner)
    }
  }
}

/** Only these spellings can put such a character into a value, so most bodies are not walked. */
const SUSPICIOUS = /\\u(?:0000|d[89a-f])|\0|\p{Surrogate}/iu

const unstorable = (): Problem =>
  invalid('The request holds a character that cannot be stored (NUL or half a surrogate pair)')

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw problem(errors.malformedJson)
  }
}

/** The deepest nesting, strings passed over; wrong only for text that is not JSON anyway. */
function depth(text: string): number {
  if (text.length <= MAX_DEPTH) return 0
  let deepest = 0
  let level = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at)
    if (quoted) {
      if (char === BACKSLASH) at += 1
      else if (char === QUOTE) quoted = false
    } else if (char === QUOTE) quoted = true
    else if (char === OPEN_BRACE || char === OPEN_BRACKET) deepest = Math.max(deepest, ++level)
    else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) level -= 1
  }
  return deepest
}

const QUOTE = 34
const BACKSLASH = 92
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const OPEN_BRACE = 123
const CLOSE_BRACE = 125
