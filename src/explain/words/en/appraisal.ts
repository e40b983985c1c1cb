/** What is said of appraisals in English. */
export const appraisal = {
  title: 'Appraisal sheet',

  scored: (p: { score: string }) => `The score is ${p.score}, the sum of what each indicator adds.`,
  nextLevel: (p: { id: string; level: string; remaining: string }) =>
    `“${p.id}” reaches the level “${p.level}” with ${p.remaining} more of its target.`,
  missing: (p: { indicators: string }) => `There is no result for ${p.indicators}.`,
  limited: (p: { at: string }) => `The score is held at ${p.at}.`,
  gradeAtMost: (p: { grade: string; because: string }) =>
    `The grade is ${p.grade} at most, because of “${p.because}”.`,

  blocks: {
    parts: 'Indicators',
    components: 'What indicators are made of',
    added: 'Bonuses and deductions',
    cap: (p: { id: string; grade: string; outcome: string }) =>
      `Grade ${p.grade} at most unless “${p.id}”: ${p.outcome}`,
  },
  year: {
    title: 'Appraisal of the year',
    by: {
      mean: (p: { score: string }) =>
        `The score of the year is ${p.score}, the mean of its periods.`,
      days: (p: { score: string }) =>
        `The score of the year is ${p.score}, the mean of its periods by the days appraised.`,
      best: (p: { score: string }) =>
        `The score of the year is ${p.score}, the mean of its best periods.`,
    },
    excused: (p: { period: string; reason: string }) =>
      `${p.period} does not count: it is excused (${p.reason}).`,
    'too-short': (p: { period: string; days: string; of: string }) =>
      `${p.period} does not count: ${p.days} of its ${p.of} days were appraised, which is too few.`,
    'not-among-the-best': (p: { period: string; score: string }) =>
      `${p.period} does not count: with ${p.score} it is not among the best.`,
    periods: 'Periods',
  },
  decided: {
    title: 'Decision on an appraisal',
    grade: (p: { grade: string; score: string; by: string; on: string }) =>
      `The grade is ${p.grade} and the score ${p.score}, decided by ${p.by} on ${p.on}.`,
    score: (p: { score: string; by: string; on: string }) =>
      `The score is ${p.score}, decided by ${p.by} on ${p.on}.`,
    reason: (p: { reason: string }) => `Reason: ${p.reason}.`,
    computedGrade: (p: { grade: string; score: string }) =>
      `Computed were the grade ${p.grade} and the score ${p.score}.`,
    computedScore: (p: { score: string }) => `Computed was the score ${p.score}.`,
    appeal: (p: { filed: string; deadline: string }) =>
      `The appeal of ${p.filed} was in time: it could be filed until ${p.deadline}.`,
    decisions: 'Decisions',
    before: 'What was computed',
    after: 'What holds',
  },
  visits: {
    title: 'Visits of the month',
    none: 'No visits are required.',
    made: (p: { attainment: string; actual: string; target: string }) =>
      `${p.attainment} of the visits were made, ${p.actual} of ${p.target}.`,
    customer: (p: { customer: string; visits: string; required: string; remaining: string }) =>
      `${p.customer} has had ${p.visits} of ${p.required} visits; still to make: ${p.remaining}.`,
    kind: (p: { kind: string; visits: string; required: string; remaining: string }) =>
      `Customers of the kind “${p.kind}” have had ${p.visits} of ${p.required} visits; still to make: ${p.remaining}.`,
    someNotCounted: 'Some records of visits do not count; the list says why.',
    total: 'All customers',
    kinds: 'By kind of customer',
    short: 'Too few visits',
    notCounted: 'Records that do not count',
  },
  result: 'Result',
  notExceeded: 'Grades that are not exceeded',
}
