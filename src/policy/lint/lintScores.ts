import type { DefinedAppraisalScheme } from '../../appraisal/index.js'
import type { DefinedHealthModel } from '../../health/index.js'
import * as attempts from '../../kernel/input/attempt.js'
import type { DefinedLeadModel } from '../../leads/index.js'
import { conditions } from './conditions.js'
import { conventions, conventionsOfScores } from './conventions.js'
import { factsMeetingOne } from './factsMeeting.js'
import { extremesOf, replaced } from './factsOfCurve.js'
import { finding } from './finding.js'
import { FIELD_WITHOUT_EFFECT, LEVEL_WITHOUT_EFFECT } from './issues.js'
import { exampleOf } from './rules.js'
import { lintScore, type ScoredPart } from './scores.js'
import type { Finding, FindingExample, LintReport } from './types.js'

/** Lints an appraisal scheme: what its score turns on, and levels that nobody notices. */
export function lintAppraisal(scheme: DefinedAppraisalScheme): LintReport {
  const part = partOfScheme(scheme)
  const ofConventions = conventions(conventionsOfScores(scheme))
  const scored = attempts.attempt(() => [...lintScore(part), ...idleLevels(scheme, part)])
  return scored.ok
    ? { findings: [...scored.value, ...ofConventions], notChecked: [] }
    : { findings: ofConventions, notChecked: [{ path: part.path, issues: scored.issues }] }
}

function partOfScheme(scheme: DefinedAppraisalScheme): ScoredPart {
  const { indicators } = scheme
  return {
    path: ['indicators'],
    bandsPath: [],
    criteria: indicators,
    bands: [],
    policy: { rule: 'appraise', policy: scheme },
    figures: { score: 'score', band: 'score' },
    given: (facts) => [{ results: resultsOf(indicators, facts), ...factsOfCaps(scheme) }],
  }
}

/** The lowest and the highest score of a scheme, bonuses and deductions included. */
export function endsOfScheme(scheme: DefinedAppraisalScheme): FindingExample {
  const { indicators, bonuses = [], deductions = [] } = scheme
  const items = [...indicators, ...bonuses, ...deductions]
  const adding = indicators.length + bonuses.length
  const ends = items.map(({ curve }, index) => {
    const { best, worst } = extremesOf(curve)
    return index < adding ? [worst, best] : [best, worst]
  })
  const given = [0, 1].map((end) => {
    const facts = ends.map((one) => one[end])
    return [{ results: resultsOf(items, facts), ...factsOfCaps(scheme) }]
  })
  return exampleOf({ rule: 'appraise', figure: 'score', policy: scheme }, given)
}

/** What the caps of the grade look at besides the results, as far as they can be met. */
function factsOfCaps(scheme: DefinedAppraisalScheme): { readonly facts?: object } {
  const { indicators, bonuses = [], deductions = [], gradeCaps = [] } = scheme
  const results = [...indicators, ...bonuses, ...deductions].map(({ id }) => id)
  const all = gradeCaps.map(({ requires }) => requires)
  const facts = Object.entries(factsMeetingOne({ all }, 'first')).filter(
    ([id]) => !results.includes(id),
  )
  return facts.length === 0 ? {} : { facts: Object.fromEntries(facts) }
}

type Scored = Pick<DefinedAppraisalScheme['indicators'][number], 'id' | 'acceptedSources'>

function resultsOf(items: readonly Scored[], facts: readonly unknown[]): Record<string, object> {
  return Object.fromEntries(
    items.map(({ id, acceptedSources }, index) => {
      const [source] = acceptedSources ?? []
      const given = source ? { source } : {}
      return [id, { ...resultOf(facts[index]), ...given }]
    }),
  )
}

/** A result as `appraise` takes it: figures as they are, anything else as a value. */
function resultOf(fact: unknown): object {
  return typeof fact === 'object' && fact !== null && !('events' in fact) ? fact : { value: fact }
}

