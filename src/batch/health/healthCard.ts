import { attempt } from '../../kernel/index.js'
import { oncePerPolicy, referTo } from '../../kernel/inside.js'
import {
  bandStartsOf,
  type CompiledScorecard,
  fastCard,
  inheritsNone,
  isPlainObject,
  type ReadByRoom,
  scoreMany,
  unitsOfFacts,
} from '../../kernel/scoring.js'
import { scoreHealth } from '../../health/scoreHealth.js'
import type { DefinedHealthModel, HealthFacts, HealthModel, HealthScores } from '../../health/types.js'

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

/** Where the customers of a batch come from. */
export interface CustomerSource {
  /** Fills in the units of a block of customers, NaN where one is for the rule itself. */
  readonly readBlock: (start: number, units: Float64Array) => void
  readonly customerAt: (row: number) => unknown
}

/** The scores of so many customers, with their bands. */
export function scoreCustomers(
  length: number,
  model: DefinedHealthModel,
  { readBlock, customerAt }: CustomerSource,
): HealthScores {
  const bandNames = model.bands.map(({ id }) => id)
  const scored = scoreMany(length, {
    readBlock,
    byRule: (row) => byRule(customerAt(row), model, bandNames),
    unitsPerPoint: 10 ** model.decimals,
    bandStarts: bandStartsOf(model.bands, model.decimals),
  })
  return { ...scored, bandNames, policy: referTo(model), clauses: ['HEA-1'] }
}

/** What the rule itself says of a customer. */
function byRule(customer: unknown, model: DefinedHealthModel, bandNames: readonly string[]) {
  return attempt(() => {
    const { score, band } = scoreHealth(customer as HealthFacts, model)
    return { score, band: bandNames.indexOf(band) }
  })
}
