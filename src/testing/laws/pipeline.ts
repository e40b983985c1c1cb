import * as check from '../../kernel/check/check.js'
import type { Condition } from '../../kernel/index.js'
import { decimalsOf } from '../../kernel/number/currency.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as defined from '../../kernel/policy/defined.js'
import * as time from '../../kernel/time/time.js'
import {
  ageReceivables,
  checkStage,
  type DefinedSalesProcess,
  forecastPipeline,
  type Invoice,
  type OpenDeal,
  type SalesProcess,
} from '../../pipeline/index.js'
import { drawAmount, exactly } from '../draw/amounts.js'
import {
  AS_OF,
  betterFact,
  betterWay,
  conditionsByFact,
  drawEachFact,
  type Facts,
} from '../draw/facts.js'
import { type AnyLaw, differing, law } from '../law.js'
import type { Arbitrary, FastCheck } from '../types.js'
import { discountLaws } from './discounts.js'

/** The laws of a sales process: of its stages, its discounts, its forecast and what is owed. */
export function pipelineLaws(fc: FastCheck, policy: DefinedSalesProcess): AnyLaw[] {
  const conditions = conditionsOf(policy)
  return [
    ...(conditions.length === 0 ? [] : [nothingKnown(fc, policy)]),
    ...betterFacts(fc, policy),
    ...discountLaws(fc, policy),
    forecastAddsUp(fc, policy),
    receivablesAddUp(fc, policy),
  ]
}

/** What stages ask for. */
function conditionsOf({ stages }: SalesProcess): Condition[] {
  return stages.flatMap(({ requires, reports }) => [...requires, ...reports])
}

function drawStage(fc: FastCheck, { stages }: SalesProcess): Arbitrary<string> {
  return fc.constantFrom(...stages.map(({ id }) => id))
}

function nothingKnown(fc: FastCheck, policy: DefinedSalesProcess): AnyLaw {
  return law(fc, {
    name: 'of a deal of which nothing is known nothing is met',
    of: 'library',
    cases: drawStage(fc, policy),
    broken: (stage) => {
      const met = checkStage({}, stage, policy).checks.find(({ outcome }) => outcome === 'met')
      return met === undefined ? null : `${met.id} of ${stage} is met`
    },
  })
}

const ANSWERS = [false, 'unknown', true] as const

function betterFacts(fc: FastCheck, policy: DefinedSalesProcess): AnyLaw[] {
  const byFact = [...conditionsByFact(conditionsOf(policy))].filter(
    ([, conditions]) => betterWay(conditions) !== null,
  )
  if (byFact.length === 0) return []
  return [
    law(fc, {
      name: 'a better fact never holds a deal back',
      of: 'library',
      cases: fc.record({
        stage: drawStage(fc, policy),
        facts: arbitraryDealFacts(fc, policy),
        of: fc.constantFrom(...byFact),
        step: fc.bigInt({ min: 1n, max: 1_000n }),
      }),
      broken: ({ stage, facts, of: [changed, conditions], step }) => {
        const given: Facts = { ...facts }
        const better = betterFact(given[changed], conditions, step)
        if (better === undefined) return null
        const before = checkStage(given, stage, policy)
        const after = checkStage({ ...given, [changed]: better }, stage, policy)
        const isWorse = (['mayMove', 'complete'] as const).find(
          (answer) => ANSWERS.indexOf(after[answer]) < ANSWERS.indexOf(before[answer]),
        )
        if (isWorse === undefined) return null
        return `${isWorse} of ${stage} is ${before[isWorse]} with ${changed} of ${given[changed]}, and ${after[isWorse]} with ${better}`
      },
    }),
  ]
}

/**
 * What is known of a deal, as the stages of a process look at it: what is required, a step beside it, and anything else. Some of it is not known.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { checkStage, handbook } from 'sales-rules'
 * import { arbitraryDealFacts } from 'sales-rules/testing'
 *
 * const deals = arbitraryDealFacts(fc, handbook.pipeline)
 * fc.assert(
 *   fc.property(deals, (facts) => {
 *     const { mayMove, missing } = checkStage(facts, 'delivery', handbook.pipeline)
 *     return mayMove === true || missing.some(({ holdsBack }) => holdsBack)
 *   }),
 * )
 * ```
 */
