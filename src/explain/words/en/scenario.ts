/** What is said of what-ifs in English. */
export const scenario = {
  comparison: 'What another policy would change',
  units: {
    points: (p: { value: string }) => `${p.value} ${isOne(p.value) ? 'point' : 'points'}`,
    grades: (p: { value: string }) => `${p.value} ${isOne(p.value) ? 'grade' : 'grades'}`,
  },
  unitNames: { points: 'points', grades: 'grades' },

  same: (p: { total: string }) => `The total stays at ${p.total}.`,
  rises: (p: { difference: string; was: string; is: string }) =>
    `The total rises by ${p.difference}, from ${p.was} to ${p.is}.`,
  falls: (p: { difference: string; was: string; is: string }) =>
    `The total falls from ${p.was} to ${p.is}: ${p.difference}.`,
  counts: (p: { rows: string; gain: string; lose: string; unchanged: string }) =>
    `Of all rows (${p.rows}), these gain: ${p.gain}; lose: ${p.lose}; stay as they are: ${p.unchanged}.`,
  refused: (p: { refused: string }) =>
    `Rows that could not be computed, and are in no total: ${p.refused}.`,
  cost: (p: { was: string; is: string }) => `Of sales, ${p.is} is paid instead of ${p.was}.`,
  gainsMost: (p: { id: string; difference: string; reason: string }) =>
    `“${p.id}” gains most, ${p.difference}: ${p.reason}.`,
  gainMost: (p: { id: string; difference: string; reason: string }) =>
    `“${p.id}” and others gain most, ${p.difference} each. Of “${p.id}”: ${p.reason}.`,
  losesMost: (p: { id: string; difference: string; reason: string }) =>
    `“${p.id}” loses most, ${p.difference}: ${p.reason}.`,
  loseMost: (p: { id: string; difference: string; reason: string }) =>
    `“${p.id}” and others lose most, ${p.difference} each. Of “${p.id}”: ${p.reason}.`,
  reclassified: (p: { count: string }) =>
    `Rows that reach another tier, band or grade: ${p.count}.`,
  assumes: (p: { assumes: string }) => `It is assumed that people change: “${p.assumes}”.`,
  because: (p: { what: string; was: string; is: string }) =>
    `${p.what} ${p.is} instead of ${p.was}`,
  stepOf: (p: { step: string; id: string }) => `${p.step} “${p.id}”`,
  tierReached: 'tier',
  nothing: 'none',
  all: 'All',
  by: { both: 'both policies', now: 'the policy of now', then: 'the policy of then' },

  steps: {
    band: 'band',
    bonus: 'bonus',
    cap: 'cap',
    component: 'component',
    deduction: 'deduction',
    disqualified: 'disqualified',
    earned: 'commission before rounding',
    figure: 'the figure',
    gate: 'gate',
    limit: 'limit',
    measure: 'tier of the measure',
    minimum: 'minimum of the tier',
    mode: 'tier mode',
    part: 'part',
    rate: 'rate of tier',
    rounding: 'rounded amount',
    sales: 'sales',
    score: 'score',
    target: 'target',
    threshold: 'threshold',
    tier: 'sales in tier',
    'tier-pay': 'pay of tier',
  },
  heads: {
    which: 'Which',
    by: 'Not by',
    at: 'Up to this part',
    class: 'Reached',
    costNow: 'Of sales, now',
    costThen: 'Of sales, then',
    step: 'Because of',
    stepNow: 'It is now',
    stepThen: 'It is then',
  },
  blocks: {
    policies: 'The policies',
    changes: 'What differs',
    totals: 'In all',
    quantiles: 'How figures spread',
    classes: 'What rows reach',
    winners: 'Who gains',
    losers: 'Who loses',
    notComputed: 'What could not be computed',
  },

  swept: {
    title: 'Values of a number',
    none: 'No value makes a policy that can be computed.',
    same: (p: { of: string; total: string }) =>
      `At every value of ${p.of} the total is ${p.total}.`,
    range: (p: { of: string; least: string; at: string; most: string; atMost: string }) =>
      `With ${p.of} the total goes from ${p.least} (at ${p.at}) to ${p.most} (at ${p.atMost}).`,
    refused: (p: { values: string }) => `These values make no policy: ${p.values}.`,
    both: (p: { first: string; second: string }) => `${p.first} with ${p.second}`,
    heads: { across: 'Second value', path: 'Number', acrossPath: 'Second number' },
    blocks: { points: 'Value by value', refused: 'Values that make no policy' },
  },

  goal: {
    title: 'Value that meets a goal',
    found: (p: Sought & Point) =>
      `With ${p.path} at ${p.value} the total is ${p.total}, which meets the goal: ${p.goal}.`,
    atMost: (p: { total: string }) => `at most ${p.total}`,
    atLeast: (p: { total: string }) => `at least ${p.total}`,
    toGoal: (p: { difference: string }) => `The total less the goal is ${p.difference}.`,
    beside: (p: { value: string; total: string }) =>
      `One step further, ${p.value} misses it: the total is then ${p.total}.`,
    toTheEnd: 'Every value up to the end of the bounds meets it.',
    outOfReach: (p: Sought & Bounds & Point) =>
      `No value of ${p.path} from ${p.from} to ${p.to} meets the goal: ${p.goal}. ${p.value} comes nearest, with a total of ${p.total}.`,
    notMonotone: (p: Sought & Bounds) =>
      `No value of ${p.path} from ${p.from} to ${p.to} can be found for the goal: ${p.goal}. The total does not go one way.`,
    rises: (p: { from: Point; to: Point }) =>
      `From ${p.from.value} to ${p.to.value} the total rises from ${p.from.total} to ${p.to.total}.`,
    falls: (p: { from: Point; to: Point }) =>
      `From ${p.from.value} to ${p.to.value} the total falls from ${p.from.total} to ${p.to.total}.`,
    heads: { path: 'Number', from: 'From', to: 'To', goal: 'Goal' },
    evaluations: 'Values computed',
    points: 'Values',
    which: 'Which',
    total: 'Total',
    difference: 'Total less goal',
    names: {
      found: 'meets the goal',
      beside: 'misses it',
      nearest: 'comes nearest',
      rises: 'the total rises',
      falls: 'the total falls',
    },
  },

  simulated: {
    title: 'Simulated cost',
    cost: {
      mean: (p: { mean: string }) => `On average a run costs ${p.mean}.`,
      quantile: (p: { part: string; value: string }) =>
        `${p.part} of the runs cost at most ${p.value}.`,
      least: (p: { value: string }) => `No run costs less than ${p.value}.`,
      most: (p: { value: string }) => `No run costs more than ${p.value}.`,
    },
    pay: {
      mean: (p: { mean: string }) => `On average one row is paid ${p.mean}.`,
    },
    heads: {
      runs: 'Runs',
      rows: 'Rows in each run',
      seed: 'Seed',
      generator: 'Generator',
      figure: 'Figure',
      at: 'Part',
      value: 'Value',
    },
    blocks: {
      cost: 'Cost of a run',
      pay: 'Pay of a row',
      quantile: 'at most, in this part',
      mean: 'mean',
    },
  },

  review: {
    title: 'Pay and attainment',
    correlation: (p: { correlation: string }) =>
      `The rank correlation of pay and attainment is ${p.correlation}.`,
    alike: 'Pay and attainment cannot be compared: all are alike.',
    noInversions: 'Nobody who attained less is paid more.',
    inversions: (p: { count: string }) =>
      `Pairs of whom the one who attained less is paid more: ${p.count}.`,
    largest: (p: { less: string; more: string; difference: string; rule: string }) =>
      `“${p.less}” attained less than “${p.more}” and is paid ${p.difference} more, because of the ${p.rule}.`,
    cost: (p: { ratio: string }) => `Of sales, ${p.ratio} is paid.`,
    manyJustBelow: 'Many are just below what pays more. These lack least:',
    justBelow: (p: { id: string; by: string; tier: string; remaining: string }) =>
      `“${p.id}” lacks ${p.remaining} to the ${p.by} (tier “${p.tier}”).`,
    heads: {
      rows: 'Rows',
      inversions: 'Inverted pairs',
      cost: 'Paid of sales',
      less: 'Attained less',
      more: 'Attained more',
      difference: 'Is paid more by',
      rule: 'Because of',
      least: 'Least',
      median: 'Median',
      greatest: 'Greatest',
      what: 'Just below',
    },
    blocks: {
      inversions: 'Largest inversions',
      groups: 'Pay by group',
      justBelow: 'Who is just below what pays more',
    },
  },

  sensitivity: {
    title: 'Which number matters most',
    none: 'No number of the policy changes anything for anybody.',
    most: (p: Raised) =>
      `The total depends most on ${p.path}: ${p.is} instead of ${p.was} changes it by ${p.difference}.`,
    then: (p: Raised) =>
      `${p.path}: ${p.is} instead of ${p.was} changes the total by ${p.difference}.`,
    unchanged: (p: { paths: string }) => `These change nothing: ${p.paths}.`,
    someNotRaised: 'Some numbers cannot be raised on their own; the list says why.',
    total: 'Total as it is',
    heads: { path: 'Number', raised: 'Raised to' },
    blocks: {
      numbers: 'Number by number',
      unchanged: 'Numbers that change nothing',
      notRaised: 'Numbers that cannot be raised alone',
    },
  },

  curves: {
    title: 'Payout curves',
    none: 'There are no plans.',
    turns: (p: { plan: string; points: string }) =>
      `${p.plan} bends or jumps at sales of ${p.points}.`,
    straight: (p: { plan: string }) => `${p.plan} has no threshold.`,
    kinds: {
      bend: 'bend',
      jump: 'jump: more is paid at once',
      cliff: 'cliff: less is paid at once',
    },
    heads: {
      kind: 'What happens',
      rateBefore: 'Each further unit, before',
      rateAfter: 'Each further unit, after',
      step: 'Paid at once',
    },
    blocks: { kinks: 'Bends, jumps and cliffs' },
  },
}

function isOne(value: string): boolean {
  return value === '1' || value === '-1'
}

type Point = {
  readonly value: string
  readonly total: string
}

type Sought = {
  readonly path: string
  readonly goal: string
}

type Bounds = {
  readonly from: string
  readonly to: string
}

type Raised = {
  readonly path: string
  readonly was: string
  readonly is: string
  readonly difference: string
}
