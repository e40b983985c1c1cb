import { gradeConsequences, handbook } from 'sales-rules'

const grades = [
  { period: '2026-Q1', grade: 'A' },
  { period: '2026-Q2', grade: 'S' },
]

export const gradingOutcomes = {
  gradeConsequences: () => gradeConsequences(grades, handbook.grading),
}
