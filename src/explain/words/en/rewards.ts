/** What is said of rewards in English. */
export const rewards = {
  vesting: {
    title: 'Vesting schedule',
    schedule: (p: { shares: string; from: string; to: string }) =>
      `${p.shares} shares vest from ${p.from} to ${p.to}.`,
    position: (p: { asOf: string; vested: string; shares: string; unvested: string }) =>
      `By ${p.asOf}, ${p.vested} of ${p.shares} shares have vested; ${p.unvested} are still to vest.`,
    forfeited: (p: { forfeited: string }) => `Forfeited: ${p.forfeited}.`,
    next: (p: { date: string }) => `The next day of vesting is ${p.date}.`,
    leaver: (p: { lastDay: string; kind: string; vested: string; unvested: string }) =>
      `Left on ${p.lastDay} (${p.kind}): what has vested is ${p.vested}, the rest is ${p.unvested}.`,
    cliff: (p: { cliff: string }) => `Nothing vests before ${p.cliff}.`,
    whatVested: {
      keep: 'kept',
      forfeit: 'forfeited',
    },
    whatRemains: {
      forfeit: 'forfeited',
      'pro-rata': 'vested in proportion to the days served',
      accelerate: 'vested at once',
      continue: 'vested as if nobody had left',
    },
    terms: 'Terms',
    custom: 'Tranches by the terms',
    requires: 'What each of them needs',
    tranches: 'Tranches',
    status: 'Position',
    positions: 'What became of each tranche',
    leaving: 'Leaving',
  },
  options: {
    title: 'Grants of options',
    granted: (p: { granted: string; available: string; left: string }) =>
      `${p.granted} of ${p.available} are granted; ${p.left} are left.`,
    cut: (p: { id: string; granted: string; requested: string; reason: string }) =>
      `${p.id} gets ${p.granted} of ${p.requested}: ${p.reason}.`,
    pool: 'The pool',
    projects: 'Projects',
    grants: 'Grants',
  },
  fame: {
    title: 'Hall of fame',
    entered: (p: { members: string }) => `Entered: ${p.members}.`,
    none: 'Nobody entered.',
    places: (p: { places: string; base: string }) =>
      `Places: ${p.places}, of ${p.base} people with a result.`,
    tied: (p: { people: string }) =>
      `Tied for the last place, of which there are too few: ${p.people}.`,
    next: (p: { id: string; remaining: string }) => `${p.id} is next; ${p.remaining} is missing.`,
    result: 'Result',
    ranking: 'Ranking',
    unranked: 'Without a result',
    ties: 'Tied for the last place',
  },
  allowances: {
    title: 'Allowances for certificates',
    paid: (p: { amount: string; period: string }) => `${p.amount} for ${p.period}.`,
    unpaid: (p: { certificate: string; month: string; reason: string }) =>
      `“${p.certificate}” earns nothing in ${p.month}: ${p.reason}.`,
    months: 'Months',
    certificates: 'Certificates',
  },
  education: {
    title: 'Repayment of a course',
    owed: (p: { repay: string; amount: string }) =>
      `${p.repay} of the ${p.amount} for the course is owed back.`,
    served: (p: { served: string; of: string }) =>
      `${p.served} of ${p.of} days of the commitment are served.`,
    limit: (p: { agreed: string; legalLimit: string }) =>
      `By the terms it would be ${p.agreed}; the law lets at most ${p.legalLimit} be asked back.`,
    result: 'How it comes about',
    step: 'The step',
    findings: 'What is not in order',
    notInOrder: 'The terms ask for more than the law allows.',
  },
  titles: {
    title: 'Titles',
    none: 'There is no title to give.',
    won: (p: { title: string; winners: string; clause: string }) =>
      `“${p.title}”: ${p.winners} (${p.clause}).`,
    nobody: (p: { title: string; clause: string }) => `“${p.title}”: nobody (${p.clause}).`,
    tied: (p: { title: string; people: string }) =>
      `“${p.title}”: tied for the last place, of which there are too few: ${p.people}.`,
    titles: 'Titles',
    ranking: 'Ranking',
    unranked: 'Who was not ranked',
  },
  reward: {
    title: 'Whether a reward is open',
    eligible: (p: { reward: string }) =>
      `“${p.reward}” is open: everything that it asks for is met.`,
    notEligible: (p: { reward: string; missing: string }) =>
      `“${p.reward}” is not open yet; not met: ${p.missing}.`,
    unknown: (p: { reward: string; missing: string }) =>
      `Whether “${p.reward}” is open is not known; not known or not met: ${p.missing}.`,
  },
}
