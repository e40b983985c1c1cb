/**
 * Checks with unknown facts, by trying every future: each unknown outcome is let turn out met, then
 * unmet, in every combination. Where all futures agree, that is the answer; otherwise it is unknown.
 * In one future nothing is unknown, so the rules left are those of plain logic.
 */
export type Outcome = 'met' | 'unmet' | 'unknown' | 'not-applicable'

export type Check =
  | { readonly type: 'outcome'; readonly outcome: Outcome }
  | { readonly type: 'all'; readonly checks: readonly Check[] }
  | { readonly type: 'any'; readonly checks: readonly Check[] }
  | { readonly type: 'at-least'; readonly count: number; readonly checks: readonly Check[] }

type Settled = Exclude<Outcome, 'unknown'>

export function outcomeOf(check: Check): Outcome {
  const endings = new Set(futuresOf(check).map(settle))
  const [first] = endings
  return endings.size === 1 && first !== undefined ? first : 'unknown'
}

/** Every copy of the check in which each unknown has become met or unmet. */
function futuresOf(check: Check): Check[] {
  if (check.type !== 'outcome') {
    return combinations(check.checks.map(futuresOf)).map((checks) => ({ ...check, checks }))
  }
  if (check.outcome !== 'unknown') return [check]
  return [
    { type: 'outcome', outcome: 'met' },
    { type: 'outcome', outcome: 'unmet' },
  ]
}

/** One of each: [[a, b], [c]] gives [a, c] and [b, c]. */
function combinations(choices: readonly (readonly Check[])[]): Check[][] {
  let built: Check[][] = [[]]
  for (const options of choices) {
    built = built.flatMap((start) => options.map((option) => [...start, option]))
  }
  return built
}

function settle(check: Check): Settled {
  if (check.type === 'outcome') {
    if (check.outcome === 'unknown') throw new Error('a future has nothing unknown')
    return check.outcome
  }
  const outcomes = check.checks.map(settle).filter((outcome) => outcome !== 'not-applicable')
  if (outcomes.length === 0) return 'not-applicable'
  const met = outcomes.filter((outcome) => outcome === 'met').length
  const needed = { all: outcomes.length, any: 1, 'at-least': 0 }[check.type]
  return met >= (check.type === 'at-least' ? check.count : needed) ? 'met' : 'unmet'
}
