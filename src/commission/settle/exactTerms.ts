import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as defined from '../../kernel/policy/defined.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { type ExactPart, wholeOn } from '../plan/paymentParts.js'
import type { Draw, PaymentTerms } from '../plan/terms.js'

/** Payment terms with their numbers read. */
export interface ExactTerms {
  /** When the parts of a line's commission are paid. */
  readonly parts: readonly ExactPart[]
  readonly holdback: { readonly share: Fraction; readonly releaseAfter: number } | null
  readonly draw: ExactDraw | null
  readonly minimumPayout: Fraction | null
  /** Of what becomes due after the last period; null where that is all of it. */
  readonly afterLeaving: Fraction | null
}

export interface ExactDraw extends Pick<Draw, 'kind' | 'recoverFrom' | 'recoverAfter'> {
  /** Its amounts, each up to the end of so many periods, or months of service, since the first; after the last it is over. */
  readonly steps: readonly { readonly end: number; readonly amount: Fraction }[]
  readonly recoverAtMost: Fraction
  readonly owedAtMost: Fraction | null
  /** Null where its periods are those that are settled. */
  readonly service: NonNullable<Draw['service']> | null
}

/** The exact form of the payment terms of a plan, made once. */
export const exactTerms = /* @__PURE__ */ defined.oncePerPolicy(
  ({ holdback, draw, minimumPayout, afterLeaving, ...terms }: PaymentTerms): ExactTerms => ({
    parts: compileParts(terms),
    holdback: holdback
      ? { share: decimal.known(holdback.share), releaseAfter: holdback.releaseAfter }
      : null,
    draw: draw ? compileDraw(draw) : null,
    minimumPayout: decimal.knownOrNull(minimumPayout),
    afterLeaving: decimal.knownOrNull(afterLeaving),
  }),
)

/** The parts of payment terms; those without parts have one. */
function compileParts({ on, parts }: Pick<PaymentTerms, 'on' | 'parts'>): ExactPart[] {
  if (parts === undefined) return [wholeOn(on)]
  return parts.map((part) => ({
    share: decimal.known(part.share),
    on: part.on,
    after: part.after ?? 0,
    from: decimal.knownOrNull(part.from) ?? fraction.ZERO,
  }))
}

function compileDraw(draw: Draw): ExactDraw {
  const { kind, recoverFrom, recoverAfter, recoverAtMost, owedAtMost, service = null } = draw
  return {
    kind,
    recoverFrom,
    recoverAfter,
    steps: compileSchedule(draw),
    recoverAtMost: decimal.known(recoverAtMost),
    owedAtMost: decimal.knownOrNull(owedAtMost),
    service,
  }
}

function compileSchedule({ amount, periods, schedule = [] }: Draw): ExactDraw['steps'] {
  let end = 0
  const steps = schedule.map((step) => {
    end += step.periods
    return { end, amount: decimal.known(step.amount) }
  })
  return [...steps, { end: periods ?? Number.POSITIVE_INFINITY, amount: decimal.known(amount) }]
}

const AT_ONCE = [/* @__PURE__ */ wholeOn('booked')]

/** When the parts of a line's commission are paid by a plan. */
export function partsOf({ payment }: Pick<ExactPlan, 'payment'>): readonly ExactPart[] {
  return payment === null ? AT_ONCE : exactTerms(payment).parts
}
