/** What is said of careers in English. */
export const careers = {
  promotion: {
    title: 'Promotion check',
    eligible: (p: { rung: string }) => `“${p.rung}” is open: everything that it asks for is met.`,
    notEligible: (p: { rung: string; missing: string }) =>
      `“${p.rung}” is not open yet; not met: ${p.missing}.`,
    unknown: (p: { rung: string; missing: string }) =>
      `Whether “${p.rung}” is open is not known; not known or not met: ${p.missing}.`,
    dimensionsMet: (p: { score: string; passMark: string }) =>
      `Ability, contribution and potential come to ${p.score}; the pass mark is ${p.passMark}.`,
    dimensionsShort: (p: { score: string; remaining: string; passMark: string }) =>
      `Ability, contribution and potential come to ${p.score}; ${p.remaining} points are missing to the pass mark of ${p.passMark}.`,
    dimensionsUnknown: (p: { missing: string }) =>
      `Not known of ability, contribution and potential: ${p.missing}.`,
    move: 'What is checked',
    standard: 'What somebody on the rung does',
    order: 'The order of the rungs',
    dimensions: 'Ability, contribution, potential',
    parts: 'What each of them adds',
  },
  next: {
    title: 'Next steps of a career',
    none: (p: { from: string }) => `No move leads on from “${p.from}”.`,
    open: (p: { rung: string; from: string }) => `“${p.rung}” is open from “${p.from}” now.`,
    nearest: (p: { from: string; rung: string; remaining: string }) =>
      `The nearest from “${p.from}” is “${p.rung}”; conditions that are missing: ${p.remaining}.`,
    other: (p: { rung: string; remaining: string }) =>
      `“${p.rung}”: conditions that are missing: ${p.remaining}.`,
  },
  reviews: {
    title: 'Reviews from all sides',
    score: (p: { score: string }) => `The reviews come to ${p.score}.`,
    passed: (p: { score: string }) => `The reviews come to ${p.score}, and are passed.`,
    failed: (p: { score: string }) => `The reviews come to ${p.score}, and are not passed.`,
    none: 'The reviews come to no score yet.',
    few: (p: { id: string; reviews: string; minimum: string }) =>
      `${p.id} has ${p.reviews} of the ${p.minimum} reviews that are needed.`,
    withheld: {
      anonymity: (p: { id: string }) =>
        `The average of ${p.id} is not shown: so few reviewers would be recognised.`,
      'would-disclose': (p: { id: string }) =>
        `The average of ${p.id} is not shown: it would tell that of another group.`,
    },
    result: 'Result',
    groups: 'Groups of reviewers',
    missing: 'Groups of too few reviews',
  },
  application: {
    title: 'Application for a promotion',
    status: {
      open: (p: { applicant: string; rung: string }) =>
        `${p.applicant}’s application for “${p.rung}” is open.`,
      promoted: (p: { applicant: string; rung: string }) =>
        `${p.applicant} is promoted to “${p.rung}”.`,
      rejected: (p: { applicant: string; rung: string }) =>
        `${p.applicant}’s application for “${p.rung}” is rejected.`,
      failed: (p: { applicant: string; rung: string }) =>
        `${p.applicant}’s application for “${p.rung}” has ended: a review or a defence was not passed.`,
      withdrawn: (p: { applicant: string; rung: string }) =>
        `${p.applicant}’s application for “${p.rung}” is withdrawn.`,
    },
    step: (p: { step: string; from: string }) => `Next may follow: ${p.step}, from ${p.from} on.`,
    stepUntil: (p: { step: string; from: string; until: string }) =>
      `Next may follow: ${p.step}, from ${p.from} to ${p.until}.`,
    unproven: (p: { conditions: string }) => `Without a proof: ${p.conditions}.`,
    objections: (p: { ids: string }) => `Objections without an answer: ${p.ids}.`,
    next: 'What may follow',
    history: 'What was done',
    proofs: 'Proofs',
    reviews: 'Reviews',
    noProof: 'Conditions without a proof',
    open: 'Open objections',
  },
  mentor: {
    title: 'Whether somebody may be a mentor',
    eligible: 'Everything that is asked of a mentor is met.',
    notEligible: (p: { missing: string }) => `Not eligible as a mentor yet; not met: ${p.missing}.`,
    unknown: (p: { missing: string }) =>
      `Whether eligible as a mentor is not known; not known or not met: ${p.missing}.`,
  },
  mentoring: {
    title: 'Mentoring',
    outcome: {
      met: (p: { mentor: string; mentee: string }) =>
        `${p.mentor} has done for ${p.mentee} all that could be judged.`,
      unmet: (p: { mentor: string; mentee: string }) =>
        `${p.mentor} has not done for ${p.mentee} all that was due.`,
      unknown: (p: { mentor: string; mentee: string }) =>
        `Whether ${p.mentor} has done for ${p.mentee} all that was due is not known yet.`,
    },
    notMutual: 'The two have not both chosen each other.',
    month: (p: { month: string; sessions: string; required: string; remaining: string }) =>
      `${p.month} has ${p.sessions} of ${p.required} sessions; missing: ${p.remaining}.`,
    assessment: (p: { period: string }) => `The assessment of ${p.period} was not done.`,
    reward: (p: { mentor: string; kind: string; mentee: string; rung: string; on: string }) =>
      `${p.mentor} has “${p.kind}”, as ${p.mentee} became “${p.rung}” on ${p.on}.`,
    summary: 'Result',
    months: 'Sessions by month',
    assessments: 'Assessments',
    rewards: 'Reward of the mentor',
  },
  training: {
    title: 'Training programmes',
    none: 'No programme is for this person.',
    complete: (p: { programmes: string }) => `Complete: ${p.programmes}.`,
    incomplete: (p: { programmes: string }) => `Not complete: ${p.programmes}.`,
    missing: (p: { programme: string; missing: string }) =>
      `“${p.programme}” still asks for ${p.missing}.`,
    unknown: (p: { programme: string }) =>
      `Whether “${p.programme}” is for this person is not known.`,
    programmes: 'Programmes',
    for: 'For whom they are',
    checks: 'What they ask for',
  },
  retention: {
    title: 'Newcomers who stayed',
    rate: (p: { rate: string; retained: string; newcomers: string }) =>
      `${p.rate} of the newcomers stayed: ${p.retained} of ${p.newcomers}.`,
    none: 'The team has no newcomers.',
    left: (p: { people: string }) => `Left: ${p.people}.`,
    summary: 'Newcomers',
    leavers: 'Newcomers who left',
    others: 'People who are no newcomers',
    facts: 'What a promotion check takes',
  },
}
