import type { Criterion } from '../../kernel/index.js'

type Curve = Criterion['curve']

/** A fact that a curve takes, and the points that it has. */
export interface PointedFact {
  readonly fact: unknown
  readonly points: number
}

/** Where a curve begins, bends, steps and ends: facts between which nothing else happens. */
export function factsOfCurve(curve: Curve): PointedFact[] {
  switch (curve.kind) {
    case 'points':
      return [0, curve.maximum].map((points) => ({ fact: { points }, points }))
    case 'ratio':
      return [curve.floor, curve.cap].map((points) => ({
        fact: { actual: points, target: 100 },
        points,
      }))
    case 'lower-is-better':
      return [
        { fact: { actual: 1_000_000, target: 1 }, points: curve.floor },
        { fact: { actual: 0, target: 1 }, points: curve.cap },
      ]
    case 'progress':
      return [curve.floor, curve.cap].map((points) => ({
        fact: { actual: points, target: 100, baseline: 0 },
        points,
      }))
    case 'rating':
      return [curve.minimum, curve.maximum].map((fact) => ({
        fact,
        points: (Number(fact) / Number(curve.maximum)) * 100,
      }))
    case 'steps':
      return [
        { fact: String(Number(curve.steps[0]?.from ?? 0) - 1), points: curve.below },
        ...curve.steps.map(({ from, points }) => ({ fact: from, points })),
      ]
    case 'linear':
      return curve.knots.map(({ at, points }) => ({ fact: at, points }))
    case 'choice':
      return Object.entries(curve.choices).map(([fact, points]) => ({ fact, points }))
    case 'decay':
      return factsOfEvents(curve)
  }
}

const ON = '2026-12-31'
const MOST_EVENTS = 200

/** No event; and as many of the best kind as it takes to the maximum. */
function factsOfEvents({ events, maximum }: Extract<Curve, { kind: 'decay' }>): PointedFact[] {
  const kinds = Object.entries(events).map(([kind, event]) => {
    const own = typeof event === 'number' ? { points: event } : event
    return { kind, points: own.points, most: own.maximum ?? maximum }
  })
  const worth = kinds.map(({ kind, points, most }) => {
    const count =
      points > 0 ? Math.min(MOST_EVENTS, Math.ceil(Math.min(most, maximum) / points)) : 0
    const list = Array.from({ length: count }, () => ({ kind, date: ON }))
    return { list, points: Math.min(count * points, most) }
  })
  const all = worth.flatMap(({ list }) => list)
  const points = Math.min(
    maximum,
    worth.reduce((sum, one) => sum + one.points, 0),
  )
  return [
    { fact: { asOf: ON, events: [] }, points: 0 },
    { fact: { asOf: ON, events: all }, points },
  ]
}

/** Of such facts the one of most points, and the one of fewest. */
export function extremesOf(curve: Curve): { readonly best: unknown; readonly worst: unknown } {
  const facts = factsOfCurve(curve)
  const pick = (isBetter: (one: number, other: number) => boolean) =>
    facts.reduce((chosen, one) => (isBetter(one.points, chosen.points) ? one : chosen)).fact
  return { best: pick((one, other) => one > other), worst: pick((one, other) => one < other) }
}

/** Whether a curve goes from one level to another without anything between. */
export function isInLevels({ kind }: Curve): boolean {
  return kind === 'steps' || kind === 'choice'
}

/** The same list with something else in one place. */
export function replaced(list: readonly unknown[], index: number, value: unknown): unknown[] {
  return list.map((one, place) => (place === index ? value : one))
}
