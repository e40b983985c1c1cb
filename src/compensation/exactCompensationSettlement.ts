import { comesLater, PLAN_CHANGED } from '../commission/internal.js'
import type { Issue, Path } from '../kernel/index.js'
import { attempt } from '../kernel/input/attempt.js'
import * as issue from '../kernel/input/issue.js'
import type { Fields } from '../kernel/input/read.js'
import * as read from '../kernel/input/read.js'
import { FORMAT_UNKNOWN } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import * as digest from '../kernel/policy/digest.js'
import { type ExactCompensationPlan, exactCompensationPlan } from './exactCompensationPlan.js'
import { type ReadRow, readRow } from './exactComponentInput.js'
import {
  BALANCE_OF_COMPONENT_MISSING,
  BALANCE_WITHOUT_COMPONENT,
  CAP_OF_PROGRESS,
  COMPONENT_WITHOUT_PAYMENT,
  CORRECTED_ALONE,
  CORRECTED_TO_DATE,
  CORRECTED_UNDER_CAP,
  FROM_START_ACROSS,
} from './issues.js'
import type { CompensationPlan, DefinedCompensationPlan } from './types.js'

/** What a settlement by several components was given, read as far as the components do not read it themselves. */
export interface ReadCompensationSettlement {
  readonly payee: string
  readonly rows: readonly SettlementRow[]
  /** The balances of the components, by id; null where it opens with nothing. */
  readonly opening: Fields | null
  /** By id. */
  readonly invoiced: Fields
  readonly collected: Fields
  readonly earlierPlans: readonly ExactCompensationPlan[]
  /** What each component's settlement is told as it is: `final`, `planChange`, … */
  readonly options: Fields
}

/** A period, and the corrections that it pays, by component. */
interface SettlementRow {
  readonly row: ReadRow
  readonly corrections: ReadonlyMap<string, readonly unknown[]>
}

const OPTIONS = ['planChange', 'closedThrough', 'yearStartsIn', 'final', 'joined'] as const
const KEYS = [
  ...['payee', 'periods', 'opening', 'earlierPlans', 'invoiced', 'collected'],
  ...OPTIONS,
]

/** The form of a balance that this version writes and reads. */
export const FORMAT = 1

/** How a balance names the plan that it was made by. */
export const planOfBalance = /* @__PURE__ */ defined.oncePerPolicy((plan: CompensationPlan) => ({
  id: plan.id,
  version: plan.version,
  digest: digest.digestOfContents(plan),
}))

export function readCompensationSettlement(
  input: unknown,
  json: CompensationPlan,
  plan: ExactCompensationPlan,
): ReadCompensationSettlement {
  const issues: Issue[] = []
  const fields = read.fields(input, [], KEYS, issues) ?? {}
  issue.refuseIfAny(issues)
  issues.push(...withoutPayment(plan), ...progressUnderCap(plan))
  const payee = read.name(fields['payee'], ['payee'], issues) ?? ''
  const ids = plan.components.map(({ id }) => id)
  const byId = (key: string) => read.fields(fields[key] ?? {}, [key], ids, issues) ?? {}
  const given = read.array(fields['periods'], ['periods'], issues) ?? []
  const rows = given.map((row, index) =>
    readPeriod(row, ['periods', index], { payee, plan }, issues),
  )
  const planChange = fields['planChange'] ?? null
  if (planChange === 'from-start-of-year' && plan.components.some(({ parts }) => parts.length > 0))
    issue.add(issues, issue.at(FROM_START_ACROSS, ['planChange'], {}))
  const known = {
    payee,
    rows,
    opening: readOpening(fields['opening'], { json, ids, planChange }, issues),
    invoiced: byId('invoiced'),
    collected: byId('collected'),
    earlierPlans: readEarlier(fields['earlierPlans'] ?? [], issues),
    options: only(fields),
  }
  issue.refuseIfAny(issues)
  return known
}

