import { add, type Fraction, sum } from '../../oracle/fraction.js'
import { type Span, spanOf, spans } from './calendar.js'
import type { Earned, Known } from './earn.js'
import { at, lastIndexOf } from './exact.js'
import { letThrough } from './scale.js'

/**
 * Step 13, with the amounts by hand. A period with such amounts has earned what it earned after the caps, of the facts alone, plus all
 * of them together; the caps then hold for the sum. So their order does not matter.
 */
export function capYear(year: readonly Known[], earned: readonly Earned[]): readonly Earned[] {
  const before = earned.map(({ beforeCap }) => beforeCap)
  const byFacts = capEach(year, before)
  const withHand = before.map((amount, index) => {
    const { byHand } = at(year, index)
    return byHand === null ? amount : add(at(byFacts, index), byHand)
  })
  const ofHalf = capSpan(year, withHand, 'quarter')
  const ofYear = capSpan(year, ofHalf, 'half')
  const capped = capSpan(year, ofYear, 'year')
  return earned.map((period, index) => ({
    ...period,
    beforeCap: at(withHand, index),
    beforeCapOf: {
      quarter: at(withHand, index),
      half: at(ofHalf, index),
      year: at(ofYear, index),
    },
    capped: at(capped, index),
  }))
}

/** The shorter spans come first. */
function capEach(year: readonly Known[], amounts: readonly Fraction[]): readonly Fraction[] {
  return spans.reduce((figures, span) => capSpan(year, figures, span), amounts)
}

function capSpan(year: readonly Known[], amounts: readonly Fraction[], span: Span) {
  return amounts.map((amount, index) => {
    const { plan } = at(year, index)
    return letThrough(soFar(year, amounts, index, span), amount, plan.cap?.[span])
  })
}

/** What the span of a period has earned before it. */
function soFar(year: readonly Known[], amounts: readonly Fraction[], index: number, span: Span) {
  const { plan, facts } = at(year, index)
  const own = spanOf(facts.period, span, plan.yearStartsIn)
  const restart = lastIndexOf(year.slice(0, index + 1), ({ change }) => change === 'restart')
  const first = year.findIndex(
    (other) => spanOf(other.facts.period, span, plan.yearStartsIn) === own,
  )
  return sum(amounts.slice(Math.max(first, restart), index))
}

/** What each span that caps a period has earned before it, and before its own cap. */
export function earnedInSpans(
  year: readonly Known[],
  earned: readonly Earned[],
  index: number,
): Readonly<Partial<Record<Span, Fraction>>> {
  const { cap } = at(year, index).plan
  let figures = earned.map(({ beforeCap }) => beforeCap)
  const before = spans.map((span) => {
    const sold = soFar(year, figures, index, span)
    figures = [...capSpan(year, figures, span)]
    return [span, sold] as const
  })
  return Object.fromEntries(before.filter(([span]) => cap?.[span] !== undefined))
}
