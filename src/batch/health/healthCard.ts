import { scoreHealth } from '../../health/scoreHealth.js'
import type {
  DefinedHealthModel,
  HealthFacts,
  HealthModel,
  HealthScores,
} from '../../health/types.js'
import { attempt } from '../../kernel/index.js'
import * as defined from '../../kernel/policy/defined.js'
import { bandStartsOf } from '../score/bandColumn.js'
import type { CompiledScorecard } from '../score/compileScorecard.js'
import { fastCard } from '../score/fastCard.js'
import type { ReadByRoom } from '../score/fastScorecard.js'
import { inheritsNone, isPlainObject } from '../score/plainObject.js'
import { scoreMany } from '../score/scoreRows.js'
import { unitsOfFacts } from '../score/scoreUnits.js'

const READ: ReadByRoom = {
  policy: { criteria: 'any', bands: 'any', unansweredInARow: 'any' },
  criterion: {},
}

const compiled = /* @__PURE__ */ defined.oncePerPolicy((model: HealthModel) =>
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
  return { ...scored, bandNames, policy: defined.reference(model), clauses: ['HEA-1'] }
}

/** What the rule itself says of a customer. */
function byRule(customer: unknown, model: DefinedHealthModel, bandNames: readonly string[]) {
  return attempt(() => {
    const { score, band } = scoreHealth(customer as HealthFacts, model)
    return { score, band: bandNames.indexOf(band) }
  })
}
