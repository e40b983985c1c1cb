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
}
