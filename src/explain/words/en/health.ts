/** What is said of customers in English. */
export const health = {
  score: {
    title: 'Customer health',
    scored: (p: { score: string; band: string }) =>
      `The customer’s health is ${p.score}, “${p.band}”.`,
    next: (p: { remaining: string; band: string; from: string }) =>
      `${p.remaining} more points reach “${p.band}”, which starts at ${p.from}.`,
    held: (p: { from: string; to: string; by: string }) =>
      `By the score it would be “${p.from}”; these hold it at “${p.to}”: ${p.by}.`,
    lacks: (p: { id: string; points: string; remaining: string }) =>
      `“${p.id}” has ${p.points} points; ${p.remaining} more end that.`,
    missing: (p: { criteria: string }) => `There is no fact for ${p.criteria}.`,
    result: 'Result',
    above: 'The band above',
    parts: 'What the score is made of',
    heldBy: 'What holds the band down',
    measured: 'What was measured on records',
    noFact: 'Criteria without a fact',
  },
  warnings: {
    title: 'Warnings that a customer may leave',
    none: 'There is no warning.',
    unanswered: (p: {
      followUps: string
      days: string
      since: string
      raised: string
      clause: string
    }) =>
      `${p.followUps} follow-ups in a row on ${p.days} days were not answered since ${p.since}; a warning since ${p.raised} (${p.clause}).`,
  },
  followUps: {
    title: 'Follow-ups without an answer',
    warned: (p: { unanswered: string; since: string; required: string }) =>
      `${p.unanswered} in a row without an answer, since ${p.since}: a warning from ${p.required} on.`,
    near: (p: { unanswered: string; remaining: string }) =>
      `${p.unanswered} in a row without an answer; a warning comes after ${p.remaining} more.`,
    lastAnswered: (p: { date: string }) => `The last answer was on ${p.date}.`,
    pending: (p: { pending: string }) => `Still waiting for an answer: ${p.pending}.`,
    result: 'Result',
  },
  trend: {
    title: 'How a customer’s health develops',
    unknown: 'Where the health is going is not known: there are too few scores.',
    rising: (p: { change: string; from: string; to: string }) =>
      `The health is rising: ${p.change} points from ${p.from} to ${p.to}.`,
    falling: (p: { change: string; from: string; to: string }) =>
      `The health is falling: ${p.change} points from ${p.from} to ${p.to}.`,
    steady: (p: { from: string; to: string }) => `The health is steady from ${p.from} to ${p.to}.`,
    mixed: (p: { change: string; from: string; to: string }) =>
      `The health goes up and down: ${p.change} points from ${p.from} to ${p.to}.`,
    sincePrevious: (p: { period: string; change: string }) =>
      `Points since ${p.period}: ${p.change}.`,
    band: (p: { period: string; from: string; to: string }) =>
      `In ${p.period} it went from “${p.from}” to “${p.to}”.`,
    result: 'Development',
    previous: 'Since the score before',
    bands: 'Changes of the band',
  },
  retention: {
    title: 'Retention plan',
    none: 'Nothing is to be done: no warning calls for it.',
    due: (p: { measure: string; due: string }) => `“${p.measure}” is to be done by ${p.due}.`,
    overdue: (p: { measure: string; due: string }) =>
      `“${p.measure}” is overdue: it was to be done by ${p.due}.`,
    done: (p: { measure: string; done: string; due: string }) =>
      `“${p.measure}” was done on ${p.done}; it was due on ${p.due}.`,
    warning: (p: { kind: string; since: string; raised: string }) =>
      `${p.kind}: since ${p.since}, a warning since ${p.raised}.`,
    plan: 'The plan',
    warnings: 'Warnings',
  },
  tiers: {
    title: 'Tiers of customers',
    none: 'No customer counts.',
    base: (p: { base: string }) => `All customers that count are worth ${p.base} together.`,
    tier: (p: { tier: string; value: string; customers: string }) =>
      `“${p.tier}”: ${p.value}, customers: ${p.customers}.`,
    withoutOwner: (p: { customers: string }) =>
      `Without an owner, though their tier asks for one: ${p.customers}.`,
    outOfBase: (p: { customers: string }) => `Below zero, and so in no base: ${p.customers}.`,
    tiers: 'Tiers',
    customers: 'Customers',
    unowned: 'Customers without an owner',
    out: 'Customers that are in no base',
    issues: 'Rows that are left out',
  },
  care: {
    title: 'Care that is due',
    none: 'No care is due.',
    state: {
      overdue: (p: { care: string; since: string; due: string }) =>
        `“${p.care}” is overdue since ${p.since}: it was due on ${p.due}.`,
      due: (p: { care: string; due: string }) => `“${p.care}” is due on ${p.due}.`,
      upcoming: (p: { care: string; due: string }) => `“${p.care}” comes up on ${p.due}.`,
    },
    items: 'Care',
    notForTier: 'Care that is not for this tier',
    issues: 'Entries that are left out',
  },
  renewals: {
    title: 'Renewals, reorders and offers',
    none: 'Nothing is to be renewed, reordered or offered.',
    contract: {
      upcoming: (p: { customer: string; contract: string; ends: string; dueFrom: string }) =>
        `${p.customer}: contract ${p.contract} ends on ${p.ends}; it is to be renewed from ${p.dueFrom} on.`,
      due: (p: { customer: string; contract: string; daysLeft: string; ends: string }) =>
        `${p.customer}: contract ${p.contract} is to be renewed, with ${p.daysLeft} days left to ${p.ends}.`,
      lapsed: (p: { customer: string; contract: string; ends: string }) =>
        `${p.customer}: contract ${p.contract} lapsed on ${p.ends}.`,
    },
    reorder: {
      upcoming: (p: { customer: string; product: string; expected: string }) =>
        `${p.customer} is expected to order ${p.product} again on ${p.expected}.`,
      due: (p: { customer: string; product: string; expected: string }) =>
        `${p.customer} is to order ${p.product} again about now, expected on ${p.expected}.`,
      late: (p: { customer: string; product: string; expected: string }) =>
        `${p.customer} is late in ordering ${p.product} again, expected on ${p.expected}.`,
    },
    offer: (p: { customer: string; bought: string; offer: string }) =>
      `${p.customer} has ${p.bought} and may be offered ${p.offer}.`,
    contracts: 'Contracts',
    reorders: 'Reorders',
    noInterval: 'Ordered on too few days to show an interval',
    addOns: 'Offers',
    issues: 'Rows that are left out',
  },
  package: {
    title: 'Service package',
    complete: (p: { tier: string }) =>
      `A customer of the tier “${p.tier}” has received everything that is served.`,
    missing: (p: { tier: string; missing: string }) =>
      `Not served yet to a customer of the tier “${p.tier}”: ${p.missing}.`,
    beyond: (p: { beyond: string }) => `Received beyond the package: ${p.beyond}.`,
    services: 'Services of the tier',
    toServe: 'Not served yet',
    extra: 'Beyond the package',
  },
  rfm: {
    title: 'Scores by recency, frequency and value',
    none: 'No customer has ordered.',
    customer: (p: {
      customer: string
      segment: string
      recency: string
      frequency: string
      monetary: string
    }) =>
      `${p.customer} is “${p.segment}”: recency ${p.recency}, frequency ${p.frequency}, value ${p.monetary}.`,
    segment: (p: { segment: string; amount: string; customers: string }) =>
      `“${p.segment}”: ${p.amount}, customers: ${p.customers}.`,
    bins: (p: { bins: string }) => `Each score runs from 1 to ${p.bins}, the higher the better.`,
    someLeftOut: 'Some rows are left out; the list says why.',
    customers: 'Customers',
    segments: 'Segments',
    issues: 'Rows that are left out',
  },
  protection: {
    title: 'Who owns a customer',
    owned: (p: { owner: string }) => `${p.owner} owns the customer.`,
    ownedUntil: (p: { owner: string; to: string }) =>
      `${p.owner} owns the customer, until ${p.to} as things stand.`,
    shared: (p: { shares: string }) => `The customer is shared: ${p.shares}.`,
    share: (p: { rep: string; share: string }) => `${p.rep} ${p.share}`,
    pool: 'The customer is in the pool, and nobody owns it.',
    unassigned: (p: { unassigned: string }) => `Nobody has ${p.unassigned} of it.`,
    claim: {
      owns: (p: { rep: string; date: string }) => `${p.rep} claimed it on ${p.date} and owns it.`,
      owned: (p: { rep: string; date: string }) =>
        `${p.rep} claimed it on ${p.date} and owned it for a time.`,
      waiting: (p: { rep: string; date: string; because: string }) =>
        `${p.rep} claimed it on ${p.date} and waits: ${p.because}.`,
      refused: (p: { rep: string; date: string; because: string }) =>
        `${p.rep} claimed it on ${p.date} and was refused: ${p.because}.`,
    },
    obstacle: {
      owned: 'somebody else owns it',
      'not-employed': 'not employed',
      'already-waiting': 'waiting already',
      'claims-per-day': 'too many claims in a day',
      'customers-per-rep': 'too many customers',
      'reclaimed-too-soon': 'claimed again too soon',
    },
    state: 'State',
    shares: 'Shares',
    tenures: 'Who owned it when',
    claims: 'Claims',
    issues: 'Entries that are left out',
  },
}
