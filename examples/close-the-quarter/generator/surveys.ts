import type { Table } from './csv.js'
import { quarterOf, quartersOf2026 } from './days.js'
import { seeded } from './random.js'
import type { Rep } from './reps.js'

/** The independent survey of each quarter: mostly 75 to 98 points, in halves. */
export function drawSurveys(reps: readonly Rep[]): Table {
  const random = seeded(105)
  const rows: string[][] = []
  for (const quarter of quartersOf2026) {
    for (const rep of reps) {
      if (quarter < quarterOf(rep.hiredOn)) continue
      const points = Math.round((72 + 12 * rep.skill + 14 * random()) * 2) / 2
      rows.push([rep.id, quarter, 'survey', String(points)])
    }
  }
  return { file: 'surveys.csv', header: ['rep', 'quarter', 'source', 'points'], rows }
}
