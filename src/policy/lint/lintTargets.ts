import * as attempts from '../../kernel/input/attempt.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { DefinedTargetPlan } from '../../targets/index.js'
import { exactText } from './exactText.js'
import { finding } from './finding.js'
import { LATER_IS_LESS, MONTH_WITHOUT_TARGET, NEVER_WHOLE } from './issues.js'
import { exampleOf } from './rules.js'
import type { Finding, LintReport } from './types.js'

/** Lints a target plan: months without a target, and ramps that fall or never end. */
export function lintTargets(plan: DefinedTargetPlan): LintReport {
  return {
    findings: [...emptyMonths(plan), ...fallingRamp(plan), ...endlessRamp(plan)],
    notChecked: [],
  }
}

/** Months that weigh nothing, whose target is 0. */
function emptyMonths(plan: DefinedTargetPlan): Finding[] {
  const months = Object.entries(plan.profile ?? {}).sort()
  return months.flatMap(([month, weight]) => {
    if (!fraction.isZero(exactText(weight))) return []
    const place = (Number(month) - (plan.yearStartsIn ?? 1) + 12) % 12
    const question = { rule: 'splitTarget', figure: `parts.${place}.amount`, policy: plan } as const
    const outcome = attempts.attempt(() =>
      exampleOf(question, [['1200000', '2026', { into: 'month' }]]),
    )
    const more = outcome.ok ? { example: outcome.value } : {}
    return [finding('warning', MONTH_WITHOUT_TARGET, [['profile', month], {}], more)]
  })
}

/** A month of service with less of a target than the one before. */
function fallingRamp({ ramp = [] }: DefinedTargetPlan): Finding[] {
  return ramp.flatMap((part, index) => {
    const before = ramp[index - 1]
    if (before === undefined || fraction.compare(exactText(part), exactText(before)) >= 0) return []
    return [finding('warning', LATER_IS_LESS, [['ramp', index], { given: part, other: before }])]
  })
}

/** The last part holds from then on. */
function endlessRamp({ ramp = [] }: DefinedTargetPlan): Finding[] {
  const last = ramp.at(-1)
  if (last === undefined || fraction.compare(exactText(last), fraction.ONE) >= 0) return []
  return [finding('warning', NEVER_WHOLE, [['ramp', ramp.length - 1], { given: last }])]
}
