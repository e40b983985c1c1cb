import * as check from '../kernel/check/check.js'
import type { PolicyReference, Rounding } from '../kernel/index.js'
import { known, knownOrNull } from '../kernel/number/decimal.js'
import type * as fraction from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import type {
  AgeBucket,
  DiscountAuthority,
  DiscountRules,
  InvoiceDate,
  PriorityRules,
  RecordRules,
  SalesProcess,
  SalesStage,
} from './types.js'

/** A sales process as its rules read it. */
export interface ExactSalesProcess {
  readonly currency: string
  readonly rounding: Rounding
  readonly stages: readonly ExactStage[]
  readonly stageIds: readonly string[]
  /** All that the checklists look at. */
  readonly stageFacts: readonly string[]
  /** The place of the stage that a deal reaches by being won. */
  readonly wonAt: number
  readonly minimumSample: number
  readonly deviations: fraction.Fraction
  readonly startsAt: InvoiceDate
  readonly ageBy: 'due' | 'invoiced'
  readonly buckets: readonly AgeBucket[]
  readonly discounts: ExactDiscounts | null
  readonly records: ExactRecords | null
  readonly priorities: ExactPriorities | null
  /** What the process says, for what is said of one that says nothing of something. */
  readonly sections: readonly string[]
  readonly policy: PolicyReference
}

export interface ExactStage {
  readonly stage: SalesStage
  readonly requires: check.ExactCondition
  readonly reports: check.ExactCondition
  readonly probability: fraction.Fraction | null
}

export interface ExactDiscounts {
  readonly rules: DiscountRules
  readonly floorMargin: fraction.Fraction | null
  readonly exchangeAbove: fraction.Fraction
  readonly authorities: readonly ExactAuthority[]
}

export interface ExactAuthority {
  readonly rung: string
  readonly requires: check.ExactCondition
  readonly discountAtMost: fraction.Fraction
  readonly amountAtMost: fraction.Fraction | null
  readonly marginAtLeast: fraction.Fraction | null
}

export interface ExactRecords {
  readonly rules: RecordRules
  readonly target: fraction.Fraction
  readonly kinds: readonly ExactRecordKind[]
  readonly kindNames: readonly string[]
}

export interface ExactRecordKind {
  readonly kind: string
  readonly fields: readonly string[]
  /** Null where nothing says how soon. */
  readonly milliseconds: number | null
}

export interface ExactPriorities {
  readonly importantFrom: fraction.Fraction
  readonly urgentFrom: fraction.Fraction
  readonly always: check.ExactCondition | null
  /** What `always` looks at. */
  readonly facts: readonly string[]
  readonly clauses: readonly string[]
}

/** The exact form of a sales process; one that was not defined is refused. */
export const exactSalesProcess = /* @__PURE__ */ defined.compiler('SalesProcess', compileProcess)

function compileProcess(policy: SalesProcess): ExactSalesProcess {
  const { currency, rounding, minimumSample, wonAt, receivables } = policy
  const stages = policy.stages.map(compileStage)
  const stageIds = policy.stages.map(({ id }) => id)
  const facts = stages.flatMap(({ requires, reports }) => [
    ...check.factsOf(requires),
    ...check.factsOf(reports),
  ])
  const { discounts, records, priorities } = policy
  return {
    currency,
    rounding,
    stages,
    stageIds,
    stageFacts: [...new Set(facts)],
    wonAt: stageIds.indexOf(wonAt),
    minimumSample,
    deviations: known(policy.forecast.deviations),
    startsAt: policy.collection.startsAt,
    ageBy: receivables.ageBy,
    buckets: receivables.buckets,
    discounts: discounts === undefined ? null : compileDiscounts(discounts),
    records: records === undefined ? null : compileRecords(records),
    priorities: priorities === undefined ? null : compilePriorities(priorities),
    sections: [
      'stages',
      ...Object.entries({ discounts, records, priorities }).flatMap(([name, section]) =>
        section === undefined ? [] : [name],
      ),
    ],
    policy: Object.freeze(defined.reference(policy)),
  }
}

function compileStage(stage: SalesStage): ExactStage {
  return {
    stage,
    requires: check.compile({ all: stage.requires }),
    reports: check.compile({ all: stage.reports }),
    probability: knownOrNull(stage.probability),
  }
}

function compileDiscounts(rules: DiscountRules): ExactDiscounts {
  return {
    rules,
    floorMargin: knownOrNull(rules.floor.margin),
    exchangeAbove: known(rules.exchange.above),
    authorities: rules.authorities.map(compileAuthority),
  }
}

function compileAuthority(authority: DiscountAuthority): ExactAuthority {
  const { rung, discountAtMost, amountAtMost, marginAtLeast } = authority
  const limits: check.FactCondition[] = [
    { id: 'discount', comparison: 'at-most', required: discountAtMost, unit: 'ratio' },
  ]
  if (amountAtMost !== undefined)
    limits.push({ id: 'amount', comparison: 'at-most', required: amountAtMost, unit: 'money' })
  if (marginAtLeast !== undefined)
    limits.push({ id: 'margin', comparison: 'at-least', required: marginAtLeast, unit: 'ratio' })
  return {
    rung,
    requires: check.compile({
      all: limits.map((limit) => ({ ...limit, clause: 'PIP-8' })),
    }),
    discountAtMost: known(discountAtMost),
    amountAtMost: knownOrNull(amountAtMost),
    marginAtLeast: knownOrNull(marginAtLeast),
  }
}

const HOUR = 3_600_000n

function compileRecords(rules: RecordRules): ExactRecords {
  const kinds = rules.kinds.map(({ kind, fields, withinHours }) => {
    const hours = knownOrNull(withinHours)
    const milliseconds = hours && Number((hours.n * HOUR) / hours.d)
    return { kind, fields, milliseconds }
  })
  return { rules, target: known(rules.target), kinds, kindNames: kinds.map(({ kind }) => kind) }
}

function compilePriorities({ importantFrom, urgentFrom, always }: PriorityRules): ExactPriorities {
  const condition = always === undefined ? null : check.compile(always)
  return {
    importantFrom: known(importantFrom),
    urgentFrom: known(urgentFrom),
    always: condition,
    facts: condition === null ? [] : [...new Set(check.factsOf(condition))],
    clauses: [...new Set(['PIP-5', ...(condition === null ? [] : clausesOf(condition))])],
  }
}

/** The clauses that a condition cites. */
function clausesOf(condition: check.ExactCondition): string[] {
  if ('parts' in condition) return condition.parts.flatMap(clausesOf)
  const { clause } = condition.written
  return clause === undefined ? [] : [clause]
}
