/** What is said of commissions in English. */
export const commission = {
  title: 'Commission statement',

  marginal: (p: { amount: string; sales: string; tier: string; rate: string }) =>
    `${p.amount}: sales of ${p.sales} reach the tier “${p.tier}”, which pays ${p.rate} on the part that lies in it.`,
  wholeAmount: (p: { amount: string; sales: string; tier: string; rate: string }) =>
    `${p.amount}: sales of ${p.sales} reach the tier “${p.tier}”, and all of them earn ${p.rate}.`,
  interpolated: (p: { amount: string; sales: string; tier: string }) =>
    `${p.amount}: sales of ${p.sales} reach the tier “${p.tier}”, in which the rate rises with them.`,
  atRate: (p: { amount: string; sales: string; rate: string }) =>
    `${p.amount}: sales of ${p.sales} earned ${p.rate} on average.`,
  onSales: (p: { amount: string; sales: string }) => `${p.amount} on sales of ${p.sales}.`,
  gateShut: (p: { amount: string; attainment: string; required: string }) =>
    `${p.amount}: attainment of ${p.attainment} is below the ${p.required} from which sales earn.`,
  conditionsUnmet: (p: { amount: string }) =>
    `${p.amount}: the conditions on which sales earn are not met.`,
  nothing: (p: { amount: string }) => `${p.amount}: no sales earned.`,

  attained: (p: { target: string; attainment: string }) =>
    `Attainment is ${p.attainment} of the target of ${p.target}.`,
  gateRemaining: (p: { remaining: string }) => `${p.remaining} of sales are missing to the gate.`,
  forgone: (p: { amount: string }) => `${p.amount} is forgone because the gate is shut.`,
  uplift: {
    'add-to-rate': (p: { points: string }) =>
      `Good grades add ${p.points} percentage points to each rate.`,
    multiply: (p: { points: string }) => `Good grades add ${p.points}% to the commission.`,
  },
  adjusted: (p: { what: string; amount: string }) => `${p.what}: ${p.amount}.`,
  someNotCounted: 'Some lines do not count; the list says why, and what would make them count.',

  nextGate: (p: { remaining: string; rate: string }) =>
    `${p.remaining} more opens the gate; sales beyond that earn ${p.rate}.`,
  nextGateAll: (p: { remaining: string; rate: string }) =>
    `${p.remaining} more opens the gate; all sales then count, and those beyond earn ${p.rate}.`,
  nextTarget: (p: { remaining: string; rate: string }) =>
    `${p.remaining} more reaches the target; sales beyond that earn ${p.rate}.`,
  nextTier: (p: { remaining: string; tier: string; rate: string }) =>
    `${p.remaining} more reaches the tier “${p.tier}”; sales beyond that earn ${p.rate}.`,
  nextTierAll: (p: { remaining: string; tier: string; rate: string }) =>
    `${p.remaining} more reaches the tier “${p.tier}”, which then holds for all sales; those beyond earn ${p.rate}.`,
  nextMeasure: (p: { remaining: string; tier: string; rate: string }) =>
    `${p.remaining} more of the measure reaches the tier “${p.tier}”, at ${p.rate}.`,
  nextMinimum: (p: { remaining: string; rate: string }) =>
    `${p.remaining} more earns beyond the tier’s minimum; sales beyond that earn ${p.rate}.`,
  nextAccelerator: (p: { remaining: string; rate: string }) =>
    `${p.remaining} more reaches the accelerator; sales beyond that earn ${p.rate}.`,
  nextAbove: 'Exactly that much is not enough yet; it has to be more.',

  modes: {
    marginal: 'Marginal tiers: each part of the sales earns the rate of the tier that it lies in.',
    'whole-amount': 'Whole-amount tiers: all sales earn the rate of the tier that they reach.',
    interpolated: 'Interpolated tiers: between two thresholds the rate rises evenly.',
  },
  rounded: (p: { mode: string; decimals: string; unrounded: string }) =>
    `Before rounding it was ${p.unrounded}; it is rounded ${p.mode} to ${p.decimals} decimals.`,
  roundedEach: 'Each line is rounded on its own.',

  byLine: {
    title: 'Commission by order line',
    'deal-order': (p: { amount: string }) =>
      `${p.amount}, shared out in the order of the lines: each has what it adds to those before it.`,
    'pro-rata': (p: { amount: string }) =>
      `${p.amount}, shared out in proportion to the sales of each line.`,
  },

  salesFor: {
    title: 'Sales that a commission takes',
    takes: (p: { amount: string; sales: string }) => `${p.amount} takes sales of ${p.sales}.`,
  },

  curve: {
    title: 'Payout curve',
    none: 'The curve has no points.',
    start: (p: { sales: string; amount: string; rate: string }) =>
      `From sales of ${p.sales} on: ${p.amount}, and ${p.rate} for each further unit.`,
    turns: (p: { points: string }) => `The payout curve bends or jumps at sales of ${p.points}.`,
    bend: (p: { sales: string; rate: string }) =>
      `From ${p.sales} on: ${p.rate} for each further unit.`,
    jump: (p: { sales: string; below: string; above: string; rate: string }) =>
      `At ${p.sales} pay rises at once from ${p.below} to ${p.above}; then ${p.rate} for each further unit.`,
    cliff: (p: { sales: string; below: string; above: string; rate: string }) =>
      `At ${p.sales} pay falls at once from ${p.below} to ${p.above}; then ${p.rate} for each further unit.`,
    heads: { below: 'Just below', at: 'There', above: 'Just above', rate: 'Each further unit' },
    blocks: { points: 'Where the curve bends or jumps' },
  },

  gateCounts: {
    all: 'all sales',
    'above-target': 'sales above the target',
    'above-gate': 'sales above the gate',
  },
  pointsOnRates: (p: { points: string }) => `${p.points} percentage points on each rate`,
  ofAll: (p: { earning: string; sales: string }) => `${p.earning} (of ${p.sales} in all)`,
  noLimit: 'no limit',
  heads: { part: 'Tier or adjustment', line: 'Line amount' },
  boundaries: {
    'upper-tier': 'Exactly on a threshold, the upper tier holds.',
    'lower-tier': 'Exactly on a threshold, the lower tier holds.',
  },
  eachLine: 'A line that crosses a threshold has a row for each tier; a refund is negative.',
  addUp:
    'Rows are rounded so that they add up to the total: a row may differ from its base times its rate in the last digit.',
  allCounted: 'Every order line counts.',

  blocks: {
    earnings: 'How the amount comes about',
    tiers: 'The tiers of the plan',
    lines: 'By order line',
    attainment: 'Target and attainment',
    shares: 'What each line has',
    multipliers: 'Multipliers',
    conditions: 'Conditions',
    awards: 'Awards',
    refunds: 'Refunds',
    factors: 'Lines that count for more or less',
    converted: 'Converted from other currencies',
    newCustomers: 'New customers',
    tooSmall: 'First orders that were too small',
    rounding: 'Rounding',
    notCounted: 'What does not count',
    issues: 'What is wrong with lines that count',
  },
}
