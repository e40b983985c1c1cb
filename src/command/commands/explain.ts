import type { ExplainedFunction, ExplainedOutcome } from '../../explain/index.js'
import { type ExplainOptions, explain } from '../../explain/index.js'
import { attempt } from '../../kernel/index.js'
import { meant } from '../args.js'
import type { Command, Given } from '../command.js'
import { EXIT, Failure, usage } from '../exit.js'
import { POLICY_OPTIONS, readPolicy } from '../policyFile.js'
import { readJsonOrLines } from '../read/json.js'
import { nameOf } from '../read/source.js'
import { LOCALE_OPTION, localeOf, voiceOf } from '../words.js'
import { openOutput } from '../write/output.js'

const FORMATS = ['text', 'markdown', 'html', 'csv'] as const

export const command: Command = {
  arguments: ['statement.json'],
  examples: [
    { line: 'explain statement.json --locale zh-CN', does: 'why this number, in Chinese' },
    { line: 'explain statements.ndjson --depth line', does: 'one sentence for each payee' },
    {
      line: 'explain statements.ndjson --payee E-7 --name "Wei Li" --format html --output wei.html',
      does: 'a page to print',
    },
  ],
  options: {
    ...LOCALE_OPTION,
    format: { value: 'FORMAT', of: FORMATS, help: 'the form; text by default' },
    depth: {
      value: 'DEPTH',
      of: ['line', 'short', 'full'],
      help: 'how much is said; full by default',
    },
    amounts: {
      value: 'FORM',
      of: ['full', 'wan'],
      help: 'how amounts are written; in Chinese, wan is 120万 for 1,200,000',
    },
    payee: { value: 'ID', help: 'only what is about this payee' },
    name: { value: 'NAME', help: 'the name of the person it is about' },
    state: { value: 'WORD', help: 'draft or final, in your words' },
    plan: { value: 'FILE', help: 'the plan of a commission, so that all its tiers are shown' },
    of: { value: 'FUNCTION', help: 'the function that returned it, where that cannot be told' },
    output: { short: 'o', value: 'FILE', help: 'write to a file, which is there once it is whole' },
    ...POLICY_OPTIONS,
  },
  notes: ['Takes what a rule returned, as JSON: one outcome, or one on each line.'],
  run: async (given, io) => {
    const [file = ''] = given.arguments
    const outcomes = outcomesOf(await readJsonOrLines(file, io), given)
    requireOneEach(outcomes, given)
    const plan = given.text('plan')
    const policy = plan === undefined ? undefined : await readPolicy(plan, 'commission', given, io)
    const options = { ...optionsOf(given), ...(policy && { policy }) } as ExplainOptions
    const output = openOutput(given.text('output'), io)
    for (const [at, outcome] of outcomes.entries()) {
      const explained = attempt(() => explain(outcome as ExplainedOutcome, options))
      if (!explained.ok) {
        const voice = await voiceOf(given)
        const said = explained.issues.map(voice).join('\n  ')
        throw new Failure(
          EXIT.refused,
          `${placeOf(file, at, outcomes.length)} is not explained:\n  ${said}`,
        )
      }
      output.write(
        `${at === 0 || given.text('depth') === 'line' ? '' : '\n'}${explained.value.trimEnd()}\n`,
      )
    }
    await output.finish()
    return EXIT.done
  },
}

/** All outcomes, or those that are about the payee who is asked for. */
function outcomesOf(all: readonly unknown[], given: Given): readonly unknown[] {
  const [file = ''] = given.arguments
  const payee = given.text('payee')
  if (payee === undefined) return all
  const own = all.filter((outcome) => payeeOf(outcome) === payee)
  if (own.length > 0) return own
  throw usage(`${nameOf(file)} has nothing about the payee ${payee}.${meant(payee, payeesOf(all))}`)
}

/** A page is about one outcome, and a name is of one person. */
function requireOneEach(outcomes: readonly unknown[], given: Given): void {
  const [file = ''] = given.arguments
  const isPage = given.text('format') === 'html' && (given.text('depth') ?? 'full') === 'full'
  if (isPage && outcomes.length > 1)
    throw usage(
      `${nameOf(file)} has ${outcomes.length} outcomes, and each is a page of its own.`,
      'Say whose with --payee, or give another --format.',
    )
  const payees = new Set(outcomes.map((outcome) => payeeOf(outcome)))
  if (given.text('name') !== undefined && payees.size > 1)
    throw usage(
      `--name is the name of one person, and ${nameOf(file)} has outcomes of ${payees.size}.`,
      'Say of which of them with --payee.',
    )
}

function payeesOf(outcomes: readonly unknown[]): readonly string[] {
  return outcomes.map(payeeOf).filter((payee) => payee !== null)
}

function payeeOf(outcome: unknown): string | null {
  const payee = (outcome as { payee?: unknown } | null)?.payee
  return typeof payee === 'string' ? payee : null
}

function placeOf(file: string, at: number, count: number): string {
  return count === 1 ? nameOf(file) : `${nameOf(file)}, outcome ${at + 1}`
}

function optionsOf(given: Given) {
  const about = Object.fromEntries(
    (['name', 'state'] as const).flatMap((key) => {
      const value = given.text(key)
      return value === undefined ? [] : [[key, value]]
    }),
  )
  const words = (['format', 'depth', 'amounts', 'of'] as const).flatMap((key) => {
    const value = given.text(key)
    return value === undefined ? [] : [[key, value]]
  })
  return {
    locale: localeOf(given),
    ...(Object.fromEntries(words) as { of?: ExplainedFunction }),
    ...(Object.keys(about).length > 0 && { about }),
  }
}
