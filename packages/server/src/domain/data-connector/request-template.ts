import type { DataInput } from './stored.ts'

const TEMPLATE = /\{\{\s*([\w.-]+)\s*\}\}/g

/** A text whose templates have become a letter each, to see what remains. */
export const withoutTemplates = (text: string): string => text.replace(TEMPLATE, 'x')

/** What a connector is told, by the names of its inputs. */
export type Values = ReadonlyMap<string, string>

/** The values of the inputs, their defaults where none is given; or what is wrong with them. */
export function readValues(inputs: DataInput[], given: Record<string, unknown>): Values | string {
  const values = new Map<string, string>()
  for (const { name, type, required, default_value } of inputs) {
    const value = textOf(given[name]) || default_value
    if (value === '' && required) return `The input ${name} is missing`
    if (value !== '' && !FITS[type](value)) return `The input ${name} must be of type ${type}`
    values.set(name, value)
  }
  return values
}

const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const FITS: Record<DataInput['type'], (value: string) => boolean> = {
  string: () => true,
  integer: value => /^\s*-?\d+\s*$/.test(value),
  decimal: value => value.trim() !== '' && Number.isFinite(Number(value)),
  boolean: value => value === 'true' || value === 'false',
}

/** An address: values stand in it as parts of a path or a query, whatever they hold. */
export const fillUrl = (template: string, values: Values): string =>
  fill(template, values, encodeURIComponent)

/** A header: values do not end it. */
export const fillHeader = (template: string, values: Values): string =>
  fill(template, values, value => value.replace(/[\r\n\0]+/g, ' '))

/** A body: in one of JSON values stay inside their strings. */
export const fillBody = (template: string, values: Values): string =>
  fill(template, values, /^\s*[[{]/.test(template) ? insideJson : value => value)

const insideJson = (value: string): string => JSON.stringify(value).slice(1, -1)

/** A template that names no input stands for nothing. */
const fill = (template: string, values: Values, fit: (value: string) => string): string =>
  template.replace(TEMPLATE, (_, name: string) => fit(values.get(name) ?? ''))
