import * as check from '../../../kernel/check/check.js'
import type { Condition, Issue, Path } from '../../../kernel/index.js'
import * as issue from '../../../kernel/input/issue.js'
import { LATENESS_OF_CASH } from '../../issues.js'
import { waitsForCash } from '../paymentParts.js'
import type { CommissionPlan, LineFigure, LineMatch } from '../types.js'

type Plan = Pick<
  CommissionPlan,
  'awards' | 'eligibility' | 'factors' | 'measuredBy' | 'payment' | 'rates'
>

/** How late cash is, is known of each payment as it comes, and not of a line that is booked before and waits for it. */
export function latenessConflicts(plan: Plan): Issue[] {
  if (!waitsForCash(plan.payment)) return []
  const found = [...byFigure(plan), ...byCondition(plan)]
  return found.map((path) => issue.at(LATENESS_OF_CASH, path, {}))
}

const LATENESS: LineFigure = 'daysLate'

/** Where it chooses a tier, or multiplies. */
function byFigure({ measuredBy, rates = [], factors = [] }: Plan): Path[] {
  const figures: (readonly [Path, unknown])[] = [
    [['measuredBy'], measuredBy],
    ...rates.map((rule, index) => [['rates', index, 'measuredBy'], rule.measuredBy] as const),
    ...factors.flatMap(({ by, part }, index) => [
      [['factors', index, 'by', 'fact'], by?.fact] as const,
      [['factors', index, 'part'], part] as const,
    ]),
  ]
  return figures.flatMap(([path, figure]) => (figure === LATENESS ? [path] : []))
}

/** Where a rule asks for it. */
function byCondition({ rates = [], factors = [], awards = [], eligibility = {} }: Plan): Path[] {
  const lists: readonly (readonly [Path, readonly { readonly when?: LineMatch }[]])[] = [
    [['rates'], rates],
    [['factors'], factors],
    [['awards'], awards],
    [['eligibility', 'exclude'], eligibility.exclude ?? []],
  ]
  return lists.flatMap(([path, list]) =>
    list.flatMap(({ when }, index) =>
      when?.is !== undefined && asksForIt(when.is) ? [[...path, index, 'when', 'is']] : [],
    ),
  )
}

function asksForIt(condition: Condition): boolean {
  return check.factsOf(check.compile(condition)).includes(LATENESS)
}
