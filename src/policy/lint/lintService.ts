import * as fraction from '../../kernel/number/fraction.js'
import type { DefinedServiceStandards } from '../../service/index.js'
import { conditions } from './conditions.js'
import { exactText } from './exactText.js'
import { finding } from './finding.js'
import { FIELD_WITHOUT_EFFECT } from './issues.js'
import type { Finding, LintReport } from './types.js'

/** Lints service standards: quality that nobody reaches, and warnings that are always on. */
export function lintService(policy: DefinedServiceStandards): LintReport {
  const asked = policy.quality.map((condition, index) => ({
    path: ['quality', index],
    condition,
    question: { rule: 'checkQuality' as const, figure: `checks.${index}.outcome`, policy },
    given: (facts: object) => [facts],
  }))
  const { findings, notChecked } = conditions(asked)
  return { findings: [...findings, ...earlyWarnings(policy)], notChecked }
}

/** A warning that comes as long before the due time as there is until then. */
function earlyWarnings({ standards }: DefinedServiceStandards): Finding[] {
  return standards.flatMap(({ within, unit, warning }, index) => {
    if (within === undefined || warning === undefined || warning.unit !== unit) return []
    if (fraction.compare(exactText(warning.before), exactText(within)) < 0) return []
    return [finding('warning', FIELD_WITHOUT_EFFECT, [['standards', index, 'warning'], {}])]
  })
}
