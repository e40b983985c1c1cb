import { parseArgs } from 'node:util'
import { closest } from '../kernel/input/issue.js'
import type { Command, Given, Option, Options } from './command.js'
import { usage } from './exit.js'

/** The options of every command. */
export const COMMON: Options = {
  help: { short: 'h', help: 'show this' },
  quiet: { short: 'q', help: 'say nothing but what is wrong' },
}

/** Reads what stands after the name of a command, or says what is wrong with it. */
export function readArgs(name: string, command: Command, args: readonly string[]): Given {
  const options: Options = { ...command.options, ...COMMON }
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(options).map(([key, one]) => [key, parsed(one)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const values = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (option === undefined) throw unknownOption(token.rawName, options, name)
    values.set(token.name, [...(values.get(token.name) ?? []), givenValue(token, option)])
  }
  if (!values.has('help')) checkCount(name, command, positionals)
  return {
    arguments: positionals,
    text: (key) => values.get(key)?.at(-1),
    texts: (key) => values.get(key) ?? [],
    has: (key) => values.has(key),
  }
}

function parsed({ value, short, many }: Option) {
  const type = value === undefined ? ('boolean' as const) : ('string' as const)
  return { type, multiple: many === true, ...(short !== undefined && { short }) }
}

function givenValue(
  token: { rawName: string; value?: string | undefined },
  option: Option,
): string {
  const { rawName, value } = token
  if (option.value === undefined) {
    if (value === undefined) return ''
    throw usage(`${rawName} takes no value, and was given "${value}".`)
  }
  // The next option in the place of a value: the value was forgotten.
  if (value === undefined || /^--\w/.test(value))
    throw usage(`${rawName} needs a value: ${rawName} ${option.value}.`)
  if (option.of === undefined || option.of.includes(value)) return value
  throw usage(
    `${rawName} is one of ${option.of.join(', ')}, not "${value}".${meant(value, option.of)}`,
  )
}

function unknownOption(rawName: string, options: Options, command: string) {
  const known = Object.keys(options).map((key) => `--${key}`)
  return usage(
    `There is no option ${rawName}.${meant(rawName, known)}`,
    `sales-rules ${command} --help lists them.`,
  )
}

/** ` Did you mean …?`, or nothing. */
export function meant(word: string, known: readonly string[]): string {
  const suggestion = closest(word, known)
  return suggestion === null ? '' : ` Did you mean ${suggestion}?`
}

function checkCount(name: string, command: Command, given: readonly string[]): void {
  const required = command.arguments.filter((one) => !one.startsWith('['))
  const most = command.arguments.some((one) => one.includes('…'))
    ? Number.POSITIVE_INFINITY
    : command.arguments.length
  const line = `sales-rules ${[name, ...command.arguments].join(' ')}`
  const missing = required[given.length]
  if (missing !== undefined)
    throw usage(
      `${missing.replace('…', '')} is missing: ${line}.`,
      `sales-rules ${name} --help shows examples.`,
    )
  if (given.length > most) throw usage(`"${given[most]}" is one argument too many: ${line}.`)
}
