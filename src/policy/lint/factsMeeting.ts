import type { FactCondition } from '../../kernel/check/check.js'
import type { Condition } from '../../kernel/index.js'
import { historyOf } from './historyOf.js'
import { valueMeeting } from './valueMeeting.js'

/** Facts by name, as rules take them. */
export type Facts = Readonly<Record<string, unknown>>

/** What came of looking for facts that meet conditions. */
export type Meeting =
  | { readonly facts: Facts }
  /** No facts do; the first that is asked for what it cannot be. */
  | { readonly never: string }
  /** More ways than are tried, or conditions that are not compared here: of which fact. */
  | { readonly undecided: string | null }

/** How many steps a search takes: conditions that ask for more ways than that are not decided. */
const MOST_STEPS = 5000

/** Which conditions of each fact are to be met. */
type Chosen = ReadonlyMap<string, readonly FactCondition[]>

/** Finds facts that meet all of these conditions, alternative by alternative. */
export function factsMeeting(conditions: readonly Condition[]): Meeting {
  const search: Search = { steps: 0, notCompared: null, stuck: null }
  const found = meet(conditions, new Map(), search)
  if (found !== null) return { facts: factsOf(found) }
  const { steps, notCompared, stuck } = search
  return steps > MOST_STEPS || notCompared !== null || stuck === null
    ? { undecided: notCompared }
    : { never: stuck }
}

/** How far a search has come. */
interface Search {
  steps: number
  /** A fact that two conditions look at in different ways, or that may be left out. */
  notCompared: string | null
  /** The first fact that no value fits. */
  stuck: string | null
}

/** Meets the first of the conditions, then the others; null where that cannot be. */
function meet(goals: readonly Condition[], chosen: Chosen, search: Search): Chosen | null {
  const [goal, ...rest] = goals
  if (goal === undefined) return chosen
  search.steps += 1
  if (search.steps > MOST_STEPS || search.notCompared !== null) return null
  if ('id' in goal) {
    const narrowed = narrow(goal, chosen, search)
    return narrowed && meet(rest, narrowed, search)
  }
  if ('all' in goal) return meet([...goal.all, ...rest], chosen, search)
  const some = 'any' in goal ? { atLeast: 1, of: goal.any } : goal
  const ways = waysOf(some)
  for (const way of ways) {
    const met = meet([...way, ...rest], chosen, search)
    if (met !== null) return met
  }
  return null
}

/** So many of some: the first is met and the others are so many fewer, or it is passed over. */
function waysOf({ atLeast, of }: { readonly atLeast: number; readonly of: readonly Condition[] }) {
  const [first, ...others] = of
  if (atLeast === 0 || first === undefined) return [[]]
  const left = atLeast === 1 ? [] : [{ atLeast: atLeast - 1, of: others }]
  const taken: readonly Condition[] = [first, ...left]
  return others.length < atLeast ? [taken] : [taken, [{ atLeast, of: others }]]
}

function narrow(goal: FactCondition, chosen: Chosen, search: Search): Chosen | null {
  const conditions = [...(chosen.get(goal.id) ?? []), goal]
  const areAlike = conditions.every((one) => isAlike(one, goal))
  if (areAlike && valueMeeting(conditions) !== null) return new Map(chosen).set(goal.id, conditions)
  // One that may be left out, or that looks at the fact in another way, is not decided here.
  if (!areAlike || conditions.some((one) => one.absent === 'not-applicable'))
    search.notCompared = goal.id
  else search.stuck ??= goal.id
  return null
}

const LOOKS = ['unit', 'inARow', 'ofLast', 'over'] as const

/** Whether two conditions look at a fact in the same way. */
function isAlike(one: FactCondition, other: FactCondition): boolean {
  return LOOKS.every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]))
}

/** The day on which facts are asked for. */
const AS_OF = '2026-12-31'

function factsOf(chosen: Chosen): Facts {
  const entries = [...chosen].map(([id, conditions]) => {
    const [first] = conditions
    const value = valueMeeting(conditions)
    return [id, first === undefined ? value : historyOf(first, value, AS_OF)] as const
  })
  const isDated = [...chosen.values()].some(([first]) => first !== undefined && looksBack(first))
  return { ...Object.fromEntries(entries), ...(isDated ? { asOf: AS_OF } : {}) }
}

function looksBack({ unit, inARow, ofLast, over }: FactCondition): boolean {
  return (unit?.endsWith('-since') ?? false) || (inARow ?? ofLast ?? over) !== undefined
}

/** All conditions on facts in a condition, one by one. */
export function factConditionsOf(condition: Condition): FactCondition[] {
  if ('id' in condition) return [condition]
  if ('all' in condition) return condition.all.flatMap(factConditionsOf)
  return ('any' in condition ? condition.any : condition.of).flatMap(factConditionsOf)
}

/** Facts of which each meets the first, or the last, of the conditions on it, whatever the others ask for. */
export function factsMeetingOne(condition: Condition, which: 'first' | 'last'): Facts {
  const all = factConditionsOf(condition)
  const ordered = which === 'first' ? all : [...all].reverse()
  const chosen = new Map<string, readonly FactCondition[]>()
  for (const one of ordered)
    if (!chosen.has(one.id) && valueMeeting([one]) !== null) chosen.set(one.id, [one])
  return factsOf(chosen)
}
