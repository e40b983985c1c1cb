import type { DefinedCareerPolicy } from '../../careers/index.js'
import type { FactCondition } from '../../kernel/check/check.js'
import type { Condition } from '../../kernel/index.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { type AskedCondition, conditions } from './conditions.js'
import { exactText } from './exactText.js'
import { finding } from './finding.js'
import { BETWEEN_STANDARDS, NEVER_REACHED } from './issues.js'
import { exampleOf } from './rules.js'
import type { Finding, LintReport } from './types.js'

type Ladder = DefinedCareerPolicy['ladders'][number]
type Rung = Ladder['rungs'][number]

/** Lints a career policy: rungs that nobody comes to, what cannot be met, and who is of no rung. */
export function lintCareers(policy: DefinedCareerPolicy): LintReport {
  const asked = conditions(conditionsOf(policy))
  const findings = [
    ...asked.findings,
    ...unreachedRungs(policy),
    ...policy.ladders.flatMap((ladder, index) => betweenStandards(ladder, index, policy)),
  ]
  return { findings, notChecked: asked.notChecked }
}

function conditionsOf(policy: DefinedCareerPolicy): AskedCondition[] {
  const { ladders, sidewaysMoves, mentors } = policy
  const ask = (id: string, figure: string): Pick<AskedCondition, 'question' | 'given'> => ({
    question: { rule: 'checkPromotion', figure, policy },
    given: (facts) => [facts, id],
  })
  const ofRungs = ladders.flatMap(({ rungs }, ladder) =>
    rungs.flatMap(({ id, requires, standard }, rung) => {
      const path = ['ladders', ladder, 'rungs', rung]
      const own = { path: [...path, 'requires'], condition: requires, ...ask(id, 'eligible') }
      if (standard === undefined) return [own]
      const ofLevel = ask(id, 'standard.outcome')
      return [own, { path: [...path, 'standard'], condition: standard, ...ofLevel }]
    }),
  )
  const ofMoves = sidewaysMoves.map(({ id, requires }, index) => ({
    path: ['sidewaysMoves', index, 'requires'],
    condition: requires,
    ...ask(id, 'eligible'),
  }))
  const ofMentors: AskedCondition[] =
    mentors === undefined
      ? []
      : [
          {
            path: ['mentors', 'requires'],
            condition: mentors.requires,
            question: { rule: 'checkMentor', figure: 'eligible', policy },
            given: (facts) => [facts],
          },
        ]
  return [...ofRungs, ...ofMoves, ...ofMentors]
}

/** Rungs to which no way leads from the lowest ones. */
function unreachedRungs({ ladders, sidewaysMoves }: DefinedCareerPolicy): Finding[] {
  const places = [
    ...ladders.flatMap(({ rungs }, ladder) =>
      rungs.map(({ id, from }, rung) => {
        const below = rungs[rung - 1]?.id
        const path = ['ladders', ladder, 'rungs', rung]
        return { id, path, from: from ?? (below === undefined ? null : [below]) }
      }),
    ),
    ...sidewaysMoves.map(({ id, from }, index) => ({
      id,
      path: ['sidewaysMoves', index],
      from: from ?? null,
    })),
  ]
  const reached = new Set(places.flatMap(({ id, from }) => (from === null ? [id] : [])))
  let before = -1
  while (reached.size > before) {
    before = reached.size
    for (const { id, from } of places) if (from?.some((one) => reached.has(one))) reached.add(id)
  }
  const lost = places.filter(({ id }) => !reached.has(id))
  return lost.map(({ id, path }) => finding('error', NEVER_REACHED, [[...path, 'from'], { id }]))
}

/** Figures above the standard of a rung that are below that of the next. */
function betweenStandards(
  { rungs }: Ladder,
  ladder: number,
  policy: DefinedCareerPolicy,
): Finding[] {
  return rungs.flatMap((rung, index) => {
    const next = rungs[index + 1]
    const gap = next === undefined ? null : gapBetween(rung, next)
    if (next === undefined || gap === null) return []
    const question = { rule: 'checkPromotion', figure: 'standard.outcome', policy } as const
    const facts = { [gap.id]: gap.given }
    const example = exampleOf(
      question,
      [rung, next].map(({ id }) => [facts, id]),
    )
    if (example.gives.some((outcome) => outcome !== 'unmet')) return []
    const params = { id: gap.id, other: next.id, given: gap.given }
    const path = ['ladders', ladder, 'rungs', index, 'standard']
    return [finding('note', BETWEEN_STANDARDS, [path, params], { example })]
  })
}

/** The least figure that is above the most of a rung and below the least of the next. */
function gapBetween(
  rung: Rung,
  next: Rung,
): { readonly id: string; readonly given: string } | null {
  for (const most of boundsOf(rung.standard, 'at-most')) {
    const least = boundsOf(next.standard, 'at-least').find(({ id }) => id === most.id)
    if (least === undefined || most.unit !== least.unit) continue
    const step = most.unit === 'count' ? fraction.ONE : { n: 1n, d: 100n }
    const above = fraction.add(exactText(String(most.required)), step)
    if (fraction.compare(above, exactText(String(least.required))) < 0)
      return { id: most.id, given: write.decimal(above) }
  }
  return null
}

/** Conditions that all must hold, of one comparison of numbers. */
function boundsOf(
  standard: Condition | undefined,
  comparison: FactCondition['comparison'],
): FactCondition[] {
  if (standard === undefined) return []
  if ('all' in standard) return standard.all.flatMap((one) => boundsOf(one, comparison))
  if (!('id' in standard) || standard.comparison !== comparison) return []
  const isSingle = (standard.inARow ?? standard.ofLast ?? standard.over) === undefined
  return isSingle && !standard.unit?.endsWith('-since') ? [standard] : []
}
