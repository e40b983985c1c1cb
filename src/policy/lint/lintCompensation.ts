import type { DefinedAppraisalScheme } from '../../appraisal/index.js'
import type { DefinedCommissionPlan } from '../../commission/index.js'
import type { DefinedCompensationPlan } from '../../compensation/index.js'
import type { Path } from '../../kernel/index.js'
import * as fraction from '../../kernel/number/fraction.js'
import { lintCommission } from './commission/lintCommission.js'
import { exactText } from './exactText.js'
import { finding, within } from './finding.js'
import { LATER_IS_LESS } from './issues.js'
import { lintAppraisal } from './lintScores.js'
import type { Finding, LintOptions, LintReport } from './types.js'

type Component = NonNullable<DefinedCompensationPlan['components']>[number]

/** Lints each component of a compensation plan, with its score and its table. */
export function lintCompensation(plan: DefinedCompensationPlan, options: LintOptions): LintReport {
  const reports = (plan.components ?? []).map((one, index) =>
    lintComponent(one, ['components', index], options),
  )
  return {
    findings: reports.flatMap(({ findings }) => findings),
    notChecked: reports.flatMap(({ notChecked }) => notChecked),
  }
}

function lintComponent(
  { commission, appraisal, matrix }: Component,
  path: Path,
  options: LintOptions,
): LintReport {
  const ofScore =
    appraisal === undefined ? NOTHING : lintAppraisal(appraisal as DefinedAppraisalScheme)
  const ofTable = matrix === undefined ? [] : fallingTable(matrix)
  const at = [...path, 'commission']
  // What a score or a table pays is the ratio that they have come to, whatever the tiers are.
  const isMade = appraisal !== undefined || matrix !== undefined
  const ofPay = isMade ? NOTHING : lintCommission(commission as DefinedCommissionPlan, options)
  return {
    findings: [
      ...ofScore.findings.map((one) => within([...path, 'appraisal'], one)),
      ...ofTable.map((one) => within([...path, 'matrix'], one)),
      ...ofPay.findings.map((one) => within(at, one)),
    ],
    notChecked: [
      ...ofScore.notChecked.map((one) => ({ ...one, path: [...path, 'appraisal', ...one.path] })),
      ...ofPay.notChecked.map((one) => ({ ...one, path: [...at, ...one.path] })),
    ],
  }
}

const NOTHING: LintReport = { findings: [], notChecked: [] }

/** A cell that pays less than the one before it, in its row or in its column. */
function fallingTable({ pays }: NonNullable<Component['matrix']>): Finding[] {
  return pays.flatMap((row, index) =>
    row.flatMap((given, column) => {
      const before = [row[column - 1], pays[index - 1]?.[column]]
      const more = before.find(
        (one) => one !== undefined && fraction.compare(exactText(given), exactText(one)) < 0,
      )
      const path = ['pays', index, column]
      return more === undefined
        ? []
        : [finding('warning', LATER_IS_LESS, [path, { given, other: more }])]
    }),
  )
}
