/** What is said of settlements, corrections and payments in English. */
export const settlement = {
  title: 'Commission settlement',
  span: (p: { from: string; to: string }) => `${p.from} to ${p.to}`,

  nothing: 'No period was settled.',
  paid: (p: { amount: string; span: string; earned: string }) =>
    `${p.amount} is paid for ${p.span}, in which ${p.earned} was earned.`,
  paidAdjusted: (p: { amount: string; span: string; earned: string; adjusted: string }) =>
    `${p.amount} is paid for ${p.span}, in which ${p.earned} was earned; adjustments come to ${p.adjusted}.`,
  last: (p: { period: string; paid: string; moves: string }) =>
    `${p.period} pays ${p.paid}: ${p.moves}.`,
  moves: {
    earned: (p: { amount: string }) => `earned ${p.amount}`,
    adjusted: (p: { amount: string }) => `adjusted ${p.amount}`,
    guaranteed: (p: { amount: string }) => `topped up ${p.amount}`,
    heldBack: (p: { amount: string }) => `held back ${p.amount}`,
    released: (p: { amount: string }) => `released ${p.amount}`,
    drawn: (p: { amount: string }) => `advanced ${p.amount}`,
    recovered: (p: { amount: string }) => `recovered ${p.amount}`,
    carried: (p: { amount: string }) => `carried over ${p.amount}`,
  },
  cut: (p: { period: string; amount: string }) =>
    `Caps took ${p.amount} of what ${p.period} would have earned.`,
  held: (p: { parts: string }) => `Still held back: ${p.parts}.`,
  heldUntilNumber: (p: { amount: string; number: string }) =>
    `${p.amount} until its period ${p.number}`,
  heldUntil: (p: { amount: string; period: string }) => `${p.amount} until ${p.period}`,
  carried: (p: { amount: string }) => `${p.amount} is carried over to the next period.`,
  carriedBelow: (p: { amount: string }) =>
    `${p.amount} is carried over: more was paid than is due, and later periods make up for it.`,
  advanced: (p: { amount: string }) => `Advances of ${p.amount} are still to be recovered.`,
  payout: (p: { amount: string }) => `Paid out as ${p.amount}.`,
  final: 'This was the payee’s last period.',
  setAside: 'Something was set aside; the list says why, and what would make it count.',

  heads: {
    heldBack: 'Less: held back',
    takenBack: 'Less: recovered',
    corrects: 'Corrects',
    by: 'Given by',
    sales: 'Sales',
    commission: 'Its commission',
    invoiced: 'Invoiced',
    progress: 'Invoiced or collected',
    refunded: 'Refunded',
  },
  adjustments: {
    kinds: {
      'by-hand': 'by hand',
      clawback: 'clawback',
      override: 'override',
      correction: 'correction',
    },
    share: (p: { share: string }) => `gives back ${p.share}`,
    days: (p: { days: string }) => `cancelled after ${p.days} days`,
    seller: (p: { payee: string }) => `sold by ${p.payee}`,
    rate: (p: { rate: string }) => `at ${p.rate}`,
    number: (p: { number: string }) => `correction no. ${p.number}`,
    inCorrections:
      'By hand for a period that was corrected: the list of corrections says what it moves.',
  },
  blocks: {
    periods: 'Period by period',
    corrections: 'Earlier periods that were corrected',
    adjustments: 'Adjustments',
    parts: 'Parts of lines that became due',
    handedOver: 'Handed over to others',
    payouts: 'Paid in another currency',
    held: 'Still held back',
    open: 'Lines not yet invoiced or collected in full',
    notCounted: 'What was set aside',
  },

  terms: {
    title: 'Payment terms',
    parts: 'Parts of each line’s commission',
    schedule: 'Draw of the first periods',
    on: 'Paid',
    after: 'Periods later',
    beyond: 'Only beyond',
    accrual: 'Counted',
    accruals: {
      period: 'each period on its own',
      'quarter-to-date': 'quarter to date',
      'half-year-to-date': 'half-year to date',
      'year-to-date': 'year to date',
    },
    trueUp: 'Trued up',
    trueUps: {
      'every-period': 'in every period',
      quarter: 'each quarter',
      'half-year': 'each half-year',
      year: 'each year',
    },
    holdback: 'Held back',
    releaseAfter: 'Periods until it is released',
    draw: 'Draw of each period',
    drawKind: 'Kind of draw',
    drawKinds: {
      recoverable: 'an advance, recovered later',
      'non-recoverable': 'a guarantee, not recovered',
    },
    drawPeriods: 'Periods of draw',
    service: 'The draw goes by',
    serviceBy: { day: 'days of service', month: 'months of service' },
    serviceMonths: 'First month of service',
    months: { started: 'counts once it has started', whole: 'counts only as a whole' },
    recoverFrom: 'Recovered from',
    recoveredFrom: { all: 'all that is available', 'above-draw': 'what is above the draw' },
    recoverAfter: 'Periods before recovery starts',
    recoverAtMost: 'Most that a period recovers',
    owedAtMost: 'Most that may be owed',
    minimumPayout: 'Least that is paid out',
    afterLeaving: 'Share after leaving',
  },

  corrections: {
    title: 'Corrections of commission',
    none: 'Nothing is to be corrected.',
    added: (p: { amount: string }) => `The correction is ${p.amount}: less was paid than is due.`,
    takenBack: (p: { amount: string }) =>
      `The correction is ${p.amount}: more was paid than is due.`,
    factsOnly: (p: { amount: string }) =>
      `The correction is ${p.amount}: other facts, and the same pay.`,
    several: (p: { amounts: string }) => `The corrections are ${p.amounts}.`,
    amount: (p: { amount: string; payee: string; period: string }) =>
      `${p.amount} (${p.payee}, ${p.period})`,
    paidAndDue: (p: { period: string; paid: string; due: string }) =>
      `For ${p.period}, ${p.paid} was paid and ${p.due} is due.`,
    alsoRestate: (p: { periods: string }) =>
      `Later periods change with it and are not corrected yet: ${p.periods}.`,
    reasons: {
      sales: 'Sales',
      target: 'Target',
      coefficient: 'Uplift by grades',
      policy: 'Plan',
      gate: 'Gate',
      'kpi-multiplier': 'Step of the KPI multiplier',
      multiplier: 'Steps of multipliers',
      measure: 'Tiers',
      lines: 'Pay of other lines',
      'not-paid-before': 'First paid',
      'earlier-correction': 'Pay corrected before',
      'earlier-period': 'Pay by an earlier period',
      'true-up': 'True-up',
    },
    changed: (p: { what: string; was: string; is: string }) =>
      `${p.what}: ${p.is} instead of ${p.was}.`,
    now: (p: { what: string; is: string }) => `${p.what}: ${p.is}.`,
    before: (p: { what: string; was: string }) => `${p.what}: no longer ${p.was}.`,
    only: (p: { what: string }) => `${p.what}: changed.`,
    heads: {
      number: 'Correction no.',
      owed: 'Due to date',
      alsoRestate: 'Also to be restated',
      figure: 'Figure',
    },
    blocks: { corrections: 'Corrections', reasons: 'What differs' },
  },

  clawback: {
    title: 'Clawback of cancelled sales',
    nothing: (p: { amount: string }) => `${p.amount}: nothing is taken back.`,
    taken: (p: { amount: string }) => `Clawback of cancelled sales: ${p.amount}.`,
    line: (p: { id: string; days: string; share: string; amount: string }) =>
      `“${p.id}”, cancelled after ${p.days} days, gives back ${p.share}: ${p.amount}.`,
    kept: (p: { id: string; days: string }) =>
      `“${p.id}”, cancelled after ${p.days} days, gives nothing back.`,
    keptAfter: (p: { id: string; days: string; until: string }) =>
      `“${p.id}”, cancelled after ${p.days} days, gives nothing back; the last day was ${p.until}.`,
    setAside: 'Some cancellations were set aside; the list says why.',
    until: 'Last day of clawback',
    lines: 'Cancelled sales',
  },

  accrual: {
    title: 'Accrual',
    components: 'By component',
    nothing: 'No period was settled, and nothing stands open.',
    unpaid: (p: { period: string; amount: string }) =>
      `${p.amount} is earned and not paid yet after ${p.period}.`,
    below: (p: { period: string; amount: string }) =>
      `${p.amount} stands open after ${p.period}: more was paid than earned.`,
    even: (p: { period: string; amount: string }) =>
      `${p.amount} is earned and not paid after ${p.period}: nothing stands open.`,
    held: (p: { amount: string }) => `${p.amount} of it is held back until later periods.`,
  },

  payroll: {
    title: 'Payroll rows',
    nothing: 'There is nothing for the payroll.',
    some: (p: { payees: string; periods: string }) =>
      `Payroll of ${p.payees} for ${p.periods}; amounts below zero are taken off.`,
    row: (p: { payee: string; period: string; what: string; amount: string }) =>
      `${p.payee}, ${p.period}, ${p.what}: ${p.amount}.`,
    rowPaidIn: (p: {
      payee: string
      period: string
      what: string
      amount: string
      payout: string
    }) => `${p.payee}, ${p.period}, ${p.what}: ${p.amount}, paid as ${p.payout}.`,
    payout: 'Paid out',
    paidIn: 'Paid in',
  },
}
