import type { ExplainedFunction, ExplainedOutcome } from '../../explain/index.js'
import { type ExplainOptions, explain } from '../../explain/index.js'
import { attempt } from '../../kernel/index.js'
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
      line: 'explain statement.json --format html --name "Wei Li" --output wei.html',
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
    const outcomes = await readJsonOrLines(file, io)
    if (
      given.text('format') === 'html' &&
      outcomes.length > 1 &&
      (given.text('depth') ?? 'full') === 'full'
    )
      throw usage(
        `${nameOf(file)} has ${outcomes.length} outcomes, and each is a page of its own.`,
        'Give one of them, or another --format.',
      )
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
