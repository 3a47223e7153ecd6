import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { Complaint, codeOf, reasonOf } from './complaint.ts'

/** One thing the command line does. */
export interface Command {
  /** How to call it, without `npx guichet`. One line for each way. */
  usage: string[]
  run(args: string[], config: Config): Promise<void>
}

/** Options that take a value, by name; all may be left out. Refuses what is not one of them. */
export function readOptions<Name extends string>(
  args: string[],
  names: readonly Name[],
): { given: Partial<Record<Name, string>>; rest: string[] } {
  const options: ParseArgsOptionsConfig = Object.fromEntries(names.map(name => [name, { type: 'string' }]))
  const { values, positionals } = parse(args, options)
  const given: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = values[name]
    if (typeof value === 'string') given[name] = value
  }
  return { given, rest: positionals }
}

function parse(args: string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    if (codeOf(error)?.startsWith('ERR_PARSE_ARGS')) throw new Complaint(`${reasonOf(error).split('. ')[0]}.`)
    throw error
  }
}
