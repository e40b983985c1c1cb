import type { CommissionCorrection, Restatement } from '../../../commission/index.js'
import type { Block, Document } from '../../document.js'
import { isZero, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { type Beside, planBeside } from '../beside.js'
import { documentOf, partOf } from '../common.js'
import { describeStatement, tiersOf } from './statement.js'

/** What is to be paid or taken back of past periods, and why: the figures that were, and those that are. */
export function describeRestatement(
  { corrections, statements }: Restatement,
  voice: Voice,
  beside: Beside = {},
): Document {
  const { title } = voice.words.settlement.corrections
  return documentOf({ corrections, statements }, voice, {
    title,
    answer: correctedAnswer(corrections, voice),
    sentences: corrections.flatMap((one) => correctionSentences(one, voice)),
    blocks: [
      ...correctionBlocks(corrections, voice),
      ...tiersOf(planBeside(beside), voice),
      ...statements.flatMap((statement) =>
        partOf(voice, nameOf(statement, voice), describeStatement(statement, voice)),
      ),
    ],
  })
}

type Of = Pick<CommissionCorrection, 'payee' | 'period'>

/** Whose, and of which period. */
function nameOf(
  { payee, period }: { readonly [Key in keyof Of]: Of[Key] | null },
  voice: Voice,
): string {
  return voice.list([payee ?? '', period === null ? '' : voice.period(period)].filter(Boolean))
}

/** Which amounts are to be paid, or taken back. */
export function correctedAnswer(
  corrections: readonly (Of & Pick<CommissionCorrection, 'amount' | 'currency'>)[],
  voice: Voice,
): string {
  const words = voice.words.settlement.corrections
  const amounts = corrections.map(({ amount, currency, payee, period }) =>
    words.amount({ amount: voice.money(amount, currency), payee, period: voice.period(period) }),
  )
  const [only, ...others] = corrections
  if (only === undefined) return words.none
  const list = voice.list(amounts)
  if (others.length > 0) return words.several({ amounts: list })
  if (isZero(only.amount)) return words.factsOnly({ amount: list })
  return only.amount.startsWith('-')
    ? words.takenBack({ amount: list })
    : words.added({ amount: list })
}

/** What was paid, what is due, and which figure made the difference. */
export function correctionSentences(
  { period, paid, due, currency, reasons, alsoRestate, issues = [] }: CommissionCorrection,
  voice: Voice,
): readonly string[] {
  const words = voice.words.settlement.corrections
  const money = (amount: string) => voice.money(amount, currency)
  const of = voice.period(period)
  const why = reasons.map((reason) => reasonSentence(reason, currency, voice))
  return [
    words.paidAndDue({ period: of, paid: money(paid), due: money(due) }),
    ...issues.map((issue) => voice.issue(issue)),
    ...why,
    ...(alsoRestate.length === 0 ? [] : [words.alsoRestate({ periods: voice.list(alsoRestate) })]),
  ]
}

type Reason = CommissionCorrection['reasons'][number]

function reasonSentence({ field, was, is }: Reason, currency: string, voice: Voice): string {
  const words = voice.words.settlement.corrections
  const what = words.reasons[field]
  const shown = (value: string) => figureOf(field, value, currency, voice)
  if (was === null) return is === null ? words.only({ what }) : words.now({ what, is: shown(is) })
  return is === null
    ? words.before({ what, was: shown(was) })
    : words.changed({ what, was: shown(was), is: shown(is) })
}

/** A figure as its field has it: sales, a ratio, an amount, or words. */
function figureOf(field: Reason['field'], value: string, currency: string, voice: Voice): string {
  if (field === 'sales' || field === 'target') return voice.number(value)
  if (field === 'coefficient') return voice.percent(value)
  if (MONEY.includes(field)) return voice.money(value, currency)
  return field === 'gate' && (value === 'met' || value === 'unmet') ? voice.word(value) : value
}

const MONEY: readonly Reason['field'][] = [
  'lines',
  'not-paid-before',
  'earlier-correction',
  'earlier-period',
  'true-up',
]

/** Corrections and their reasons, one by one; of several components, with the component. */
export function correctionBlocks(
  corrections: readonly (CommissionCorrection & { readonly component?: string })[],
  voice: Voice,
): readonly Block[] {
  const { blocks, heads, reasons } = voice.words.settlement.corrections
  return [
    ...tableOf(voice, {
      title: blocks.corrections,
      rows: corrections.map(({ policy, ...one }) => ({ ...one, plan: policy.id, ...policy })),
      columns: {
        payee: 'text',
        period: 'period',
        component: 'text',
        number: { as: 'number', head: heads.number },
        paid: 'number',
        due: 'number',
        amount: 'number',
        currency: 'text',
        earned: 'number',
        owed: { as: 'number', head: heads.owed },
        plan: 'text',
        version: 'text',
        effectiveFrom: 'text',
        fingerprint: 'text',
        alsoRestate: { as: 'list', head: heads.alsoRestate },
      },
    }),
    ...tableOf(voice, {
      title: blocks.reasons,
      rows: corrections.flatMap(({ payee, period, component, reasons: why }) =>
        why.map(({ field, was, is }) => ({
          payee,
          period,
          component,
          of: reasons[field],
          was,
          is,
        })),
      ),
      columns: {
        payee: 'text',
        period: 'period',
        component: 'text',
        of: { as: 'text', head: heads.figure },
        was: 'value',
        is: 'value',
      },
    }),
  ]
}
