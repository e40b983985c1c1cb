/** Places of policies and the values there, in words. */
import type { Step } from '../../../policy/internal.js'
import type { Cell } from '../../document.js'
import type { Voice } from '../../voice.js'

/** `the rate of the tier “second”`, from the place within outwards; `above` is what the place is in, and is not said. */
export function placeText(
  steps: readonly Step[],
  voice: Voice,
  above: readonly Step[] = [],
): string {
  const { policy } = voice.words
  const [outer = '', ...inner] = nounsOf(above, steps, voice)
  return inner.reduce((around, noun) => policy.within({ outer: around, inner: noun }), outer)
}

/** What a tier is in is said by the tier. */
const SAID_BY_ENTRIES = ['scale', 'versions']

function nounsOf(above: readonly Step[], steps: readonly Step[], voice: Voice): readonly string[] {
  const { policy, policyEntries } = voice.words
  const [key, next, ...rest] = steps
  if (key === undefined) return []
  const entry = nameIn(policyEntries, above, key)
  if (next !== undefined && entry !== undefined) {
    const noun = policy.entry({ noun: entry, id: nameOf(next) })
    return [noun, ...nounsOf([...above, key, next], rest, voice)]
  }
  const others = nounsOf([...above, key], steps.slice(1), voice)
  const isSaid = others.length > 0 && SAID_BY_ENTRIES.includes(String(key))
  return isSaid ? others : [keyText(above, key, voice), ...others]
}

function nameOf(step: Step): string {
  return typeof step === 'number' ? `[${step}]` : String(step)
}

/** The name of a key; a key that has none stands as it is. */
function keyText(above: readonly Step[], key: Step, voice: Voice): string {
  const { policy, policyKeys } = voice.words
  return nameIn(policyKeys, above, key) ?? policy.raw({ text: nameOf(key) })
}

/** The name that a key has inside something above it (`discounts.floor`), the nearest first, or the one that it has everywhere. */
function nameIn(
  names: Readonly<Record<string, string>>,
  above: readonly Step[],
  key: Step,
): string | undefined {
  const inside = above.flatMap((outer) => lookup(names, `${outer}.${key}`) ?? [])
  return inside.at(-1) ?? lookup(names, key)
}

function lookup(texts: Readonly<Record<string, string>>, key: Step): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined
}

/** Keys whose numbers are ratios whatever the policy. */
const RATIOS: readonly Step[] = [
  'afterLeaving',
  'attainment',
  'below',
  'marginFloor',
  'rate',
  'recoverAtMost',
  'share',
]

/** Keys whose values are names, though they may look like numbers. */
const NAMES: readonly Step[] = ['clause', 'id', 'version']

const DECIMAL = /^-?\d+(\.\d+)?$/

/** A value as its place has it: ratios as percentages, an open end by its name. */
export function valueText(
  steps: readonly Step[],
  value: unknown,
  thresholds: unknown,
  voice: Voice,
): string {
  const { words } = voice
  const key = steps.at(-1) ?? ''
  if (value === null) return key === 'upTo' ? words.policy.openEnd : words.policy.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) return voice.list(value.map((one) => quoted(one, voice)))
  if (!isNumber(key, value)) return quoted(value, voice)
  const number = String(value)
  return isRatioAt(steps, thresholds) ? voice.percent(number) : voice.number(number)
}

/** Words of the policy stand as they are there: what they mean depends on their place. */
function quoted(value: unknown, { words }: Voice): string {
  const text = plainText(value)
  return DATE.test(text) ? text : words.policy.raw({ text })
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** Whether the numbers of a place are ratios. */
export function isRatioAt(steps: readonly Step[], thresholds: unknown): boolean {
  const key = steps.at(-1) ?? ''
  if (key === 'upTo') return thresholds === 'attainment'
  return RATIOS.includes(key) && thresholds !== 'units'
}

function isNumber(key: Step, value: unknown): boolean {
  return !NAMES.includes(key) && DECIMAL.test(plainText(value))
}

function plainText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

export function valueCell(
  steps: readonly Step[],
  value: unknown,
  thresholds: unknown,
  voice: Voice,
): Cell {
  if (value === undefined) return { text: '', plain: '', isNumber: false }
  const isText = typeof value === 'string' && !isNumber(steps.at(-1) ?? '', value)
  const text = isText ? value : valueText(steps, value, thresholds, voice)
  if (isNumber(steps.at(-1) ?? '', value)) return { text, plain: plainText(value), isNumber: true }
  return { text, plain: text, isNumber: false }
}

/** The two numbers of a value that was one and is another. */
export function bothNumbers(steps: readonly Step[], was: unknown, is: unknown): boolean {
  const key = steps.at(-1) ?? ''
  return isNumber(key, was) && isNumber(key, is)
}
