import { attempt, type Defined, type PackedPolicy, unpackPolicy } from '../kernel/index.js'
import type { Option } from './command.js'
import { EXIT, Failure, usage } from './exit.js'
import type { Io } from './io.js'
import { kindOfPolicy, type PolicyName } from './policies.js'
import { readJson } from './read/json.js'
import { type Voice, voiceOf } from './words.js'

export const POLICY_OPTIONS = {
  on: { value: 'DATE', help: 'the day whose version is meant, of a document with versions' },
  group: { value: 'GROUP', help: 'the group that is meant, of a document with groups' },
} as const satisfies Record<string, Option>

export interface PolicyGiven {
  readonly text: (name: string) => string | undefined
}

/** A policy of the kind that a command needs: the handbook's, that of a file, or a section of a document. */
export async function readPolicy<Policy extends Defined<object>>(
  file: string,
  kind: PolicyName,
  given: PolicyGiven,
  io: Io,
): Promise<Policy> {
  if (file === 'handbook') {
    const { readyPolicy } = await import('./readyPolicy.js')
    return readyPolicy(kind)[1] as Policy
  }
  const read = { file, json: await readJson(file, io), voice: await voiceOf(given) }
  const packed = unpacked(read, kind)
  if (packed !== undefined) return packed as Policy
  const { define, sectionOf } = await import('./define.js')
  const found = kindOfPolicy(read.json)
  if (found === 'policy') {
    const asked = { on: given.text('on'), group: given.text('group') }
    return sectionOf(kind, asked, read) as Policy
  }
  if (found !== undefined && found !== kind)
    throw usage(`${file} is a policy of the kind ${found}, and ${kind} is needed.`)
  return define(kind, read) as Policy
}

/** What sales-rules pack has written: it was checked there, and need not be again. */
function unpacked(
  { file, json, voice }: { file: string; json: unknown; voice: Voice },
  kind: PolicyName,
): Defined<object> | undefined {
  if (typeof json !== 'object' || json === null || !('parts' in json && 'digest' in json))
    return undefined
  const made = attempt(() => unpackPolicy(json as PackedPolicy<Defined<object>>))
  if (!made.ok)
    throw new Failure(
      EXIT.refused,
      [`${file} is refused:`, ...made.issues.map((issue) => `  ${voice(issue)}`)].join('\n'),
      'Pack the plan again: sales-rules pack plan.json.',
    )
  const found = kindOfPolicy(made.value)
  if (found === kind) return made.value
  throw usage(`${file} is a packed policy of the kind ${found}, and ${kind} is needed.`)
}
