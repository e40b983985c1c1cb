import { attempt } from '../kernel/index.js'
import { oncePerPolicy } from '../kernel/inside.js'
import {
  type CompiledScorecard,
  fastCard,
  inheritsNone,
  isPlainObject,
  type ReadByRoom,
  unitsOfFacts,
} from '../kernel/scoring.js'
import { scoreHealth } from './scoreHealth.js'
import type { DefinedHealthModel, HealthFacts, HealthModel } from './types.js'

const READ: ReadByRoom = {
  policy: { criteria: 'any', bands: 'any', unansweredInARow: 'any' },
  criterion: {},
}

const compiled = /* @__PURE__ */ oncePerPolicy((model: HealthModel) =>
  fastCard(model, model.criteria, READ),
)

/** The model of a batch in plain numbers; undefined where every row is for the rule itself. */
export function healthCard(model: HealthModel): CompiledScorecard | undefined {
  const card = compiled(model)
  return card !== undefined && inheritsNone(card.ids) ? card : undefined
}

const NO_OTHERS: ReadonlySet<string> = new Set()

/** A customer in plain numbers, whatever the form of the facts; NaN where it is for the rule itself. */
export function unitsOf(customer: unknown, card: CompiledScorecard): number {
  try {
    return isPlainObject(customer) ? unitsOfFacts(customer, card, NO_OTHERS) : Number.NaN
  } catch {
    return Number.NaN
  }
}

/** What the rule itself says of a customer. */
export function byRule(customer: unknown, model: DefinedHealthModel, bandNames: readonly string[]) {
  return attempt(() => {
    const { score, band } = scoreHealth(customer as HealthFacts, model)
    return { score, band: bandNames.indexOf(band) }
  })
}
