/** Whether an issue leads to what is wrong, in each place of what a function is given. */
import * as rules from '../src/index.js'
import { type Path, placesIn, withAt } from './hostileValues.js'

interface Call {
  readonly name: string
  readonly run: (...given: never[]) => unknown
  readonly given: readonly unknown[]
  /** The path begins with a field of the first argument, and not with its name. */
  readonly isOwn: boolean
}

/** What is right in no place of anything: neither a value nor a field that anybody has. */
const WRONG = { 'a symbol': Symbol('s'), 'a field that nobody has': { zzz: 1 } }

/** What is said of these leads to another place, and why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'applyScale options.target': 'a figure is named as the scale names it',
  'salesForCommission facts': 'the page says so of facts',
  'commissionCurve facts': 'the page says so of facts',
  'commissionAccumulator.finish facts': 'these are the same facts',
  'restateCompensation input.paid.0.components.0.outcome': 'a component is named by its id',
  'gradeScore within caps score': 'its fields stand for the score',
  'overrideAppraisal calendar': 'it is asked for where a date needs it',
  'lintPolicy options.payee': 'the fields of the payee are named',
  'applyEdits edits.0.set': 'it is refused where the policy would have it',
  'amendPolicy edits.0.set': 'it is refused where the policy would have it',
  'withValue value': 'it is refused where the policy would have it',
  'withValue path': 'it is the one edit that is made',
  'unpackPolicy packed': 'its digest is wrong if anything in it is',
  'digestOf value': 'whatever it is, its fields are named',
}

/** Of each place where something wrong is put, what is said if nothing of it leads there. What is taken for what it is says nothing. */
export function* astray(call: Call): Generator<string> {
  for (const { at, place, put } of placesOf(call)) {
    if (isElsewhere(`${call.name} ${at}`)) continue
    for (const [kind, value] of Object.entries(WRONG)) {
      const said = saidOf(() => Reflect.apply(call.run, undefined, put(value)))
      if (said.length > 0 && !said.some((one) => leadsTo(one, place)))
        yield `${at} is ${kind}: ${said.map(({ path }) => path.join('.')).join(', ')}`
    }
  }
}

interface Place {
  /** With the name of the argument. */
  readonly at: string
  /** As the path of an issue has it. */
  readonly place: Path
  /** What the function is given with something else there. */
  readonly put: (value: unknown) => unknown[]
}

function placesOf(call: Call): Place[] {
  const { given, isOwn } = call
  const parameters = parametersOf(call)
  return given.flatMap((argument, position) => {
    const parameter = parameters[position] ?? ''
    return placesIn(argument).map((place) => ({
      at: [parameter, ...place].join('.'),
      place: isOwn && position === 0 ? place : [parameter, ...place],
      put: (value) =>
        given.map((one, index) => (index === position ? withAt(one, place, value) : one)),
    }))
  })
}

/** The names of what a function is called with; those of a builder are of its method. */
function parametersOf({ name, run }: Call): string[] {
  const [called = ''] = name.split(/[ ,]/)
  const text = String(new Map<string, unknown>(Object.entries(rules)).get(called) ?? run)
  const [, list = ''] = /\(([^)]*)\)/.exec(text) ?? []
  // `case` is a word of the language.
  return list.split(',').map((one) => (/\w+/.exec(one)?.[0] ?? '').replace('serviceCase', 'case'))
}

const isElsewhere = (place: string) =>
  Object.keys(ELSEWHERE).some((one) => `${place}.`.startsWith(`${one}.`))

interface Said {
  readonly code: string
  readonly path: Path
}

/** The issues of a refusal, or those of what an outcome says is not counted. */
function saidOf(run: () => unknown): Said[] {
  return issuesIn(rules.attempt(run))
}

function issuesIn(value: unknown): Said[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
  const { code, path } = value as { code?: unknown; path?: unknown }
  if (typeof code === 'string' && Array.isArray(path)) return [{ code, path: path.map(String) }]
  return Object.values(value).flatMap(issuesIn)
}

/** To the place itself, or to what is in it. The path of what is no policy is empty. */
function leadsTo({ code, path }: Said, place: Path): boolean {
  if (code === 'POLICY_NOT_DEFINED' && path.length === 0) return true
  return place.every((step, at) => step === path[at])
}
