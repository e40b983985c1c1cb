import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as defined from '../../kernel/policy/defined.js'
import type { Draw, PaymentTerms } from '../plan/terms.js'

/** Payment terms with their numbers read. */
export interface ExactTerms {
  readonly holdback: { readonly share: Fraction; readonly releaseAfter: number } | null
  readonly draw: ExactDraw | null
  readonly minimumPayout: Fraction | null
}

interface ExactDraw extends Pick<Draw, 'kind' | 'recoverFrom' | 'recoverAfter'> {
  readonly amount: Fraction
  readonly recoverAtMost: Fraction
  readonly owedAtMost: Fraction | null
}

/** The exact form of the payment terms of a plan, made once. */
export const exactTerms = /* @__PURE__ */ defined.oncePerPolicy(
  ({ holdback, draw, minimumPayout }: PaymentTerms): ExactTerms => ({
    holdback: holdback
      ? { share: decimal.known(holdback.share), releaseAfter: holdback.releaseAfter }
      : null,
    draw: draw ? compileDraw(draw) : null,
    minimumPayout: decimal.knownOrNull(minimumPayout),
  }),
)

function compileDraw({ amount, recoverAtMost, owedAtMost, ...draw }: Draw): ExactDraw {
  return {
    ...draw,
    amount: decimal.known(amount),
    recoverAtMost: decimal.known(recoverAtMost),
    owedAtMost: decimal.knownOrNull(owedAtMost),
  }
}
