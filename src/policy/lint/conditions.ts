import type { FactCondition } from '../../kernel/check/check.js'
import type { Condition, Path } from '../../kernel/index.js'
import * as attempts from '../../kernel/input/attempt.js'
import { at } from '../../kernel/input/issue.js'
import { CONDITION_UNDECIDED } from '../issues.js'
import { exactText } from './exactText.js'
import { type Facts, factConditionsOf, factsMeeting, factsMeetingOne } from './factsMeeting.js'
import { finding } from './finding.js'
import { CONDITION_ALWAYS_MET, CONDITION_NEVER_MET } from './issues.js'
import { exampleOf, type Question } from './rules.js'
import type { Finding, LintReport, NotChecked } from './types.js'

/** A condition of a policy, and how a rule is asked whether it is met. */
export interface AskedCondition {
  readonly path: Path
  readonly condition: Condition
  readonly question: Question
  /** What the rule is given where these are the facts. */
  readonly given: (facts: Facts) => readonly unknown[]
}

/** Conditions that no facts meet, and those that all facts do; not checked are those of which neither is found out. */
export function conditions(asked: readonly AskedCondition[]): LintReport {
  return {
    findings: asked.flatMap((one) => [...neverMet(one), ...alwaysMet(one)]),
    notChecked: asked.flatMap(undecided),
  }
}

function undecided({ path, condition }: AskedCondition): NotChecked[] {
  const met = factsMeeting([condition])
  if (!('undecided' in met)) return []
  return [{ path, issues: [at(CONDITION_UNDECIDED, [], { id: met.undecided })] }]
}

/** Whoever meets the one of two that contradict each other does not meet the other: both are shown. */
function neverMet({ path, condition, question, given }: AskedCondition): Finding[] {
  const met = factsMeeting([condition])
  if (!('never' in met)) return []
  const tried = (['first', 'last'] as const).map((which) =>
    given(factsMeetingOne(condition, which)),
  )
  const example = attempts.attempt(() => exampleOf(question, tried))
  const more = example.ok ? { example: example.value } : {}
  return [finding('error', CONDITION_NEVER_MET, [path, { id: met.never }], more)]
}

function alwaysMet({ path, condition, question, given }: AskedCondition): Finding[] {
  const idle = factConditionsOf(condition).filter(asksNothing)
  return idle.map((one) => {
    const example = attempts.attempt(() =>
      exampleOf(question, [given({ ...factsMeetingOne(condition, 'first'), [one.id]: '0' })]),
    )
    const isSole = 'id' in condition && example.ok
    const more = isSole ? { example: example.value } : {}
    return finding('note', CONDITION_ALWAYS_MET, [path, { id: one.id }], more)
  })
}

/** A count of 0 or more, points from 0 to the end of their scale. */
function asksNothing({ unit, comparison, required, maximum, ...rest }: FactCondition): boolean {
  if ((rest.inARow ?? rest.ofLast ?? rest.over) !== undefined) return false
  const startsAtZero = unit === 'count' || maximum !== undefined
  const bound = unit === undefined ? null : exactText(String(required))
  if (bound === null) return false
  if (comparison === 'at-least') return startsAtZero && bound.n <= 0n
  if (comparison !== 'at-most' || maximum === undefined) return false
  return String(required) === maximum
}