/** Levels of attainment at which nobody has more points than at the level before, or on target. */
function idleLevels(scheme: DefinedAppraisalScheme, part: ScoredPart): Finding[] {
  const best = scheme.indicators.map(({ curve }) => extremesOf(curve).best)
  return scheme.indicators.flatMap(({ levels = [], curve }, index) => {
    const isRatio = curve.kind === 'ratio'
    if (!isRatio) return []
    const starts = ['1', ...levels.map(({ from }) => from)]
    return levels.flatMap(({ id, from }, place) => {
      const facts = [starts[place], from].map((ratio) => ({ actual: ratio, target: '1' }))
      const question = { ...part.policy, figure: `parts.${index}.points` }
      const example = exampleOf(
        question,
        facts.map((fact) => part.given(replaced(best, index, fact))),
      )
      const [before = '', reached = ''] = example.gives
      if (before !== reached) return []
      const path = ['indicators', index, 'levels', place]
      return [finding('note', LEVEL_WITHOUT_EFFECT, [path, { id, given: reached }], { example })]
    })
  })
}

/** Lints a lead model: its score, and those of fit and intent. */
export function lintLeads(model: DefinedLeadModel): LintReport {
  const { disqualifiers, fit, intent, bands, highValueFrom } = model
  const parts = [partOfModel(model)]
  for (const [axis, own] of [['fit', fit] as const, ['intent', intent] as const])
    if (own !== undefined) parts.push(partOfAxis(axis, own, model))
  const isIdle = bands.length > 1 && bands.at(-1)?.id === highValueFrom
  const asked = conditions(
    disqualifiers.map(({ when }, index) => ({
      path: ['disqualifiers', index, 'when'],
      condition: when,
      question: { rule: 'scoreLead', figure: 'disqualified', policy: model },
      given: (facts) => [{ ...bestFacts(model.criteria), ...facts }],
    })),
  )
  const findings = [
    ...parts.flatMap(lintScore),
    ...asked.findings,
    ...(isIdle ? [finding('note', FIELD_WITHOUT_EFFECT, [['highValueFrom'], {}])] : []),
    ...conventions(conventionsOfScores(model)),
  ]
  return { findings, notChecked: asked.notChecked }
}

function partOfModel(model: DefinedLeadModel): ScoredPart {
  return {
    path: ['criteria'],
    bandsPath: ['bands'],
    criteria: model.criteria,
    bands: model.bands,
    policy: { rule: 'scoreLead', policy: model },
    figures: { score: 'score', band: 'band' },
    given: (facts) => [byId(model.criteria, facts)],
  }
}

type Axis = NonNullable<DefinedLeadModel['fit']>

function partOfAxis(axis: 'fit' | 'intent', own: Axis, model: DefinedLeadModel): ScoredPart {
  return {
    path: [axis, 'criteria'],
    bandsPath: [axis, 'bands'],
    criteria: own.criteria,
    bands: own.bands,
    policy: { rule: 'scoreLead', policy: model },
    figures: { score: `${axis}.score`, band: `${axis}.band` },
    given: (facts) => [{ ...bestFacts(model.criteria), ...byId(own.criteria, facts) }],
  }
}

type Criteria = ScoredPart['criteria']

function byId(criteria: Criteria, facts: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(criteria.map(({ id }, index) => [id, facts[index]]))
}

function bestFacts(criteria: Criteria): Record<string, unknown> {
  return byId(
    criteria,
    criteria.map(({ curve }) => extremesOf(curve).best),
  )
}

/** Lints a health model: its score, and a bad part that holds nothing down. */
export function lintHealth(model: DefinedHealthModel): LintReport {
  const { bands, worstPart, criteria } = model
  const part: ScoredPart = {
    path: ['criteria'],
    bandsPath: ['bands'],
    criteria,
    bands,
    policy: { rule: 'scoreHealth', policy: model },
    figures: { score: 'score', band: 'band' },
    given: (facts) => [byId(criteria, facts)],
  }
  const isIdle = worstPart !== undefined && worstPart.bandAtMost === bands[0]?.id
  const findings = [
    ...lintScore(part),
    ...(isIdle ? [finding('warning', FIELD_WITHOUT_EFFECT, [['worstPart'], {}])] : []),
    ...conventions(conventionsOfScores(model)),
  ]
  return { findings, notChecked: [] }
}