function only(fields: Fields): Fields {
  const given = OPTIONS.filter((key) => fields[key] !== undefined)
  return Object.fromEntries(given.map((key) => [key, fields[key]]))
}

function withoutPayment({ components }: ExactCompensationPlan): Issue[] {
  return components
    .filter(({ plan }) => plan.payment === undefined)
    .map(({ id }) => issue.at(COMPONENT_WITHOUT_PAYMENT, [], { id }))
}

/** What a cap took of a line that is paid later, nothing would remember. */
function progressUnderCap({ cap, components }: ExactCompensationPlan): Issue[] {
  if (cap === null) return []
  return components
    .filter(({ plan }) => comesLater(plan.payment))
    .map(({ id }) => issue.at(CAP_OF_PROGRESS, [], { id }))
}

interface OfPayee {
  readonly payee: string
  readonly plan: ExactCompensationPlan
}

function readPeriod(
  value: unknown,
  path: Path,
  { payee, plan }: OfPayee,
  issues: Issue[],
): SettlementRow {
  const { corrections = null, ...own } = read.record(value, path, issues) ?? {}
  if (own['payee'] !== undefined)
    issue.add(issues, read.unknownKey('payee', path, ['period', 'components']))
  const row = readRow({ ...own, payee }, path, plan, issues)
  const at = [...path, 'corrections']
  const list = corrections === null ? [] : (read.array(corrections, at, issues) ?? [])
  issues.push(...correctedAlone(row, plan), ...uncorrectable(list.length > 0, at, plan))
  return { row, corrections: readCorrections(list, at, plan, issues) }
}

const CORRECTION_KEYS = ['payee', 'period', 'amount', 'currency', 'components']

function readCorrections(
  list: readonly unknown[],
  path: Path,
  { components }: ExactCompensationPlan,
  issues: Issue[],
): ReadonlyMap<string, readonly unknown[]> {
  const ids = components.map(({ id }) => id)
  const found = new Map<string, unknown[]>(ids.map((id) => [id, []]))
  for (const [index, value] of list.entries()) {
    const at = [...path, index]
    const fields = read.fields(value, at, CORRECTION_KEYS, issues) ?? {}
    const rows = read.array(fields['components'], [...at, 'components'], issues) ?? []
    for (const [place, one] of rows.entries()) {
      const where = [...at, 'components', place]
      const { id, correction } = read.fields(one, where, ['id', 'correction'], issues) ?? {}
      const name = read.word(id, [...where, 'id'], ids, issues)
      if (name !== undefined) found.get(name)?.push(correction)
    }
  }
  return found
}

/** Components that look at one another are corrected together: what one has come to may be other for those that look at it. */
function correctedAlone({ components: rows, path }: ReadRow, plan: ExactCompensationPlan): Issue[] {
  const { components, cap } = plan
  const looked = new Set(components.flatMap(({ parts }) => parts.map((part) => part.component)))
  return components.flatMap(({ id, parts }) => {
    const list = read.array(rows.get(id)?.['adjustments'] ?? [], [], []) ?? []
    const isTied = cap !== null || parts.length > 0 || looked.has(id)
    return list.flatMap((one, index): Issue[] => {
      const fields = read.record(one, [], []) ?? {}
      const isCorrection = fields['now'] !== undefined || (cap !== null && isOfPeriod(fields))
      if (!isTied || !isCorrection) return []
      const at = [...path, 'components', id, 'adjustments', index]
      return [
        cap === null
          ? issue.at(CORRECTED_ALONE, at, { id })
          : issue.at(CORRECTED_UNDER_CAP, at, {}),
      ]
    })
  })
}

/** An amount by hand for an earlier period. */
function isOfPeriod(fields: Fields): boolean {
  return (fields['period'] ?? null) !== null && fields['manager'] === undefined
}

function uncorrectable(isCorrected: boolean, path: Path, plan: ExactCompensationPlan): Issue[] {
  if (!isCorrected) return []
  if (plan.cap !== null) return [issue.at(CORRECTED_UNDER_CAP, path, {})]
  const id = lookedAtToDate(plan)
  return id === null ? [] : [issue.at(CORRECTED_TO_DATE, path, { id })]
}

