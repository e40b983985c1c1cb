/** Whether an issue leads to what is wrong and shows it, in each place of what a function is given. */
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

/** What goes on for long, and can be watched and stopped. */
const RUNS = [
  ...['comparePolicies', 'compareTotals', 'sweep', 'goalSeek'],
  ...['sensitivityOf', 'simulate', 'reviewPay'],
]

/** Where paths of other places lead instead, and why. */
const INSTEAD: readonly (readonly [place: string, path: string, why: string])[] = [
  ['applyScale options.target', 'target', 'a figure is named as the scale names it'],
  ['salesForCommission facts', '', 'the page says so of facts'],
  ['commissionCurve facts', '', 'the page says so of facts'],
  ['commissionAccumulator.finish facts', '', 'these are the same facts'],
  [
    'restateCompensation input.paid.0.components.0.outcome',
    'paid.0.components.sales',
    'a component is named by its id',
  ],
  ['gradeScore within caps score', '', 'its fields stand for the score'],
  ['overrideAppraisal calendar', 'decisions.0.appeal.announced', 'a date needs it'],
  ['lintPolicy options.payee', '', 'it is the payee who is looked at'],
  ['applyEdits edits.0.set', 'scale.tiers.1.rate', 'the policy would have it there'],
  [
    'amendPolicy edits.0.set',
    'versions.1.commission.scale.tiers.1.rate',
    'the policy would have it there',
  ],
  ['withValue value', 'scale.tiers.1.rate', 'the policy would have it there'],
  ['withValue path', 'edits.0.path', 'it is the one edit that is made'],
  ['unpackPolicy packed', 'packed', 'its digest is wrong'],
  ['digestOf value', '', 'it is any value'],
  ['curvesOf facts', 'plans.0', 'they are read again for each plan'],
  ['sweep parameters.values.0', 'scale.tiers.0.rate', 'the policy would have it there'],
  ['sweep parameters.across.values.0', 'scale.tiers.0.rate', 'the policy would have it there'],
  ['simulate simulation.quantiles', 'quantiles', 'it is what each comparison is asked for'],
  ...['comparePolicies', 'compareTotals'].map(
    (name) => [`${name} policies`, '', 'a policy is named by its side'] as const,
  ),
  ...RUNS.flatMap((name) => [
    [`${name} options`, '', 'an option of a run is named alone'] as const,
    [`${name} options.signal`, 'signal', 'it is one, or is none'] as const,
  ]),
]

/** Of each place where something wrong is put, what is said if nothing of it leads there. What is taken for what it is says nothing. */
export function* astray(call: Call): Generator<string> {
  for (const { at, places, put } of placesOf(call)) {
    for (const [kind, value] of Object.entries(WRONG)) {
      const said = saidOf(() => Reflect.apply(call.run, undefined, put(value)))
      if (said.length > 0 && !said.some((one) => places.some((place) => leadsTo(one, place))))
        yield `${at} is ${kind}: ${said.map(({ path }) => path.join('.')).join(', ')}`
      const shown = said.filter((one) => one.given !== undefined && isAt(one, places))
      if (shown.length > 0 && !shown.some(({ given }) => SHOWN.has(given ?? '')))
        yield `${at} is ${kind}: got ${shown.map(({ given }) => given).join(', ')}`
    }
  }
}

/** Of each place in a row of a list, what is said where two rows have something wrong there and is called a duplicate. */
export function* duplicates(call: Call): Generator<string> {
  for (const [position, argument] of call.given.entries()) {
    for (const place of placesIn(argument)) {
      const row = place.lastIndexOf('0')
      if (row === -1 || row === place.length - 1) continue
      const list = place.slice(0, row)
      const odd = withAt(valueAt(argument, [...list, '0']), place.slice(row + 1), WRONG['a symbol'])
      const put = withAt(argument, list, [odd, odd])
      const given = call.given.map((one, index) => (index === position ? put : one))
      const said = saidOf(() => Reflect.apply(call.run, undefined, given))
      const again = [...list, '1', ...place.slice(row + 1)].join('.')
      if (said.some(({ code, path }) => code === 'ID_DUPLICATE' && path.join('.').endsWith(again)))
        yield place.join('.')
    }
  }
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce((all, step) => (all as Readonly<Record<string, unknown>>)[step], value)

const isAt = ({ path }: Said, places: readonly Path[]) =>
  places.some((place) => place.length === path.length && leadsTo({ code: '', path }, place))

/** What is wrong as a message shows it: itself, its only key, or how many of it there are, of what there are to be and of what is to be one. */
const SHOWN: ReadonlySet<string> = new Set(['a symbol', 'an object', '"zzz"', '0', 'neither'])

interface Place {
  /** With the name of the argument. */
  readonly at: string
  /** As the path of an issue may have it. */
  readonly places: readonly Path[]
  /** What the function is given with something else there. */
  readonly put: (value: unknown) => unknown[]
}

function placesOf(call: Call): Place[] {
  const { name, given, isOwn } = call
  const parameters = parametersOf(call)
  return given.flatMap((argument, position) => {
    const parameter = parameters[position] ?? ''
    return placesIn(argument).map((place) => ({
      at: [parameter, ...place].join('.'),
      places: [
        isOwn && position === 0 ? place : [parameter, ...place],
        ...insteadOf([`${name} ${parameter}`, ...place].join('.')),
      ],
      put: (value) =>
        given.map((one, index) => (index === position ? withAt(one, place, value) : one)),
    }))
  })
}

/** The places that a path says instead. */
function insteadOf(at: string): Path[] {
  return INSTEAD.filter(([from]) => `${at}.`.startsWith(`${from}.`)).map(([from, to]) => {
    const rest = WHOLE.has(to) ? '' : at.slice(from.length)
    return `${to}${rest}`.split('.').filter((step) => step !== '')
  })
}

/** A digest says that something is wrong, and not what; a signal is one, or is none. */
const WHOLE: ReadonlySet<string> = new Set(['packed', 'signal'])

/** The names of what a function is called with; those of a builder are of its method. */
function parametersOf({ name, run }: Call): string[] {
  const [called = ''] = name.split(/[ ,]/)
  const text = String(new Map<string, unknown>(Object.entries(rules)).get(called) ?? run)
  const [, list = ''] = /\(([^)]*)\)/.exec(text) ?? []
  // `case` is a word of the language.
  return list.split(',').map((one) => (/\w+/.exec(one)?.[0] ?? '').replace('serviceCase', 'case'))
}

interface Said {
  readonly code: string
  readonly path: Path
  /** What the message says it got. */
  readonly given?: string | undefined
}

/** The issues of a refusal, or those of what an outcome says is not counted. */
function saidOf(run: () => unknown): Said[] {
  return issuesIn(rules.attempt(run))
}

function issuesIn(value: unknown): Said[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
  const { code, path, params } = value as Partial<rules.Issue>
  if (typeof code === 'string' && Array.isArray(path))
    return [{ code, path: path.map(String), given: givenOf(params) }]
  return Object.values(value).flatMap(issuesIn)
}

function givenOf(params: object = {}): string | undefined {
  return 'given' in params ? String(params.given) : undefined
}

/** To the place itself, or to what is in it. The path of what is no policy is empty. */
function leadsTo({ code, path }: Said, place: Path): boolean {
  if (code === 'POLICY_NOT_DEFINED' && path.length === 0) return true
  return place.every((step, at) => step === path[at])
}
