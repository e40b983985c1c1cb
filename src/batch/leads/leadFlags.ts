import type { Condition } from '../../kernel/index.js'
import type { ExactLeadModel } from '../../leads/internal.js'
import type { FastFlag } from '../score/scoreFacts.js'

/** The disqualifiers of a lead model by the facts that they look at. */
export interface LeadFlags {
  readonly flags: readonly FastFlag[]
  /** The reasons for dropping a lead for which these flags are raised, a bit each, in the order of the model. */
  readonly reasonsOf: (raised: number) => string[]
}

/** A bit each, in a number of 32. */
const MOST_FLAGS = 31

/** A fact that is true, or false, of a lead that is dropped is a flag; any other one is for the rule itself to look at. */
export function leadFlags({ disqualifiers, filters }: ExactLeadModel): LeadFlags {
  const flags = filters.map((id, place) => {
    const about = disqualifiers.filter(({ facts }) => facts.includes(id))
    const [first] = about
    if (about.length > 1 || first === undefined || place >= MOST_FLAGS) return OPEN
    const raised = flagOf(first.written)
    return raised === undefined ? OPEN : { raised, lowered: !raised }
  })
  const bits = disqualifiers.map(({ facts: [id = ''] }) => 1 << filters.indexOf(id))
  return {
    flags,
    reasonsOf: (raised) => {
      const reasons: string[] = []
      for (const [at, { reason }] of disqualifiers.entries())
        if ((raised & (bits[at] ?? 0)) !== 0) reasons.push(reason)
      return reasons
    },
  }
}

/** No fact has either of its values. */
const OPEN: FastFlag = { raised: {}, lowered: {} }

/** The keys of a condition that asks whether a fact is true, or false, and no more. */
const FLAG_KEYS = ['id', 'comparison', 'required', 'absent', 'clause']

/** The value with which a fact meets a condition, where the condition looks at nothing but whether it is true or false. */
function flagOf(when: Condition): boolean | undefined {
  const isKnown = 'id' in when && Object.keys(when).every((key) => FLAG_KEYS.includes(key))
  if (!isKnown || when.comparison !== 'equals') return undefined
  return typeof when.required === 'boolean' ? when.required : undefined
}
