import * as check from '../../kernel/check/check.js'
import type { Condition, FactCondition, Issue } from '../../kernel/index.js'
import * as defined from '../../kernel/policy/defined.js'
import type { Disqualifier, LeadModel } from '../../leads/types.js'
import type { CompiledScorecard } from '../score/compileScorecard.js'
import { fastCard } from '../score/fastCard.js'
import type { ReadByRoom } from '../score/fastScorecard.js'
import { inheritsNone } from '../score/plainObject.js'

export type Facts = Readonly<Record<string, unknown>>

/** A lead model in plain numbers. */
export interface LeadCard {
  readonly score: CompiledScorecard
  readonly flags: readonly LeadFlag[]
  readonly flagIds: ReadonlySet<string>
  readonly disqualifiers: readonly Disqualifier[]
  /** The reasons of leads that these flags disqualify, a bit each; made once for all leads that have the same. */
  readonly reasonsOfFlags: (flags: number) => readonly string[]
}

/** A fact that may disqualify a lead. */
export interface LeadFlag {
  readonly id: string
  /** The value with which it disqualifies, and its opposite; NaN, which nothing equals, where that takes more to see. */
  readonly drops: boolean | number
  readonly kept: boolean | number
}

/** The model of a batch in plain numbers; undefined where every row is for the rule itself. */
export function leadCard(model: LeadModel): LeadCard | undefined {
  const card = compiled(model)
  return card !== undefined && inheritsNone([...card.score.ids, ...card.flagIds]) ? card : undefined
}

const READ: ReadByRoom = {
  policy: { criteria: 'any', bands: 'any', highValueFrom: 'any', disqualifiers: 'any' },
  criterion: {},
}

/** The facts that may disqualify a lead. */
export function flagIdsOf({ disqualifiers }: LeadModel): ReadonlySet<string> {
  return new Set(disqualifiers.flatMap(({ when }) => check.factsOf(when)))
}

const compiled = /* @__PURE__ */ defined.oncePerPolicy((model: LeadModel): LeadCard | undefined => {
  const score = fastCard(model, model.criteria, READ)
  const flagIds = flagIdsOf(model)
  // A fact that is both scored and a reason is for the rule itself.
  if (score === undefined || score.ids.some((id) => flagIds.has(id))) return undefined
  const flags = [...flagIds].map((id) => flagOf(id, model.disqualifiers))
  const { disqualifiers } = model
  return {
    score,
    flags,
    flagIds,
    disqualifiers,
    reasonsOfFlags: reasonsByFlags(flags, disqualifiers),
  }
})

function flagOf(id: string, disqualifiers: readonly Disqualifier[]): LeadFlag {
  const about = disqualifiers
    .map(({ when }) => when)
    .filter((when) => check.factsOf(when).includes(id))
  const [first] = about
  const isOne = about.length === 1 && first !== undefined && isFlag(first)
  if (!isOne) return { id, drops: Number.NaN, kept: Number.NaN }
  return { id, drops: first.required, kept: !first.required }
}

type FlagCondition = FactCondition & { readonly required: boolean }

/** The keys of a condition that asks whether a fact is true, or false, and no more. */
const FLAG_KEYS = ['id', 'comparison', 'required', 'absent', 'clause']

function isFlag(when: Condition): when is FlagCondition {
  const isKnown = Object.keys(when).every((key) => FLAG_KEYS.includes(key))
  return (
    isKnown && 'id' in when && when.comparison === 'equals' && typeof when.required === 'boolean'
  )
}

function reasonsByFlags(flags: readonly LeadFlag[], disqualifiers: readonly Disqualifier[]) {
  const made = new Map<number, readonly string[]>()
  return (bits: number): readonly string[] => {
    const before = made.get(bits)
    if (before !== undefined) return before
    const ids = flags.filter((_, at) => (bits >> at) % 2 === 1).map(({ id }) => id)
    const reasons = disqualifiers
      .filter(({ when }) => 'id' in when && ids.includes(when.id))
      .map(({ reason }) => reason)
    made.set(bits, Object.freeze(reasons))
    return reasons
  }
}

/** Why a lead is invalid; undefined where a fact is wrong, which the rule itself must say. */
export function reasonsOf(lead: Facts, { disqualifiers }: LeadCard): string[] | undefined {
  const issues: Issue[] = []
  const reasons = disqualifiers
    .filter(({ when }) => isMet(when, lead, issues))
    .map(({ reason }) => reason)
  return issues.length > 0 ? undefined : reasons
}

function isMet(when: Condition, lead: Facts, issues: Issue[]): boolean {
  const fact = isFlag(when) ? lead[when.id] : undefined
  if (typeof fact === 'boolean') return isFlag(when) && fact === when.required
  return check.run(check.compile(when), lead, [], issues).outcome === 'met'
}