/** A component that counts to date and at which another looks: a correction of it moves what all later periods of that look at. */
export function lookedAtToDate({ components }: ExactCompensationPlan): string | null {
  const looked = new Set(components.flatMap(({ parts }) => parts.map((part) => part.component)))
  const toDate = components.find(
    ({ id, plan }) => looked.has(id) && (plan.payment?.accrual ?? 'period') !== 'period',
  )
  return toDate?.id ?? null
}

interface Opening {
  readonly json: CompensationPlan
  readonly ids: readonly string[]
  readonly planChange: unknown
}

const BALANCE_KEYS = ['format', 'payee', 'currency', 'plan', 'components']

/** Each balance says itself whose it is, and in which currency. */
function readOpening(value: unknown, opening: Opening, issues: Issue[]): Fields | null {
  if ((value ?? null) === null) return null
  const path = ['opening']
  const fields = read.fields(value, path, BALANCE_KEYS, issues)
  if (fields === undefined) return null
  if (fields['format'] !== FORMAT) {
    const params = { given: issue.show(fields['format']), known: String(FORMAT) }
    issue.add(issues, issue.at(FORMAT_UNKNOWN, [...path, 'format'], params))
  }
  const isSame = isOfPlan(fields['plan'], opening, issues)
  const at = [...path, 'components']
  const components = read.record(fields['components'], at, issues)
  if (components !== undefined) issues.push(...balanceIssues(components, at, isSame, opening))
  return components ?? null
}

/** Whether the plan made the balance; another one goes on only where it is said what its coming means. */
function isOfPlan(value: unknown, { json, planChange }: Opening, issues: Issue[]): boolean {
  const path = ['opening', 'plan']
  const own = planOfBalance(json)
  const plan = read.record(value, path, issues) ?? {}
  const was = read.name(plan['id'], [...path, 'id'], issues) ?? own.id
  if (was !== own.id && planChange === null)
    issue.add(issues, issue.at(PLAN_CHANGED, [...path, 'id'], { was, is: own.id }))
  return plan['digest'] === own.digest
}

/** Of one plan all balances are there; of another, none that is open is lost. */
function balanceIssues(components: Fields, path: Path, isSame: boolean, { ids }: Opening): Issue[] {
  const missing = isSame ? ids.filter((id) => components[id] === undefined) : []
  const gone = Object.keys(components).filter((id) => !ids.includes(id) && isOpen(components[id]))
  return [
    ...missing.map((id) => issue.at(BALANCE_OF_COMPONENT_MISSING, [...path, id], {})),
    ...gone.map((id) => issue.at(BALANCE_WITHOUT_COMPONENT, [...path, id], lost(id, ids))),
  ]
}

function lost(id: string, known: readonly string[]) {
  return { given: issue.show(id), known, suggestion: null }
}

/** Whether a balance still owes something, or is owed. */
function isOpen(balance: unknown): boolean {
  const { held, carried, draw, lines } = read.record(balance, [], []) ?? {}
  const isNothing = (amount: unknown) => {
    const exact = read.written(amount, [], [])
    return exact !== undefined && fraction.isZero(exact)
  }
  const isEmpty = (list: unknown) => (read.length(list ?? [], [], []) ?? 1) === 0
  return !(isNothing(carried) && isNothing(draw) && isEmpty(held) && isEmpty(lines))
}

function readEarlier(value: unknown, issues: Issue[]): ExactCompensationPlan[] {
  const list = read.array(value, ['earlierPlans'], issues) ?? []
  return list.flatMap((one, index) => {
    const outcome = attempt(() => exactCompensationPlan(one as DefinedCompensationPlan))
    if (outcome.ok) return [outcome.value]
    issues.push(...outcome.issues.map((found) => issue.under(['earlierPlans', index], found)))
    return []
  })
}
