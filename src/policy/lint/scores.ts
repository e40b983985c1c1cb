import type { Band, Criterion, Path } from '../../kernel/index.js'
import * as fraction from '../../kernel/number/fraction.js'
import { exactText } from './exactText.js'
import { extremesOf, factsOfCurve, isInLevels, replaced } from './factsOfCurve.js'
import { finding } from './finding.js'
import { BAND_UNREACHABLE, PART_DECIDES_ALL, PART_WITHOUT_EFFECT } from './issues.js'
import { ask, exampleOf, type Question } from './rules.js'
import type { Finding } from './types.js'

/** A score of a policy, and how a rule is asked for it. */
export interface ScoredPart {
  /** Of the criteria, and of the bands. */
  readonly path: Path
  readonly bandsPath: Path
  readonly criteria: readonly Criterion[]
  /** From the best to the worst; none where a score is graded elsewhere. */
  readonly bands: readonly Band[]
  readonly policy: Pick<Question, 'rule' | 'policy'>
  /** What is read of the outcome: `score`, `fit.score`; and the band beside it. */
  readonly figures: { readonly score: string; readonly band: string }
  /** What the rule is given where these are the facts of the criteria, in their order. */
  readonly given: (facts: readonly unknown[]) => readonly unknown[]
}

/** What a score turns on, and what it never comes to. */
export function lintScore(part: ScoredPart): Finding[] {
  const extremes = part.criteria.map(({ curve }) => extremesOf(curve))
  const ends = { best: extremes.map(({ best }) => best), worst: extremes.map(({ worst }) => worst) }
  return [...idleParts(part, ends), ...decidingParts(part, ends), ...lostBands(part, ends)]
}

/** The facts of all criteria, each at its best, and each at its worst. */
interface Ends {
  readonly best: readonly unknown[]
  readonly worst: readonly unknown[]
}

const scoreOf = ({ policy, figures }: ScoredPart): Question => ({
  ...policy,
  figure: figures.score,
})
const bandOf = ({ policy, figures }: ScoredPart): Question => ({ ...policy, figure: figures.band })

/** Parts that change the score neither where all others are best nor where all others are worst. */
function idleParts(part: ScoredPart, { best, worst }: Ends): Finding[] {
  const question = scoreOf(part)
  return part.criteria.flatMap(({ id, weight }, index) => {
    const pairs = [
      [worst, replaced(worst, index, best[index])],
      [best, replaced(best, index, worst[index])],
    ].flat()
    const example = exampleOf(question, pairs.map(part.given))
    const [a, b, c, d] = example.gives
    if (a !== b || c !== d || part.criteria.length === 1) return []
    const severity = weight === 0 ? 'note' : 'warning'
    return [finding(severity, PART_WITHOUT_EFFECT, [[...part.path, index], { id }], { example })]
  })
}

const MOST_LEVELS = 50

/** Parts of which every level gives the same band, whatever the others are. */
function decidingParts(part: ScoredPart, { best, worst }: Ends): Finding[] {
  if (part.bands.length < 2 || part.criteria.length < 2) return []
  const question = bandOf(part)
  return part.criteria.flatMap(({ id, curve }, index) => {
    const others = [replaced(worst, index, best[index]), best]
    const [low, high] = others.map((facts) => ask(scoreOf(part), part.given(facts)))
    if (low !== high && !isInLevels(curve)) return []
    const levels = factsOfCurve(curve).slice(0, MOST_LEVELS)
    const given = levels.flatMap(({ fact }) => [
      replaced(worst, index, fact),
      replaced(best, index, fact),
    ])
    const example = exampleOf(question, given.map(part.given))
    const decides = levels.every(
      (_, place) => example.gives[2 * place] === example.gives[2 * place + 1],
    )
    if (!decides || new Set(example.gives).size < 2) return []
    return [finding('warning', PART_DECIDES_ALL, [[...part.path, index], { id }], { example })]
  })
}

/** Bands that begin above the highest score, or end below the lowest. */
function lostBands(part: ScoredPart, { best, worst }: Ends): Finding[] {
  const { bands, bandsPath } = part
  if (bands.length === 0) return []
  const given = [worst, best].map(part.given)
  const [minimum, maximum] = exampleOf(scoreOf(part), given).gives as [string, string]
  const example = exampleOf(bandOf(part), given)
  return bands.flatMap(({ id, from }, index) => {
    const end = bands[index - 1]?.from
    const isAbove = compare(from, maximum) > 0
    const isBelow = end !== undefined && compare(end, minimum) <= 0
    if (!isAbove && !isBelow) return []
    const params = { id, minimum, maximum }
    return [finding('warning', BAND_UNREACHABLE, [[...bandsPath, index], params], { example })]
  })
}

function compare(number: number, text: string): number {
  return fraction.compare(exactText(number), exactText(text))
}
