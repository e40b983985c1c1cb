import { type Verification, verify } from '../../explain/index.js'
import { attempt, type Defined } from '../../kernel/index.js'
import { formatPath } from '../../kernel/input/issue.js'
import type { Command } from '../command.js'
import { EXIT, usage } from '../exit.js'
import { type Io, say } from '../io.js'
import { kindOfPolicy, POLICY_NAMES, type PolicyName } from '../policies.js'
import { POLICY_OPTIONS, readPolicy } from '../policyFile.js'
import { readJson, readJsonOrLines } from '../read/json.js'
import { counted, LOCALE_OPTION, type Voice, voiceOf } from '../words.js'
import { OUTPUT_OPTIONS, writeRows } from '../write/rows.js'

export const command: Command = {
  arguments: ['outcome.json', 'plan.json', '[input.json]'],
  examples: [
    {
      line: 'verify statement.json plan.json input.json',
      does: 'computes it again, and compares every field',
    },
    {
      line: 'verify statements.ndjson plan.json',
      does: 'of statements made with --with-input, which have their input in them',
    },
  ],
  options: {
    kind: {
      value: 'KIND',
      of: POLICY_NAMES,
      help: 'what kind of policy it is; commission by default',
    },
    of: { value: 'FUNCTION', help: 'the function that returned it, where that cannot be told' },
    ...OUTPUT_OPTIONS,
    ...POLICY_OPTIONS,
    ...LOCALE_OPTION,
  },
  notes: [
    'Ends with 1 where an outcome is not what its input comes to, and says the first place where it differs.',
  ],
  run: async (given, io) => {
    const [file = '', planFile = '', inputFile] = given.arguments
    const outcomes = await readJsonOrLines(file, io)
    if (inputFile !== undefined && outcomes.length > 1)
      throw usage(`${file} has ${outcomes.length} outcomes, and ${inputFile} is the input of one.`)
    const kind = (given.text('kind') as PolicyName | undefined) ?? (await kindOfFile(planFile, io))
    const policy = await readPolicy<Defined<object>>(planFile, kind, given, io)
    const input = inputFile === undefined ? undefined : await readJson(inputFile, io)
    const asked = { policy, input, of: given.text('of'), voice: await voiceOf(given) }
    const checked = outcomes.map((outcome) => checkOne(outcome, asked))
    await writeRows(COLUMNS, checked.map(rowOf), given, io)
    const failed = checked.filter(({ answer }) => answer !== 'identical').length
    say(
      io,
      failed === 0
        ? `${counted(checked.length, 'outcome')}, all identical.`
        : `${counted(failed, 'outcome')} of ${checked.length} not verified.`,
    )
    return failed === 0 ? EXIT.done : EXIT.refused
  },
}

const COLUMNS = ['outcome', 'answer', 'path', 'was', 'is'].map((name) => ({ name }))

interface Checked {
  readonly whose: string
  readonly answer: 'identical' | 'different' | 'refused'
  readonly path: string
  readonly was?: unknown
  readonly is?: unknown
}

interface Asked {
  readonly policy: Defined<object>
  readonly input: unknown
  readonly of: string | undefined
  readonly voice: Voice
}

/** A document and the handbook have a plan of commission, which is what is verified most. */
async function kindOfFile(file: string, io: Io): Promise<PolicyName> {
  if (file === 'handbook') return 'commission'
  const found = kindOfPolicy(await readJson(file, io))
  return found === undefined || found === 'policy' ? 'commission' : found
}

function checkOne(outcome: unknown, { policy, input, of, voice }: Asked): Checked {
  const result = attempt(() => verify(outcome, policy, input, of === undefined ? {} : { of }))
  const whose = whoseIs(outcome)
  if (result.ok) return { whose, ...answerOf(result.value) }
  const [issue] = result.issues
  return { whose, answer: 'refused', path: '', is: issue && voice(issue) }
}

function answerOf(verification: Verification): Omit<Checked, 'whose'> {
  if (verification.identical) return { answer: 'identical', path: '' }
  const { path, was, is } = verification
  return { answer: 'different', path: formatPath(path), was, is }
}

function whoseIs(outcome: unknown): string {
  const { payee, employee } = (outcome ?? {}) as { payee?: unknown; employee?: unknown }
  return String(payee ?? employee ?? '')
}

function rowOf({ whose, answer, path, was, is }: Checked): readonly unknown[] {
  return [whose, answer, path, valueText(was), valueText(is)]
}

function valueText(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}
