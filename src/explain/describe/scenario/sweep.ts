import { compareAmounts } from '../../../kernel/index.js'
import type { SweepOutcome, SweepPoint } from '../../../scenario/index.js'
import type { Block, Document } from '../../document.js'
import { namedFact, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, policyFacts } from '../common.js'
import {
  COUNTS,
  figure,
  kindOf,
  notComputedOf,
  plain,
  shown,
  unitName,
  withRefused,
} from './figures.js'

/** What a policy comes to at each of many values of a number. */
export function describeSweep(outcome: SweepOutcome, voice: Voice): Document {
  const { now, points, path, across = null, notComputed } = outcome
  const words = voice.words.scenario.swept
  const invalid = points.filter(({ ok }) => !ok)
  return documentOf(outcome, voice, {
    title: words.title,
    answer: withRefused(answerOf(outcome, voice), outcome.refused, voice),
    sentences: [
      ...(invalid.length === 0
        ? []
        : [words.refused({ values: voice.list(invalid.map((one) => nameOf(one, voice))) })]),
    ],
    head: [
      ...namedFact(voice, words.heads.path, path, 'text'),
      ...namedFact(voice, words.heads.acrossPath, across, 'text'),
      ...policyFacts(now, voice),
    ],
    blocks: [...pointsOf(outcome, voice), ...notComputedOf(notComputed, voice)],
  })
}

type Computed = Extract<SweepPoint, { readonly ok: true }>

/** The value, or the two of them. */
function nameOf({ value, across }: SweepPoint, voice: Voice): string {
  const first = shown(value, voice)
  return across === undefined
    ? first
    : voice.words.scenario.swept.both({ first, second: shown(across, voice) })
}

/** Between which totals all values are. */
function answerOf({ points, unit, path, across }: SweepOutcome, voice: Voice): string {
  const words = voice.words.scenario.swept
  const computed = points
    .filter((point): point is Computed => point.ok)
    .sort((one, other) => compareAmounts(one.totals.then, other.totals.then))
  const [least, most] = [computed[0], computed.at(-1)]
  if (least === undefined || most === undefined) return words.none
  const of = voice.list(across === undefined ? [path] : [path, across])
  const told = (one: Computed) => ({
    value: nameOf(one, voice),
    total: figure(one.totals.then, unit, voice),
  })
  const [low, high] = [told(least), told(most)]
  return low.total === high.total
    ? words.same({ of, total: low.total })
    : words.range({ of, least: low.total, at: low.value, most: high.total, atMost: high.value })
}

function pointsOf({ points, unit }: SweepOutcome, voice: Voice): readonly Block[] {
  const { blocks, heads } = voice.words.scenario.swept
  const named = ({ value, across }: SweepPoint) => ({
    value: plain(value),
    across: across === undefined ? undefined : plain(across),
  })
  const values = {
    value: kindOf(points.map(({ value }) => value)),
    across: { as: kindOf(points.map(({ across }) => across)), head: heads.across },
  } as const
  return [
    ...tableOf(voice, {
      title: blocks.points,
      rows: points.flatMap((point) =>
        point.ok ? [{ ...point, ...point.totals, ...named(point) }] : [],
      ),
      currency: unitName(unit, voice),
      columns: { ...values, now: 'money', then: 'money', difference: 'money', ...COUNTS },
    }),
    ...tableOf(voice, {
      title: blocks.refused,
      rows: points.flatMap((point) =>
        point.ok ? [] : point.issues.map((issue) => ({ ...named(point), issue })),
      ),
      columns: { ...values, issue: 'issue' },
    }),
  ]
}
