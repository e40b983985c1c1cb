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
  clawBack: one<CommissionClawback>(['lines', 'total', 'notCounted'], describeClawback),
  commissionCurve: one<CommissionCurve>(['currency', 'points'], describeCurve),
  creditLines: one<Crediting>(['payees', 'lines', 'notCredited'], describeCrediting),
  creditPayments: list<readonly CreditedPayment[]>(
    ['line', 'on', 'amount', 'owners'],
    describeCreditedPayments,
  ),
  gradeConsequences: list<readonly Consequence[]>(
    ['kind', 'clause', 'endedBy'],
    describeConsequences,
  ),
  payConsequences: one<ConsequencePay>(['lines', 'notPaid', 'days'], describeConsequencePay),
  payContest: one<Contest>(['pot', 'left', 'entrants'], describeContest),
  payrollRows: list<readonly PayrollRow[]>(['earningCode', 'payee', 'period'], describePayroll),
  restateCommission: one<Restatement>(['corrections', 'statements'], describeRestatement),
  restateCompensation: one<CompensationRestatement>(
    ['corrections'],
    describeCompensationRestatement,
  ),
  salesForCommission: one<SalesForCommission>(['sales', 'statement'], describeSalesForCommission),
  settleCommission: one<Settlement>(['periods', 'closing', 'terms'], describeSettlement),
  settleCompensation: one<CompensationSettlement>(
    ['periods', 'closing', 'components'],
    describeCompensationSettlement,
  ),
}

export type ExplainedFunction = keyof typeof OUTCOMES

/** Outcomes that can be explained. */
export type ExplainedOutcome = Parameters<(typeof OUTCOMES)[ExplainedFunction]['describe']>[0]
