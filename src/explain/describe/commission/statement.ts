import type { CommissionStatement, DefinedCommissionPlan } from '../../../commission/index.js'
import type { Block, Document, Fact } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { attributionBeside, type Beside, planBeside } from '../beside.js'
import { checksOf, documentOf } from '../common.js'
import { earningsOf, rateOf } from './earnings.js'
import { linesOf } from './lines.js'
import { nextOf } from './next.js'

/** The commission statement: one number, why, what pays more, and all that it can be recomputed from. */
export function describeStatement(
  statement: CommissionStatement,
  voice: Voice,
  beside: Beside = {},
): Document {
  const { words } = voice
  const attribution = attributionBeside(beside, statement)
  return documentOf(statement, voice, {
    title: words.commission.title,
    answer: answerOf(statement, voice),
    sentences: [
      ...attainmentOf(statement, voice),
      ...upliftOf(statement, voice),
      ...nextOf(statement.next, statement, voice),
      ...omittedOf(statement, voice),
    ],
    amount: statement,
    head: figuresOf(statement, voice),
    blocks: [
      ...earningsOf(statement, voice),
      ...tiersOf(planBeside(beside, statement.policy), voice, upliftOf(statement, voice)),
      ...linesOf(attribution, voice),
      ...mechanismsOf(statement, voice),
      ...ordersOf(statement, voice),
      ...roundingOf(statement, voice),
      ...notCountedOf(statement, voice, attribution !== undefined),
    ],
  })
}

/** What the amount was computed from, exactly: sentences cut long percentages. */
function figuresOf(statement: CommissionStatement, voice: Voice): readonly Fact[] {
  const { sales, base, target, attainment, attainmentRounded, gate, coefficient } = statement
  const { effectiveRate, inUnits } = statement
  // More than all of it is paid on what is no money: points, meetings, a score.
  const isOfMoney = effectiveRate?.startsWith('0')
  return [
    ...factOf(voice, 'sales', sales, 'number'),
    ...(base === sales ? [] : factOf(voice, 'base', base, 'number')),
    ...factOf(voice, 'target', target, 'number'),
    ...factOf(voice, 'attainment', attainment, 'percent'),
    ...factOf(voice, 'attainmentRounded', attainmentRounded, 'percent'),
    ...factOf(voice, 'gateAttainment', gate?.attainment, 'percent'),
    ...(gate ? [gateCounts(gate.counts, voice)] : []),
    ...(coefficient ? [upliftFact(coefficient, voice)] : []),
    ...(isOfMoney && !inUnits ? factOf(voice, 'effectiveRate', effectiveRate, 'percent') : []),
  ]
}

type Coefficient = NonNullable<CommissionStatement['coefficient']>
type Counts = NonNullable<CommissionStatement['gate']>['counts']

function gateCounts(counts: Counts, { words }: Voice): Fact {
  const cell = { text: words.commission.gateCounts[counts], plain: counts, isNumber: false }
  return { label: words.fields.gateCounts, cell }
}

/** One number and one sentence why. */
function answerOf(statement: CommissionStatement, voice: Voice): string {
  const { gate, slices, effectiveRate, mode } = statement
  const { commission } = voice.words
  const amount = voice.money(statement.amount, statement.currency)
  const sales = earningSales(statement, voice)
  if (gate?.outcome === 'unmet' && slices.length === 0) return shutBy(statement, amount, voice)
  const last = slices.at(-1)
  if (last === undefined) return commission.nothing({ amount })
  const tier = last.tier
  const isOneScale = slices.every(({ rule, times }) => rule === undefined && times === undefined)
  if (!isOneScale)
    return effectiveRate === null
      ? commission.onSales({ amount, sales })
      : commission.atRate({ amount, sales, rate: rateOf(voice, effectiveRate, statement) })
  const rate = rateOf(voice, last.rate, statement)
  if (mode === 'interpolated') return commission.interpolated({ amount, sales, tier })
  return mode === 'marginal'
    ? commission.marginal({ amount, sales, tier, rate })
    : commission.wholeAmount({ amount, sales, tier, rate })
}

/** The sales that earn; of how many where they are not all. */
function earningSales({ sales, base }: CommissionStatement, voice: Voice): string {
  const earning = voice.number(base)
  if (base === sales) return earning
  return voice.words.commission.ofAll({ earning, sales: voice.number(sales) })
}

function shutBy({ gate, attainment }: CommissionStatement, amount: string, voice: Voice): string {
  const { commission } = voice.words
  const isShort = gate !== null && gate.attainment !== null && gate.remaining !== null
  if (!isShort || attainment === null) return commission.conditionsUnmet({ amount })
  const required = voice.percent(gate.attainment ?? '0')
  return commission.gateShut({ amount, attainment: voice.percent(attainment), required })
}

function attainmentOf(statement: CommissionStatement, voice: Voice): readonly string[] {
  const { target, attainment, gate, currency } = statement
  const { commission } = voice.words
  const sentences: string[] = []
  if (target !== null && attainment !== null) {
    const reached = voice.percent(statement.attainmentRounded ?? attainment)
    sentences.push(commission.attained({ target: voice.number(target), attainment: reached }))
  }
  if (gate !== null && gate.remaining !== null)
    sentences.push(commission.gateRemaining({ remaining: voice.number(gate.remaining) }))
  if (gate !== null && gate.forgone !== null)
    sentences.push(commission.forgone({ amount: voice.money(gate.forgone, currency) }))
  return sentences
}

/** Percentage points are no percentage of what they are added to. */
function upliftFact({ applies, uplift }: Coefficient, voice: Voice): Fact {
  const { commission, fields } = voice.words
  const percent = voice.percent(uplift)
  const points = percent.replace('%', '')
  const text = applies === 'add-to-rate' ? commission.pointsOnRates({ points }) : percent
  return { label: fields.uplift, cell: { text, plain: uplift, isNumber: true } }
}

