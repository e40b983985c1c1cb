import type { Table } from './csv.js'
import { quarterOf, quartersOf2026 } from './days.js'
import { seeded } from './random.js'
import type { Rep } from './reps.js'

/** What a quarter sells against an ordinary one. */
export const seasons = { '2026-Q1': 0.85, '2026-Q2': 1, '2026-Q3': 0.95, '2026-Q4': 1.2 } as const

/** Targets ask the less skilled for more than they usually sell, so about six in ten are met. */
export function drawTargets(reps: readonly Rep[]): Table {
  const random = seeded(102)
  const rows: string[][] = []
  for (const rep of reps) {
    for (const quarter of quartersOf2026) {
      if (quarter < quarterOf(rep.hiredOn)) continue
      const asked = 1.12 - 0.32 * rep.skill + 0.1 * (random() - 0.5)
      const sales = Math.round((rep.level * seasons[quarter] * asked) / 10_000) * 10_000
      const newCustomers = 3 + Math.round(2 * random())
      rows.push([rep.id, quarter, String(sales), String(newCustomers)])
    }
  }
  return {
    file: 'targets.csv',
    header: ['rep', 'quarter', 'salesTarget', 'newCustomersTarget'],
    rows,
  }
}
