/** The texts of pictures in English. Each takes figures that are written already. */

type Said<Names extends string> = Readonly<Record<Names, string>>

/** A total by two policies, and how many gain or lose. */
type Change = Said<'now' | 'then' | 'difference' | 'gain' | 'lose'>

type Part = Said<'name' | 'difference'>
/** What was sold to date, what was due, the target of all periods, and how many of them have come. */
type Year = Said<'sales' | 'due' | 'total' | 'come' | 'all'>
/** Who attained less and is paid more, and who attained more and is paid less. */
type Pair = Said<'less' | 'lessPaid' | 'more' | 'morePaid'>
/** A number that is raised, and by how much the total changes. */
type Raised = Said<'path' | 'was' | 'is' | 'difference'>
/** From one stage to another: how many reached the first, and how many of them went on. */
type Step = Said<'from' | 'to' | 'wentOn' | 'reached'>

export const chart = {
  /** Names of powers of ten that an axis leaves to its title, from the least. */
  powers: [
    { power: 0, name: '' },
    { power: 3, name: 'thousand' },
    { power: 6, name: 'million' },
  ],
  unitOf: (power: string, unit: string) => (power === '' ? unit : `${power} ${unit}`),
  axis: (name: string, unit: string | null) => (unit === null ? name : `${name} (${unit})`),
  labelled: (label: string, sentence: string) =>
    `${label}: ${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`,
  sales: 'Sales',
  pay: 'Pay',
  units: (count: string) => `${count} units`,
  unitsSold: 'units',
  plan: 'Plan',
  now: 'Now',
  then: 'Then',
  total: 'Total',
  all: 'All',
  group: 'Group',
  noGroup: 'No group',
  difference: 'Difference',
  gain: 'Gain',
  lose: 'Lose',
  unchanged: 'Unchanged',
  comma: ', ',
  refused: ({ count }: Said<'count'>) => `Not computed, and in no total: ${count}.`,
  counted: {
    points: (count: string) => `${count} points`,
    grades: (count: string) => `${count} grades`,
  },
  unitNames: { points: 'points', grades: 'grades' },
  score: 'Score',
  /** Kinds of parts that changed. */
  parts: {
    tier: 'tier',
    component: 'component',
    commission: 'commission',
    guarantee: 'guarantee',
    'held-back': 'held back',
    released: 'released',
    correction: 'correction',
    clawback: 'clawback',
    override: 'override',
    'by-hand': 'by hand',
    adjustment: 'adjustment',
    drawn: 'drawn',
    recovered: 'recovered',
    carried: 'carried over',
    part: 'part',
    bonus: 'bonus points',
    deduction: 'deduction',
    limit: 'limit',
    period: 'period',
  },
  before: 'Before',
  after: 'After',
  who: 'Who',
  period: 'Period',
  firstOnly: ({ shown, all }: Said<'shown' | 'all'>) => `The first ${shown} of ${all} rows.`,

  curve: {
    description: 'A curve of pay by sales, from sales of 0 on.',
    descriptionOfTwo: 'Two curves of pay by sales, from sales of 0 on.',
    instead: ({ sales, now, then }: Said<'sales' | 'now' | 'then'>) =>
      `At sales of ${sales}, pay is ${then} instead of ${now}.`,
    gone: ({ sales }: Said<'sales'>) => `At sales of ${sales}, pay no longer bends or jumps.`,
    same: 'Both plans pay the same.',
    payBelow: 'Pay just below',
    payAt: 'Pay at exactly that',
    payAbove: 'Pay just above',
    rateFrom: 'Each further unit earns',
    bend: ({ sales, before, rate }: Said<'sales' | 'before' | 'rate'>) =>
      `From ${sales} on, each further unit of sales earns ${rate}; below, ${before}.`,
    jump: ({ sales, below, above, rate }: Said<'sales' | 'below' | 'above' | 'rate'>) =>
      `At sales of ${sales}, pay jumps from ${below} to ${above}; each further unit earns ${rate}.`,
    cliff: ({ sales, below, above, rate }: Said<'sales' | 'below' | 'above' | 'rate'>) =>
      `At sales of ${sales}, pay falls from ${below} to ${above}; each further unit earns ${rate}.`,
    straight: ({ rate }: Said<'rate'>) =>
      `Each unit of sales earns ${rate}, from the first one on.`,
    pays: ({ sales, amount }: Said<'sales' | 'amount'>) => `Sales of ${sales} pay ${amount}.`,
    payeePays: ({ payee, sales, amount }: Said<'payee' | 'sales' | 'amount'>) =>
      `${payee}: sales of ${sales} pay ${amount}.`,
    next: ({ remaining, rate }: Said<'remaining' | 'rate'>) =>
      `${remaining} more, and each further unit earns ${rate}.`,
    nextJump: ({ remaining, above }: Said<'remaining' | 'above'>) =>
      `${remaining} more, and pay jumps to ${above}.`,
    here: 'This statement',
    offCurve: (label: string) => `${label}: off the curve, with pay that it does not show.`,
  },

  whatIf: {
    description: 'Bars of the total by the policy that holds and by the other one.',
    more: ({ now, then, difference, gain, lose }: Change) =>
      `The total rises from ${now} to ${then} (${difference}): ${gain} gain, ${lose} lose.`,
    less: ({ now, then, difference, gain, lose }: Change) =>
      `The total falls from ${now} to ${then} (${difference}): ${gain} gain, ${lose} lose.`,
    same: ({ then, gain, lose }: Change) =>
      `The total stays at ${then}: ${gain} gain, ${lose} lose.`,
  },

  waterfall: {
    description: 'Bars from what was paid, through what changed, to what is paid.',
    what: 'What',
    adds: 'Adds',
    takes: 'Takes away',
    others: ({ count }: Said<'count'>) => `${count} other parts`,
    part: ({ name, difference }: Part) => `${name}: ${difference}.`,
    more: ({ what, was, is, difference }: Said<'what' | 'was' | 'is' | 'difference'>) =>
      `${what} rises from ${was} to ${is} (${difference}).`,
    less: ({ what, was, is, difference }: Said<'what' | 'was' | 'is' | 'difference'>) =>
      `${what} falls from ${was} to ${is} (${difference}).`,
    same: ({ what, is }: Said<'what' | 'is'>) => `${what} stays at ${is}.`,
    largest: ({ name, difference }: Part) => `Most by: ${name} (${difference}).`,
  },

  year: {
    description: 'Two lines over the periods: what was sold to date, and the target to date.',
    toDate: 'To date',
    target: 'Target',
    sales: 'Sales',
    targetToDate: 'Target to date',
    salesToDate: 'Sales to date',
    ahead: ({ sales, due, total, come, all }: Year) =>
      `Ahead of the target: ${sales} sold in ${come} of ${all} periods, ${due} due, of ${total} in all.`,
    behind: ({ sales, due, total, come, all }: Year) =>
      `Behind the target: ${sales} sold in ${come} of ${all} periods, ${due} due, of ${total} in all.`,
    level: ({ sales, due, total, come, all }: Year) =>
      `Level with the target: ${sales} sold in ${come} of ${all} periods, ${due} due, of ${total} in all.`,
  },

  attainment: {
    description: 'Bars of how many people have attained how much of their target.',
    name: 'Attainment',
    people: 'People',
    between: ({ from, to }: Said<'from' | 'to'>) => `${from} to below ${to}`,
    below: ({ to }: Said<'to'>) => `below ${to}`,
    above: ({ from }: Said<'from'>) => `${from} and more`,
    row: ({ name, people }: Said<'name' | 'people'>) => `${name}: ${people}.`,
    near: ({ count, all, from, to }: Said<'count' | 'all' | 'from' | 'to'>) =>
      `${count} of ${all} people are at ${from} to below ${to} of their target.`,
    without: ({ count }: Said<'count'>) => `Without an attainment, and not drawn: ${count}.`,
  },

  inversions: {
    description: 'A dot for each person: attainment across, pay upward.',
    none: 'Nobody who attained less is paid more.',
    some: ({ count }: Said<'count'>) =>
      `Pairs in which the one who attained less is paid more: ${count}.`,
    largest: ({ less, more, difference }: Said<'less' | 'more' | 'difference'>) =>
      `The largest: ${less} over ${more}, by ${difference}.`,
    pair: ({ less, lessPaid, more, morePaid }: Pair) =>
      `${less} attained less than ${more} and is paid ${lessPaid}; ${more} is paid ${morePaid}.`,
    thinned: 'Dots at the same place are drawn once.',
  },

  winners: {
    description: 'Bars of who gains most and who loses most.',
    andOthers: ({ id }: Said<'id'>) => `${id} and others`,
    gains: 'Gains',
    loses: 'Loses',
    counts: ({ gain, lose, unchanged }: Said<'gain' | 'lose' | 'unchanged'>) =>
      `${gain} gain, ${lose} lose, ${unchanged} stay the same.`,
    largestGain: ({ id, difference }: Said<'id' | 'difference'>) =>
      `Largest gain: ${id} (${difference}).`,
    largestLoss: ({ id, difference }: Said<'id' | 'difference'>) =>
      `Largest loss: ${id} (${difference}).`,
    row: ({ id, now, then, difference }: Said<'id' | 'now' | 'then' | 'difference'>) =>
      `${id}: from ${now} to ${then} (${difference}).`,
  },

  sweep: {
    description: 'Bars of the total at each value.',
    key: 'The total at this value, and what it is more or less than now',
    both: ({ first, second }: Said<'first' | 'second'>) => `${first} with ${second}`,
    row: ({ value, total, difference }: Said<'value' | 'total' | 'difference'>) =>
      `At ${value}: ${total} (${difference}).`,
    same: ({ of, total }: Said<'of' | 'total'>) => `At every value of ${of} the total is ${total}.`,
    range: ({ of, least, at, most, atMost }: Said<'of' | 'least' | 'at' | 'most' | 'atMost'>) =>
      `With ${of} the total goes from ${least} (at ${at}) to ${most} (at ${atMost}).`,
    invalid: ({ count }: Said<'count'>) => `Values that make no policy: ${count}.`,
  },

  sensitivity: {
    description: 'Bars of how much the total changes where one number alone is a little higher.',
    number: 'Number',
    none: 'No number of the policy changes anything for anybody.',
    most: ({ path, was, is, difference }: Raised) =>
      `The total depends most on ${path}: ${is} instead of ${was} changes it by ${difference}.`,
    row: ({ path, was, is, difference }: Raised) =>
      `${path}, ${is} instead of ${was}: ${difference}.`,
    step: ({ was, is }: Said<'was' | 'is'>) => `${was} → ${is}`,
    costsMore: 'The total rises',
    costsLess: 'The total falls',
  },

  simulation: {
    description: 'Bars of what a run costs, from the least to the greatest part of all runs.',
    key: 'So large a part of the runs costs at most this',
    cost: 'Cost of a run',
    part: 'Runs',
    mean: 'On average',
    quantile: ({ part }: Said<'part'>) => `${part} of the runs`,
    average: ({ mean }: Said<'mean'>) => `On average a run costs ${mean}.`,
    least: 'The least',
    most: 'The most',
    said: {
      least: ({ value }: Said<'value'>) => `No run costs less than ${value}.`,
      most: ({ value }: Said<'value'>) => `No run costs more than ${value}.`,
      atMost: ({ part, value }: Said<'part' | 'value'>) =>
        `${part} of the runs cost at most ${value}.`,
    },
  },

  funnel: {
    description: 'Bars of how many deals reached each stage.',
    deals: 'Deals',
    stage: 'Stage',
    reached: 'Reached it',
    wentOnHead: 'Went on',
    weakestStep: 'The weakest step starts here',
    wentOn: ({ wentOn, reached }: Said<'wentOn' | 'reached'>) => `${wentOn} of ${reached} went on`,
    step: ({ from, to, wentOn, reached }: Step) =>
      `From ${from} to ${to}: ${wentOn} of ${reached} went on.`,
    weakest: ({ from, to, wentOn, reached }: Step) =>
      `The weakest step is from ${from} to ${to}: ${wentOn} of ${reached} went on.`,
    overall: ({ from, to, wentOn, reached }: Step) =>
      `${wentOn} of ${reached} got from ${from} to ${to}.`,
  },
}