/** What good grades have earned, which is in the rates, or multiplies the commission. */
function upliftOf({ coefficient }: CommissionStatement, voice: Voice): readonly string[] {
  if (coefficient === null) return []
  const points = voice.percent(coefficient.uplift).replace('%', '')
  return [voice.words.commission.uplift[coefficient.applies]({ points })]
}

function omittedOf({ notCounted }: CommissionStatement, { words }: Voice): readonly string[] {
  return notCounted.length === 0 ? [] : [words.commission.someNotCounted]
}

/** All tiers of the plan, those that were not reached as well. */
export function tiersOf(
  plan: DefinedCommissionPlan | undefined,
  voice: Voice,
  uplift: readonly string[] = [],
): readonly Block[] {
  if (plan === undefined) return []
  const { commission, fields } = voice.words
  const isInUnits = plan.scale.thresholds === 'units'
  const rows = plan.scale.tiers.map((tier) => ({ ...tier, tier: tier.id }))
  return tableOf(voice, {
    title: commission.blocks.tiers,
    sentences: [commission.boundaries[plan.scale.boundary], ...uplift],
    rows,
    currency: plan.currency,
    columns: {
      tier: 'text',
      upTo: plan.scale.thresholds === 'attainment' ? 'percent' : 'number',
      rate: isInUnits ? 'number' : 'percent',
      multiple: 'number',
      amount: { as: 'money', head: fields.flat },
      minimum: 'money',
      maximum: 'money',
    },
    absent: { upTo: commission.noLimit },
  })
}

/** Factors, conditions and multipliers: what made the rates, or the sales, other than they are. */
function mechanismsOf(statement: CommissionStatement, voice: Voice): readonly Block[] {
  const { words } = voice
  const { blocks } = words.commission
  const multipliers = [
    ...(statement.accelerator
      ? [{ fact: words.values.accelerator, ...statement.accelerator }]
      : []),
    ...(statement.kpiMultiplier ? [statement.kpiMultiplier] : []),
    ...(statement.multipliers ?? []),
  ]
  const factors = (statement.factors ?? []).flatMap(({ by, ...line }) =>
    by.map((one) => ({ ...line, ...one })),
  )
  const conditions = (statement.conditions ?? []).flatMap(({ of, id, checks }) =>
    checks.map((check) => ({ ...check, of, rule: id })),
  )
  return [
    ...tableOf(voice, {
      title: blocks.multipliers,
      rows: multipliers,
      columns: { fact: 'text', step: 'text', multiplier: 'number' },
    }),
    ...checksOf(voice, blocks.attainment, statement.gate?.checks ?? []),
    ...checksOf(voice, blocks.conditions, conditions),
    ...tableOf(voice, {
      title: blocks.factors,
      rows: factors,
      columns: {
        line: 'text',
        factor: 'text',
        multiplier: 'number',
        value: 'number',
        step: 'text',
        credited: 'number',
        base: 'number',
        reason: 'text',
      },
    }),
  ]
}

/** Awards, refunds, new customers, and what came in another currency. */
function ordersOf(statement: CommissionStatement, voice: Voice): readonly Block[] {
  const { blocks } = voice.words.commission
  const { currency, newCustomers } = statement
  return [
    ...tableOf(voice, {
      title: blocks.awards,
      rows: statement.awards ?? [],
      currency,
      columns: { award: 'text', line: 'text', outcome: 'word', amount: 'money', clause: 'text' },
    }),
    ...tableOf(voice, {
      title: blocks.refunds,
      rows: statement.refunds ?? [],
      currency,
      columns: { line: 'text', refundOf: 'text', sales: 'number', amount: 'money' },
    }),
    ...tableOf(voice, {
      title: blocks.converted,
      rows: statement.converted ?? [],
      currency,
      columns: {
        id: 'text',
        currency: 'text',
        given: 'number',
        date: 'date',
        rate: 'number',
        amount: 'money',
      },
    }),
    ...tableOf(voice, {
      title: blocks.newCustomers,
      rows: (newCustomers?.effective ?? []).map((customer) => ({ customer })),
      columns: { customer: 'text' },
    }),
    ...tableOf(voice, {
      title: blocks.tooSmall,
      rows: newCustomers?.tooSmall ?? [],
      columns: { line: 'text', customer: 'text', remaining: 'number' },
    }),
  ]
}

function roundingOf(statement: CommissionStatement, voice: Voice): readonly Block[] {
  const { commission, values } = voice.words
  const { rounding, unrounded } = statement
  const rounded = commission.rounded({
    mode: values[rounding.mode],
    decimals: voice.number(rounding.decimals),
    unrounded: voice.number(unrounded),
  })
  const sentences = rounding.at === 'line' ? [rounded, commission.roundedEach] : [rounded]
  return [{ title: commission.blocks.rounding, sentences }]
}

function notCountedOf(
  statement: CommissionStatement,
  voice: Voice,
  hasLines: boolean,
): readonly Block[] {
  const { blocks, allCounted } = voice.words.commission
  const isComplete = hasLines && statement.notCounted.length === 0
  return [
    ...(isComplete ? [{ title: blocks.notCounted, sentences: [allCounted] }] : []),
    ...tableOf(voice, {
      title: blocks.notCounted,
      rows: statement.notCounted,
      columns: { id: 'text', amount: 'number', currency: 'text', issue: 'issue' },
    }),
    ...tableOf(voice, {
      title: blocks.issues,
      rows: (statement.issues ?? []).map((issue) => ({ issue })),
      columns: { issue: 'issue' },
    }),
  ]
}
