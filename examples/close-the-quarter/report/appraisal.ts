import { round } from 'sales-rules'
import type { Appraised, Following } from '../close/appraisal.js'
import { percent, totalOf } from '../exact.js'
import { appraisalScheme } from '../policy.js'
import type { Rep } from '../read/reps.js'
import { columns, grouped, title, wrapped } from './layout.js'

/** Points by indicator, the score, the grade, and what follows from it in this quarter. */
export function appraisalSection(
  appraised: readonly Appraised[],
  withoutTarget: readonly Rep[],
): string[] {
  const rows = appraised.map(({ rep, appraisal, grade, follows }) => [
    rep.rep,
    rep.name,
    ...appraisal.parts.map(({ points }) => (points === null ? '-' : cut(points))),
    appraisal.score.toFixed(2) + (appraisal.missing.length > 0 ? '*' : ' '),
    grade.grade,
    grade.next === null ? '' : grade.next.remaining.toFixed(2),
    follows.map(inWords).join(', '),
  ])
  const bonuses = appraised.flatMap(({ follows }) => follows.flatMap(({ money }) => money ?? []))
  const weights = appraisalScheme.indicators.map(({ weight }) => `${weight}%`)
  const heading = [
    'rep',
    '',
    'sales',
    'new',
    'survey',
    'cash',
    'score ',
    '',
    'to next',
    'what follows',
  ]
  return [
    ...title('4. Appraisal, grade, and what follows'),
    ...columns([heading, ['', 'weight', ...weights, '', '', '', ''], ...rows], 'llrrrrrlrl'),
    ...wrapped(
      `Bonuses: ${grouped(totalOf(bonuses))} to ${bonuses.length} reps. Rates are those of the commission, from the next quarter on (GRA-5).`,
    ),
    ...wrapped(
      'The indicators are points from 0 to 100, cut to one decimal as in 3, never rounded up.',
    ),
    ...wrapped('Leave comes once a year (GRA-2): a second S in the year brings no more of it.'),
    ...reweighted(appraised),
    ...withoutTarget.flatMap(({ rep, name }) =>
      wrapped(`Not appraised: ${rep} ${name}, for want of a target (see 3).`),
    ),
  ]
}

/** Points cut to one decimal, so that 99.99 never shows as 100.0. */
function cut(points: number): string {
  return round(points.toFixed(6), { decimals: 1, mode: 'down' })
}

function reweighted(appraised: readonly Appraised[]): string[] {
  const missing = appraised.filter(({ appraisal }) => appraisal.missing.length > 0)
  if (missing.length === 0) return []
  const names = missing.map(({ rep, appraisal }) => `${rep.rep} (${appraisal.missing.join(', ')})`)
  return wrapped(
    `* Without a usable figure, scored on the other indicators, scaled up to 100%: ${names.join(', ')}.`,
  )
}

const NAMES: Readonly<Record<string, string>> = {
  'extra-leave': 'leave',
  'commission-coefficient': 'rates',
}

/** A bonus in money; a ratio in percent; a measure by its name. */
function inWords({ kind, value, unit, money, clause }: Following): string {
  const name = NAMES[kind] ?? kind.replaceAll('-', ' ')
  if (money !== null) return `${name} ${grouped(money)}`
  if (unit === 'days') return `${name} ${value} days`
  if (unit === 'measure') return `${name} (${clause})`
  return unit === 'ratio' ? `${name} ${signed(percent(value, 1))}%` : `${name} ${value} ${unit}`
}

function signed(number: string): string {
  return number.startsWith('-') ? number : `+${number}`
}
