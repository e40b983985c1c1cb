import type { Table } from './csv.js'
import { quarterOf } from './days.js'
import { chance, type Random, seeded } from './random.js'
import type { Rep } from './reps.js'

const quarters = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']

/** Histories that a rule turns on, quarter by quarter; a dash is a quarter on leave. */
const told: Readonly<Record<string, string>> = {
  R17: 'SSSSSSS', // S throughout
  R28: 'SSSSSSS',
  R04: 'ASAASAA', // A or better throughout
  R05: 'ABBBBA-', // one A, then leave
  R07: 'BABBBBA', // one A: a second makes the streak
  R29: 'CBBCBBC', // one C: a second makes the streak
  R34: 'BCBBBCC', // two C: a third leads to observation
  R27: 'BBBBBCC',
  R30: 'BBABCCC', // three C already
  R35: 'BCBB-CC', // back from leave, then two C
}

/** The grades of the quarters before the one that is closed. */
export function drawGrades(reps: readonly Rep[]): Table {
  const random = seeded(106)
  const rows: string[][] = []
  for (const rep of reps) {
    for (const [index, quarter] of quarters.entries()) {
      const drawn = drawGrade(random, rep)
      const grade = told[rep.id]?.[index]?.replace('-', 'leave') ?? drawn
      if (grade !== NONE && quarter > quarterOf(rep.hiredOn)) rows.push([rep.id, quarter, grade])
    }
  }
  return { file: 'grades.csv', header: ['rep', 'quarter', 'grade'], rows }
}

/** A quarter of which nothing is said. */
const NONE = ''

function drawGrade(random: Random, rep: Rep): string {
  if (chance(random, 0.02)) return NONE
  const shown = 0.6 * rep.skill + 0.4 * random()
  if (shown > 0.8) return 'S'
  if (shown > 0.5) return 'A'
  return shown > 0.22 ? 'B' : 'C'
}
