/** The functions whose outcomes are explained: how each outcome is told from others, and who describes it. */
import type { Appraisal } from '../appraisal/index.js'
import type {
  CommissionAccrual,
  CommissionAttribution,
  CommissionClawback,
  CommissionCurve,
  CommissionStatement,
  CreditedPayment,
  Crediting,
  PayrollRow,
  Restatement,
  SalesForCommission,
  Settlement,
} from '../commission/index.js'
import type {
  Amortization,
  Compensation,
  CompensationAccrual,
  CompensationRestatement,
  CompensationSettlement,
  ConsequencePay,
  Contest,
} from '../compensation/index.js'
import type { Consequence } from '../grading/index.js'
import type { Issue } from '../kernel/index.js'
import type { Edit, LintReport } from '../policy/index.js'
import type {
  GoalOutcome,
  PayReview,
  PlanCurve,
  PolicyComparison,
  Sensitivity,
  SimulationOutcome,
  SweepOutcome,
  TotalsComparison,
} from '../scenario/index.js'
import { describeAppraisal } from './describe/appraisal/appraisal.js'
import type { Beside } from './describe/beside.js'
import { describeAccrual } from './describe/commission/accrual.js'
import { describeAttribution } from './describe/commission/attribution.js'
import { describeClawback } from './describe/commission/clawback.js'
import { describeRestatement } from './describe/commission/corrections.js'
import { describeCreditedPayments } from './describe/commission/creditedPayments.js'
import { describeCrediting } from './describe/commission/crediting.js'
import { describeCurve } from './describe/commission/curve.js'
import { describePayroll } from './describe/commission/payroll.js'
import { describeSalesForCommission } from './describe/commission/salesForCommission.js'
import { describeSettlement } from './describe/commission/settlement.js'
import { describeStatement } from './describe/commission/statement.js'
import { describeAmortization } from './describe/compensation/amortization.js'
import { describeCompensation } from './describe/compensation/compensation.js'
import { describeConsequencePay } from './describe/compensation/consequencePay.js'
import { describeContest } from './describe/compensation/contest.js'
import { describeCompensationRestatement } from './describe/compensation/corrections.js'
import { describeCompensationSettlement } from './describe/compensation/settlement.js'
import { describeConsequences } from './describe/grading/consequences.js'
import { describeEdits } from './describe/policy/edits.js'
import { describeExamples } from './describe/policy/examples.js'
import { describeLint } from './describe/policy/lint.js'
import { describeComparison } from './describe/scenario/comparison.js'
import { describeCurves } from './describe/scenario/curves.js'
import { describeGoal } from './describe/scenario/goal.js'
import { describeReview } from './describe/scenario/review.js'
import { describeSensitivity } from './describe/scenario/sensitivity.js'
import { describeSimulation } from './describe/scenario/simulation.js'
import { describeSweep } from './describe/scenario/sweep.js'
import { describeTotals } from './describe/scenario/totals.js'
import type { Document } from './document.js'
import type { Voice } from './voice.js'

interface Explained<Outcome> {
  /** The fields that every such outcome has; of a list, that each of its entries has. */
  readonly signs: readonly string[]
  readonly isList: boolean
  readonly describe: (outcome: Outcome, voice: Voice, beside: Beside) => Document
}

/** Whose outcome is one object. */
function one<Outcome extends object>(
  signs: readonly (keyof Outcome & string)[],
  describe: Explained<Outcome>['describe'],
): Explained<Outcome> {
  return { signs, isList: false, describe }
}

/** Whose outcome is a list. */
function list<Outcome extends readonly object[]>(
  signs: readonly (keyof Outcome[number] & string)[],
  describe: Explained<Outcome>['describe'],
): Explained<Outcome> {
  return { signs, isList: true, describe }
}

export const OUTCOMES = {
  accrualByComponent: one<CompensationAccrual>(
    ['unpaid', 'held', 'carried', 'advanced', 'components'],
    describeAccrual,
  ),
  accrualOf: one<CommissionAccrual>(['unpaid', 'held', 'carried', 'advanced'], describeAccrual),
  amortizeCost: one<Amortization>(['amount', 'periods', 'impaired'], describeAmortization),
  appraise: one<Appraisal>(['parts', 'gradeCaps', 'gradeAtMost'], describeAppraisal),
  attributeCommission: one<CommissionAttribution>(['attribution', 'lines'], describeAttribution),
  calculateCommission: one<CommissionStatement>(['slices', 'gate', 'unrounded'], describeStatement),
  calculateCompensation: one<Compensation>(
    ['amount', 'targetIncentive', 'components'],
    describeCompensation,
  ),
  checkExamples: list<readonly Issue[]>(['code', 'severity', 'message', 'path'], describeExamples),
  clawBack: one<CommissionClawback>(['lines', 'total', 'notCounted'], describeClawback),
  commissionCurve: one<CommissionCurve>(['currency', 'points'], describeCurve),
  comparePolicies: one<PolicyComparison>(
    ['totals', 'winners', 'losers', 'classes'],
    describeComparison,
  ),
  compareTotals: one<TotalsComparison>(['now', 'then', 'totals'], describeTotals),
  creditLines: one<Crediting>(['payees', 'lines', 'notCredited'], describeCrediting),
  creditPayments: list<readonly CreditedPayment[]>(
    ['line', 'on', 'amount', 'owners'],
    describeCreditedPayments,
  ),
  curvesOf: list<readonly PlanCurve[]>(['policy', 'points', 'kinks'], describeCurves),
  diffPolicies: list<readonly Edit[]>(['path'], describeEdits),
  goalSeek: one<GoalOutcome>(['evaluations', 'found'], describeGoal),
  gradeConsequences: list<readonly Consequence[]>(
    ['kind', 'clause', 'endedBy'],
    describeConsequences,
  ),
  lintPolicy: one<LintReport>(['findings', 'notChecked'], describeLint),
  payConsequences: one<ConsequencePay>(['lines', 'notPaid', 'days'], describeConsequencePay),
  payContest: one<Contest>(['pot', 'left', 'entrants'], describeContest),
  payrollRows: list<readonly PayrollRow[]>(['earningCode', 'payee', 'period'], describePayroll),
  restateCommission: one<Restatement>(['corrections', 'statements'], describeRestatement),
  restateCompensation: one<CompensationRestatement>(
    ['corrections'],
    describeCompensationRestatement,
  ),
  reviewPay: one<PayReview>(['correlation', 'inversions', 'justBelow'], describeReview),
  salesForCommission: one<SalesForCommission>(['sales', 'statement'], describeSalesForCommission),
  sensitivityOf: one<Sensitivity>(['numbers', 'unchanged', 'notRaised'], describeSensitivity),
  settleCommission: one<Settlement>(['periods', 'closing', 'terms'], describeSettlement),
  settleCompensation: one<CompensationSettlement>(
    ['periods', 'closing', 'components'],
    describeCompensationSettlement,
  ),
  simulate: one<SimulationOutcome>(['generator', 'seed', 'cost'], describeSimulation),
  sweep: one<SweepOutcome>(['now', 'points', 'unit'], describeSweep),
}

export type ExplainedFunction = keyof typeof OUTCOMES

/** Outcomes that can be explained. */
export type ExplainedOutcome = Parameters<(typeof OUTCOMES)[ExplainedFunction]['describe']>[0]
