/** Markup that may go into a page as it is. Only `html` makes it. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Value = string | Markup | Markup[]

/** A template whose values are escaped, unless they are markup already. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
  const texts = parts.map((part, at) => part + textOf(values[at] ?? ''))
  return new Markup(texts.join(''))
}

function textOf(value: Value): string {
  if (value instanceof Markup) return value.text
  return Array.isArray(value) ? value.map(textOf).join('') : escapeHtml(value)
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