export function arbitraryDealFacts(fc: FastCheck, policy: DefinedSalesProcess): Arbitrary<object> {
  defined.check(policy, 'SalesProcess')
  const conditions = conditionsOf(policy)
  // A day is taken only where something is counted up to it.
  const isDated = check.factsOf(check.compile({ all: conditions })).includes('asOf')
  return fc
    .record(Object.fromEntries(drawEachFact(fc, conditions)), { requiredKeys: [] })
    .map((facts) => (isDated ? { ...facts, asOf: AS_OF } : facts))
}

function drawMoney(fc: FastCheck, { currency }: SalesProcess): Arbitrary<string> {
  const edges = ['1', '99.99', '100000'].map(exactly)
  return drawAmount(fc, { edges, decimals: decimalsOf(currency) ?? 0 })
}

function sumOf(amounts: readonly string[]): string {
  return write.decimal(fraction.sum(amounts.map(exactly)))
}

function forecastAddsUp(fc: FastCheck, policy: DefinedSalesProcess): AnyLaw {
  return law(fc, {
    name: 'what the periods of a forecast are expected to bring adds up to its total',
    of: 'library',
    cases: fc.record({
      deals: fc.array(drawDeal(fc, policy), { maxLength: 6 }),
      per: fc.constantFrom('week' as const, 'month' as const, 'quarter' as const),
    }),
    broken: ({ deals, per }) => {
      const { periods, total } = forecastPipeline({ asOf: AS_OF, per, deals }, policy)
      const partsOf = (figure: 'value' | 'expected') => sumOf(periods.map((one) => one[figure]))
      return (
        differing('values', partsOf('value'), sumOf([total.value])) ??
        differing('expected', partsOf('expected'), sumOf([total.expected]))
      )
    },
  })
}

/** A deal that is not won yet. */
function drawDeal(fc: FastCheck, policy: SalesProcess): Arbitrary<OpenDeal> {
  const open = policy.stages.slice(
    0,
    policy.stages.findIndex(({ id }) => id === policy.wonAt),
  )
  return fc.record({
    stage: fc.constantFrom(...open.map(({ id }) => id)),
    value: drawMoney(fc, policy),
    expected: fc.nat({ max: 200 }).map((days) => time.addDays(AS_OF, days)),
    probability: fc.constantFrom('0', '0.3333', '0.5', '1'),
  })
}

function receivablesAddUp(fc: FastCheck, policy: DefinedSalesProcess): AnyLaw {
  return law(fc, {
    name: 'the buckets of receivables, and what has no date, add up to what is owed',
    of: 'library',
    cases: fc.array(drawInvoice(fc, policy), { maxLength: 6 }),
    broken: (invoices) => {
      const aged = ageReceivables({ asOf: AS_OF, invoices }, policy)
      const buckets = [...aged.buckets.map(({ amount }) => amount), aged.undated]
      const owed = fraction.subtract(
        fraction.sum(invoices.map(({ amount }) => exactly(amount))),
        fraction.sum(invoices.flatMap(paidOf)),
      )
      return (
        differing('buckets and total', sumOf(buckets), sumOf([aged.total])) ??
        differing('total and owed', sumOf([aged.total]), write.decimal(owed))
      )
    },
  })
}

function paidOf({ payments = [] }: Invoice): fraction.Fraction[] {
  return payments.map(({ amount }) => exactly(amount))
}

/** An invoice or a credit note at the end of a bucket, a day beside it or without a date; unpaid, or paid in part. */
function drawInvoice(fc: FastCheck, policy: SalesProcess): Arbitrary<Invoice> {
  const { ageBy, buckets } = policy.receivables
  const ends = buckets.flatMap(({ upTo }) => (upTo === null ? [] : [upTo, upTo + 1]))
  const ages = [...ends, 0, ...(ageBy === 'due' ? [-30] : [])]
  return fc
    .record({
      amount: drawMoney(fc, policy),
      part: drawMoney(fc, policy),
      days: fc.constantFrom(null, ...ages),
      isCredit: fc.nat({ max: 4 }).map((draw) => draw === 0),
      isPaid: fc.boolean(),
      customer: fc.constantFrom('Acme', 'Beta'),
    })
    .map(({ amount, part, days, isCredit, isPaid, customer }) => {
      const signed = (text: string) =>
        isCredit ? write.decimal(fraction.negate(exactly(text))) : text
      const paid = write.decimal(fraction.smaller(exactly(amount), exactly(part)))
      return {
        customer,
        amount: signed(amount),
        ...(isPaid && { payments: [{ amount: signed(paid), on: AS_OF }] }),
        ...(days !== null && { [ageBy]: time.addDays(AS_OF, -days) }),
      }
    })
}
