/** What is said of pay by several components, by grades and in contests in English. */
export const compensation = {
  title: 'Compensation statement',
  sum: (p: { amount: string; parts: string }) => `${p.amount}: ${p.parts}.`,
  component: (p: { id: string; amount: string }) => `${p.id} ${p.amount}`,
  onTarget: (p: { amount: string }) => `The target incentive is ${p.amount}.`,
  capped: {
    amount: (p: { limit: string; amount: string }) =>
      `The cap of all components, ${p.limit}, took ${p.amount}.`,
    multiple: (p: { limit: string; amount: string }) =>
      `The cap of all components, ${p.limit} by the target incentive, took ${p.amount}.`,
  },
  capBy: { amount: 'a fixed amount', multiple: 'a multiple of the target incentive' },
  asSales: {
    score: (p: { target: string }) => `The score counts here as sales, on a target of ${p.target}.`,
    matrix: (p: { target: string }) =>
      `The ratio of the table counts here as sales, on a target of ${p.target}.`,
  },
  heads: { targetIncentive: 'Target incentive', pays: 'Pays of target incentive' },
  blocks: {
    components: 'By component',
    cap: 'Cap of all components',
    facts: 'What components looked at',
    matrix: 'Place in the table',
    corrected: 'Corrected periods',
  },

  settled: {
    title: 'Compensation settlement',
    last: (p: { period: string; parts: string }) => `${p.period} pays ${p.parts}.`,
  },
  correctionsTitle: 'Corrections of compensation',

  byGrades: {
    title: 'Pay by grades',
    nothing: (p: { amount: string; period: string }) =>
      `${p.amount}: the grades pay nothing in ${p.period}.`,
    amount: (p: { amount: string; period: string }) =>
      `${p.amount} follows from the grades for ${p.period}.`,
    amountAndDays: (p: { amount: string; days: string; period: string }) =>
      `${p.amount} and days of leave (${p.days}) follow from the grades for ${p.period}.`,
    paid: (p: { kind: string; clause: string; period: string; amount: string }) =>
      `${p.kind}, earned in ${p.period} (${p.clause}): ${p.amount}.`,
    leave: (p: { kind: string; clause: string; period: string; days: string }) =>
      `${p.kind}, earned in ${p.period} (${p.clause}), in days: ${p.days}.`,
    notPaid: (p: { kind: string; period: string; because: string }) =>
      `${p.kind} of ${p.period} is not paid: ${p.because}.`,
    because: {
      'no-rule': 'the plan pays no such kind',
      'other-period': 'it is paid in another period',
      'not-employed': 'not employed on any of its days',
      left: 'left before the end of the period',
      'nothing-due': 'nothing is due',
    },
    pays: { bonus: 'bonus', 'base-pay': 'base pay', leave: 'leave' },
    heads: {
      pays: 'Paid as',
      earnedIn: 'Earned in',
      baseSalary: 'Monthly base salary',
      served: 'Served',
      ofServed: 'Of',
      attended: 'Days worked',
      ofAttended: 'Of days due',
      unrounded: 'Before rounding',
      days: 'Days of leave',
    },
    blocks: { lines: 'What is paid', notPaid: 'What is not paid' },
  },

  contest: {
    title: 'Contest',
    paid: (p: { amount: string; winners: string }) => `${p.amount} in prizes: ${p.winners}.`,
    winner: (p: { id: string; place: string; prize: string }) =>
      `${p.id} ${p.prize} (place ${p.place})`,
    nobody: (p: { amount: string }) => `${p.amount}: nobody gets a prize.`,
    left: (p: { left: string; pot: string }) => `${p.left} of the pot of ${p.pot} is left.`,
    next: {
      at: (p: { id: string; place: string; remaining: string }) =>
        `“${p.id}” reaches place ${p.place} with ${p.remaining} more.`,
      above: (p: { id: string; place: string; remaining: string }) =>
        `“${p.id}” reaches place ${p.place} with more than ${p.remaining} in addition.`,
    },
    reached: { at: 'with exactly that', above: 'with more than that' },
    entrants: 'Places and prizes',
    heads: {
      pot: 'Pot',
      left: 'Left of it',
      place: 'Place',
      entrant: 'Entrant',
      figure: 'Figure',
      tiedWith: 'Tied with',
      cut: 'Cut by the pot',
      nextPlace: 'Next place',
      reached: 'Reached',
    },
  },

  amortized: {
    title: 'Cost spread over a contract',
    spread: (p: { amount: string; span: string }) => `${p.amount} is spread over ${p.span}.`,
    impaired: (p: { amount: string; on: string }) =>
      `${p.amount} is written off on ${p.on}, when the contract ends.`,
    nothing: (p: { amount: string }) => `${p.amount}: there is nothing to spread.`,
    periods: 'By month',
    writtenOff: 'Written off',
    carrying: 'Still to come',
  },
}
