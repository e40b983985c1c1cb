import type { Defined, Issue } from '../../kernel/index.js'
import { attempt } from '../../kernel/index.js'
import { type LintedPolicy, lintPolicy } from '../../policy/index.js'
import type { Command, Given } from '../command.js'
import { DEFINE } from '../define.js'
import { EXIT, usage } from '../exit.js'
import { type Io, say } from '../io.js'
import { kindOfPolicy, POLICY_NAMES, type PolicyName } from '../policies.js'
import { readJson } from '../read/json.js'
import { readyPolicy } from '../readyPolicy.js'
import { counted, LOCALE_OPTION, pathOf, reasonOf, voiceOf } from '../words.js'
import { OUTPUT_OPTIONS, writeRows } from '../write/rows.js'

export const command: Command = {
  arguments: ['plan.json…'],
  examples: [
    { line: 'check plan.json', does: 'what is wrong with it, and what is unwise' },
    { line: 'check policies/*.json --strict', does: 'in a build: warnings fail too' },
    { line: 'check plan.json --locale zh-CN', does: 'in Chinese' },
  ],
  options: {
    kind: {
      value: 'KIND',
      of: POLICY_NAMES,
      help: 'what the files are, where they do not show it',
    },
    strict: { help: 'end with 1 for warnings too' },
    ...OUTPUT_OPTIONS,
    ...LOCALE_OPTION,
  },
  notes: [
    'An error is refused, or never works as written; a warning is a trap; a note is to be known. Ends with 1 where there are errors.',
  ],
  run: async (given, io) => {
    const found: Found[] = []
    for (const file of given.arguments) found.push(...(await checkFile(file, given, io)))
    const voice = await voiceOf(given)
    const rows = found.map(({ file, issue }) => [
      file,
      issue.severity,
      issue.code,
      pathOf(issue),
      reasonOf(issue, voice),
    ])
    await writeRows(COLUMNS, rows, given, io)
    const failing = given.has('strict') ? ['error', 'warning'] : ['error']
    return found.some(({ issue }) => failing.includes(issue.severity)) ? EXIT.refused : EXIT.done
  },
}

const COLUMNS = ['file', 'severity', 'code', 'path', 'message'].map((name) => ({ name }))

interface Found {
  readonly file: string
  readonly issue: Issue
}

async function checkFile(file: string, given: Given, io: Io): Promise<readonly Found[]> {
  const named = given.text('kind') as PolicyName | undefined
  const json = file === 'handbook' ? readyPolicy(named ?? 'policy')[1] : await readJson(file, io)
  const kind = named ?? kindOfPolicy(json)
  if (kind === undefined)
    throw usage(
      `${file} does not show what kind of policy it is.`,
      'Say it: --kind commission; or name its schema in the file: "$schema": "…/commission.json".',
    )
  const defined = attempt(() => DEFINE[kind](json))
  if (!defined.ok) {
    say(io, `${file}: ${kind}, refused: ${counted(defined.issues.length, 'issue')}.`)
    return defined.issues.map((issue) => ({ file, issue }))
  }
  return lint(file, kind, defined.value, io)
}

/** What lint does not look at. */
const NOT_LINTED: readonly PolicyName[] = ['calendar', 'care', 'contest', 'scale', 'workingHours']

function lint(file: string, kind: PolicyName, policy: Defined<object>, io: Io): readonly Found[] {
  if (NOT_LINTED.includes(kind)) {
    say(io, `${file}: ${kind}, valid.`)
    return []
  }
  const { findings, notChecked } = lintPolicy(policy as LintedPolicy)
  const found = findings.length === 0 ? 'nothing found' : counted(findings.length, 'finding')
  say(io, `${file}: ${kind}, valid; ${found}.`)
  for (const { path, issues } of notChecked)
    say(io, `  not tried: ${path.join('.')}: ${issues.map(({ message }) => message).join(' ')}`)
  return findings.map((issue) => ({ file, issue }))
}
