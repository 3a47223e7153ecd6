/** What a macro can ask for, by the names that its placeholders have. */
export type MacroValues = Record<string, string | null | undefined>

/**
 * The HTML of a macro with its placeholders filled in: as elements, which is how the API gives them, or as they were written,
 * `{{contact.first_name | fallback: "there"}}`. One that nothing is known of is its fallback.
 */
export const fillMacro = (html: string, values: MacroValues): string =>
  html
    .replace(ELEMENT, (_, key: string, other?: string) => valueFor(values, key) ?? other ?? '')
    .replace(
      WRITTEN,
      (_, key: string, double?: string, single?: string, bare?: string) =>
        valueFor(values, key) ?? double ?? single ?? bare?.trim() ?? '',
    )

const ELEMENT = /<attribute key="([^"]*)"(?: default="([^"]*)")?\s*\/>(?:<\/attribute>)?/g
const WRITTEN =
  /\{\{\s*([^{}|]+?)\s*(?:\|\s*(?:fallback:\s*)?(?:(?:"|&quot;)([^{}]*?)(?:"|&quot;)|(?:'|&#39;)([^{}]*?)(?:'|&#39;)|([^{}]*?))\s*)?\}\}/g

/** Fit to stand in HTML. A contact is also called a user, and what is said of nobody in particular is said of them. */
function valueFor(values: MacroValues, key: string): string | undefined {
  const name = key.trim().replace(/^user\./, 'contact.')
  const value = values[name] ?? values[`contact.${name}`]
  return value ? escaped(value) : undefined
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
