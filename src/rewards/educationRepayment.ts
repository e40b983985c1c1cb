import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import {
  type ExactEducationFund,
  type ExactRewardPolicy,
  exactRewardPolicy,
} from './exactRewardPolicy.js'
import { REPAYMENT_ABOVE_LAW } from './issues.js'
import { readInput, sectionOf } from './read.js'
import type {
  DefinedRewardPolicy,
  EducationCommitment,
  EducationRepayment,
  RepaymentStep,
} from './types.js'

/**
 * Says what somebody owes back for a course when they leave before the service that they promised for it has ended (REW-5).
 *
 * By day: amount × days not served ÷ days promised, both ends of the service included. Or by the steps of the policy, in months served. It
 * lies between nothing and all, and is nothing once the commitment is served. Chinese labour law (Labour Contract Law, article 22) allows no
 * more than the part that was not served: steps that ask for more are a finding, and are cut to it unless the policy only reports it.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NOT_IN_POLICY` for a policy without a fund, `NUMBER_OUT_OF_RANGE`, `TOTAL_TOO_PRECISE`,
 *   `DATE_INVALID`, `DATES_OUT_OF_ORDER`.
 *
 * @example Two years promised for 10,000, and one of them served
 * ```ts
 * import { educationRepayment, handbook } from 'sales-rules'
 *
 * const course = { amount: '10000', from: '2024-07-01', to: '2026-06-30', lastDay: '2025-06-30' }
 * const { repay, served, of } = educationRepayment(course, handbook.rewards)
 * repay // => '5000.00'
 * served // => 365
 * of // => 730
 * ```
 */
export function educationRepayment(
  commitment: EducationCommitment,
  policy: DefinedRewardPolicy,
): EducationRepayment {
  const exact = exactRewardPolicy(policy)
  const fund = sectionOf(exact, 'educationFund')
  const known = readCommitment(commitment, exact)
  return writeRepayment(known, computeRepayment(known, fund, exact), fund, exact)
}

/** A commitment; the amount in units of the currency. */
interface ExactCommitment {
  readonly payee: string | null
  readonly units: bigint
  readonly from: string
  readonly to: string
  readonly lastDay: string
}

function readCommitment(commitment: unknown, policy: ExactRewardPolicy): ExactCommitment {
  const issues: Issue[] = []
  const path = ['commitment']
  const keys = ['payee', 'amount', 'from', 'to', 'lastDay']
  const fields = readInput(commitment, path, keys, issues)
  const { required, optional } = read.of(fields, path, issues)
  const payee = optional('payee', read.name) ?? null
  const amount = required('amount', read.positive)
  const units = amount && read.units(amount, policy, [...path, 'amount'], issues)
  const span = read.closedSpan(fields, path, issues)
  const lastDay = required('lastDay', read.date)
  issue.refuseIfAny(issues)
  return { payee, units, ...span, lastDay } as ExactCommitment
}

/** What is owed, in units of the currency. */
interface ExactRepayment {
  readonly served: number
  readonly of: number
  readonly step: RepaymentStep | null
  readonly agreed: bigint
  readonly legalLimit: bigint
  readonly repay: bigint
}

function computeRepayment(
  commitment: ExactCommitment,
  fund: ExactEducationFund,
  { rounding, decimals }: ExactRewardPolicy,
): ExactRepayment {
  const { units, from, to, lastDay } = commitment
  const of = time.daysBetween(from, to) + 1
  const served = Math.min(of, Math.max(0, time.daysBetween(from, lastDay) + 1))
  const unit = fraction.powerOfTen(decimals - rounding.decimals)
  const partOf = ({ n, d }: fraction.Fraction) =>
    smaller(fraction.toUnits({ n: units * n, d: d * unit }, 0, rounding.mode) * unit, units)
  const unserved = { n: BigInt(of - served), d: BigInt(of) }
  const found = served === of ? undefined : stepAfter(served, from, fund)
  const isByDay = fund.rules.repayment.kind === 'by-day'
  const legalLimit = partOf(unserved)
  const agreed = partOf(isByDay ? unserved : (found?.share ?? fraction.ZERO))
  const isCut = fund.rules.aboveLegalLimit === 'cap'
  const repay = isCut ? smaller(agreed, legalLimit) : agreed
  return { served, of, step: found?.step ?? null, agreed, legalLimit, repay }
}

const smaller = (one: bigint, other: bigint) => (one < other ? one : other)

/** The step of somebody who has served so many days; none after the last. */
function stepAfter(served: number, from: string, { rules, steps }: ExactEducationFund) {
  const { repayment } = rules
  const holdsEnd = repayment.kind === 'steps' && repayment.boundary === 'lower-tier'
  const next = time.addDays(from, served)
  return steps.find(({ step }) => {
    const end = issue.within(['commitment', 'from'], () => time.addMonths(from, step.upToMonths))
    return holdsEnd ? next <= end : next < end
  })
}

function writeRepayment(
  { payee, units }: ExactCommitment,
  { served, of, step, agreed, legalLimit, repay }: ExactRepayment,
  { rules }: ExactEducationFund,
  { currency, decimals, policy }: ExactRewardPolicy,
): EducationRepayment {
  const written = {
    agreed: write.fixed(agreed, decimals),
    legalLimit: write.fixed(legalLimit, decimals),
  }
  const params = { given: written.agreed, maximum: written.legalLimit }
  const finding = issue.asWarning(
    issue.at(REPAYMENT_ABOVE_LAW, ['policy', 'educationFund'], params),
  )
  return {
    payee,
    amount: write.fixed(units, decimals),
    repay: write.fixed(repay, decimals),
    currency,
    ...written,
    served,
    of,
    step,
    findings: agreed > legalLimit ? [finding] : [],
    policy,
    clauses: [rules.clause],
  }
}
