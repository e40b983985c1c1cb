/** What is said of targets in English. */
export const targets = {
  letter: {
    title: 'Target letter',
    signed: (p: { owner: string; amount: string; measure: string; period: string }) =>
      `${p.owner} is to reach ${p.amount} of “${p.measure}” in ${p.period}; all have signed.`,
    unsigned: (p: {
      owner: string
      amount: string
      measure: string
      period: string
      missing: string
    }) =>
      `${p.owner} is to reach ${p.amount} of “${p.measure}” in ${p.period}; it is still to be signed by ${p.missing}.`,
    'not-counted': 'It does not count before all have signed.',
    counted: 'It counts already, before all have signed.',
    revised: (p: { from: string; version: string; revises: string; change: string }) =>
      `From ${p.from} on, version ${p.version} revises version ${p.revises} by ${p.change}.`,
    reason: (p: { reason: string }) => `Reason: ${p.reason}.`,
    versions: 'Versions',
    parts: (p: { version: string }) => `Months of version ${p.version}`,
    signatures: 'Signatures',
  },
  day: {
    title: 'Target on a day',
    counts: (p: {
      date: string
      owner: string
      amount: string
      measure: string
      version: string
    }) =>
      `On ${p.date}, ${p.owner} is to reach ${p.amount} of “${p.measure}”, by version ${p.version}.`,
    none: (p: { date: string; measure: string; owner: string }) =>
      `On ${p.date}, no target of “${p.measure}” counts for ${p.owner}.`,
    part: (p: { amount: string; period: string }) => `Of it, ${p.amount} is for ${p.period}.`,
    pending: (p: { version: string; amount: string; from: string; missing: string }) =>
      `Version ${p.version} with ${p.amount} from ${p.from} on is still to be signed by ${p.missing}.`,
    target: 'The target',
    month: 'The month of it',
    waiting: 'Versions that wait for a signature',
  },
  check: {
    title: 'Check of a target',
    smart: 'The target names everything that the plan asks for.',
    missing: (p: { fields: string }) => `The target is not complete; missing: ${p.fields}.`,
    field: {
      measure: 'measure',
      amount: 'amount',
      owner: 'owner',
      reason: 'reason',
      period: 'period',
    },
    fields: 'What it names',
  },
  cascade: {
    title: 'Targets from the top down',
    shared: (p: { total: string }) =>
      `${p.total} is shared out; what everybody carries adds up to it.`,
    head: (p: { id: string; amount: string }) => `${p.id} carries ${p.amount} in person.`,
    child: (p: { id: string; amount: string }) => `${p.id} has ${p.amount}.`,
    tree: 'From the top down',
    payees: 'What everybody carries',
  },
  sums: {
    title: 'Check of a cascade of targets',
    addsUp: (p: { checked: string }) =>
      `The targets add up; nodes that were checked: ${p.checked}.`,
    differs: (p: { checked: string }) =>
      `The targets do not add up; nodes that were checked: ${p.checked}.`,
    difference: (p: { path: string; amount: string; below: string; remaining: string }) =>
      `${p.path}: the target is ${p.amount}, below it is ${p.below}; difference: ${p.remaining}.`,
    differences: 'Where they do not add up',
    result: 'Result',
  },
  split: {
    title: 'A target in its parts',
    by: {
      month: (p: { total: string; period: string }) =>
        `${p.total} for ${p.period}, shared out evenly.`,
      day: (p: { total: string; period: string }) =>
        `${p.total} for ${p.period}, shared out by days.`,
      'working-day': (p: { total: string; period: string }) =>
        `${p.total} for ${p.period}, shared out by working days.`,
      profile: (p: { total: string; period: string }) =>
        `${p.total} for ${p.period}, shared out by the season.`,
      parts: (p: { total: string; period: string }) =>
        `${p.total} for ${p.period}, shared out by the parts of the longer split.`,
    },
    part: (p: { period: string; amount: string }) => `${p.period}: ${p.amount}.`,
    parts: 'Parts',
  },
  prorated: {
    title: 'Target for a part of a period',
    full: (p: { full: string }) => `The target is the full ${p.full}.`,
    day: (p: { target: string; full: string; counted: string; of: string }) =>
      `The target is ${p.target} of ${p.full}, as ${p.counted} of ${p.of} days count.`,
    month: (p: { target: string; full: string; counted: string; of: string }) =>
      `The target is ${p.target} of ${p.full}, as ${p.counted} of ${p.of} months count.`,
    'working-day': (p: { target: string; full: string; counted: string; of: string }) =>
      `The target is ${p.target} of ${p.full}, as ${p.counted} of ${p.of} working days count.`,
    ramped: (p: { month: string; rate: string }) =>
      `In month ${p.month} of service, ${p.rate} of the target counts.`,
    summary: 'How it comes about',
    ramp: 'Ramp of the first months',
  },
  goals: {
    title: 'Small goals',
    none: 'The plan has no goals.',
    reached: (p: { goals: string }) => `Reached: ${p.goals}.`,
    week: (p: { id: string; reached: string; of: string }) =>
      `${p.id} in ${p.reached} of ${p.of} weeks`,
    month: (p: { id: string; reached: string; of: string }) =>
      `${p.id} in ${p.reached} of ${p.of} months`,
    open: (p: { id: string; remaining: string; amount: string; period: string }) =>
      `${p.id}: ${p.remaining} is missing to the goal of ${p.amount} for ${p.period}.`,
    outside: (p: { outside: string }) => `Results in none of these weeks and months: ${p.outside}.`,
    someNotCounted: 'Some results do not count; the list says why.',
    goals: 'Goals',
    periods: 'Weeks and months',
    summary: 'Results',
    notCounted: 'Results that do not count',
  },
}
