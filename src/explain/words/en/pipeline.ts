/** What is said of the pipeline in English. */
export const pipeline = {
  stage: {
    title: 'Check of a stage',
    mayMove: (p: { stage: string; to: string }) =>
      `The deal may move on from “${p.stage}” to “${p.to}”.`,
    mayClose: (p: { stage: string }) => `The deal may be closed, as “${p.stage}” is done.`,
    mayNot: (p: { stage: string; missing: string }) =>
      `The deal may not leave “${p.stage}” yet; missing: ${p.missing}.`,
    unknown: (p: { stage: string; missing: string }) =>
      `Whether the deal may leave “${p.stage}” is not known; missing: ${p.missing}.`,
    notAllowed: (p: { stage: string; to: string }) =>
      `The process has no such move from “${p.stage}”; it has moves to ${p.to}.`,
    result: 'Result',
    items: 'What the stage asks for',
  },
  discount: {
    title: 'Check of a discount',
    granted: (p: { rung: string; discount: string; amountOff: string }) =>
      `${p.rung} may grant the discount of ${p.discount}, ${p.amountOff} off the list price.`,
    'needs-approval': (p: { discount: string; amountOff: string; approver: string }) =>
      `The discount of ${p.discount}, ${p.amountOff} off the list price, needs the approval of ${p.approver}.`,
    refused: (p: { discount: string; amountOff: string }) =>
      `The discount of ${p.discount}, ${p.amountOff} off the list price, is refused: nobody may grant it as it stands.`,
    unknown: (p: { discount: string; amountOff: string }) =>
      `Who may grant the discount of ${p.discount}, ${p.amountOff} off the list price, is not known.`,
    lowestPrice: (p: { rung: string; lowestPrice: string }) =>
      `Alone, ${p.rung} may go down to ${p.lowestPrice}.`,
    withoutExchange: (p: { concessions: string }) =>
      `Given without anything in exchange: ${p.concessions}.`,
    missing: (p: { facts: string }) => `Not known: ${p.facts}.`,
    result: 'Result',
    authorities: 'Who may grant it',
    gates: 'What holds whoever grants it',
    limits: 'The limits of each rung',
    concessions: 'Without anything in exchange',
    facts: 'Facts that are not known',
  },
  funnel: {
    title: 'Sales funnel',
    winRate: (p: { winRate: string; won: string; lost: string; open: string }) =>
      `${p.winRate} of the decided deals were won; won: ${p.won}, lost: ${p.lost}, open: ${p.open}.`,
    overall: (p: { overall: string }) => `${p.overall} come from the first stage to the last.`,
    none: 'No deal is decided yet.',
    slowest: (p: { from: string; to: string; conversion: string }) =>
      `Fewest go on from “${p.from}” to “${p.to}”: ${p.conversion}.`,
    longest: (p: { stage: string; days: string }) =>
      `Deals stay longest in “${p.stage}”: ${p.days} days in the median.`,
    leadToDeal: (p: { days: string }) =>
      `From the lead to the deal it takes ${p.days} days in the median.`,
    perCustomer: (p: { amount: string }) =>
      `A customer who bought has bought for ${p.amount} on average.`,
    someNotCounted: 'Some deals cannot be read; the list says why.',
    result: 'Result',
    stages: 'Stages',
    steps: 'From stage to stage',
    days: 'Days in a stage, of deals that left it',
    currentDays: 'Days so far, of deals that are in a stage',
    leadDays: 'Days from the lead to the deal',
    sales: 'Sales per buyer',
    withoutValue: 'Won deals without a value',
    withoutCustomer: 'Won deals without a customer',
    bottleneck: 'Steps that were judged',
    byConversion: 'Steps that convert least',
    byDays: 'Stages in which deals stay longest',
    probabilities: 'Won of those that reached the stage',
    notCounted: 'Deals that cannot be read',
  },
  velocity: {
    title: 'Sales velocity',
    perDay: (p: { perDay: string; per30Days: string }) =>
      `${p.perDay} is sold per day, ${p.per30Days} in 30 days.`,
    none: 'How fast is sold is not known: a lever is missing, or takes no time.',
    gain: (p: { lever: string; gain: string }) => `${p.lever}: ${p.gain} more would be sold.`,
    lever: {
      open: 'Open deals',
      dealSize: 'Deal size',
      winRate: 'Win rate',
      cycleDays: 'Days of the cycle',
    },
    levers: 'Velocity',
    gains: 'What more each lever would sell',
  },
  forecast: {
    title: 'Sales forecast',
    total: (p: { expected: string; value: string; low: string; high: string }) =>
      `${p.expected} is expected of open deals of ${p.value}, likely between ${p.low} and ${p.high}.`,
    period: (p: { period: string; expected: string; value: string }) =>
      `${p.period}: ${p.expected} of ${p.value}.`,
    setAside: (p: { deal: string; reason: string }) => `${p.deal} is in no period: ${p.reason}.`,
    periods: 'By period',
    deals: 'Deals',
    aside: 'Deals in no period',
    reason: {
      'no-date': 'it has no date',
      overdue: 'its date has passed',
      won: 'it is won already',
    },
    all: 'All open deals',
  },
  collection: {
    title: 'Days until cash is collected',
    days: (p: { days: string }) => `It takes ${p.days} days until cash is collected.`,
    moreThan: (p: { days: string }) => `It takes more than ${p.days} days until cash is collected.`,
    none: 'How long it takes is not known: nothing was sold or paid to tell it by.',
    open: (p: { open: string; openDays: string }) =>
      `${p.open} is open, for ${p.openDays} days on average.`,
    result: 'Result',
    months: 'Months',
    aside: 'Invoices in no figure',
    notCounted: 'Invoices that cannot be read',
  },
  ageing: {
    title: 'Receivables by age',
    total: (p: { total: string }) => `${p.total} is open.`,
    bucket: (p: { id: string; amount: string }) => `“${p.id}”: ${p.amount}.`,
    undated: (p: { amount: string }) => `Without a date: ${p.amount}.`,
    result: 'Result',
    buckets: 'By days overdue',
    customers: 'Customers',
    amounts: 'Customers by days overdue',
    invoices: 'Open invoices',
  },
  completeness: {
    title: 'Completeness of records',
    none: 'There is no record to measure.',
    met: (p: { rate: string; target: string }) =>
      `The records are complete to ${p.rate}; the target is ${p.target}.`,
    short: {
      fields: (p: { rate: string; target: string; remaining: string }) =>
        `The records are complete to ${p.rate}, below the target of ${p.target}; fields still to fill: ${p.remaining}.`,
      records: (p: { rate: string; target: string; remaining: string }) =>
        `The records are complete to ${p.rate}, below the target of ${p.target}; records still to complete: ${p.remaining}.`,
    },
    missing: (p: { field: string; kind: string; records: string }) =>
      `“${p.field}” is missing in ${p.kind} records: ${p.records}.`,
    onTime: (p: { onTime: string }) => `${p.onTime} were made in time.`,
    someNotCounted: 'Some records cannot be read; the list says why.',
    result: 'Result',
    total: 'All records',
    groups: 'By rep and kind',
    fields: 'Fields that are missing',
    notCounted: 'Records that cannot be read',
  },
  tasks: {
    title: 'Tasks in the order in which to do them',
    none: 'There is no task.',
    quadrants: {
      q1: (p: { tasks: string }) => `Important and urgent: ${p.tasks}.`,
      q2: (p: { tasks: string }) => `Important: ${p.tasks}.`,
      q3: (p: { tasks: string }) => `Urgent: ${p.tasks}.`,
      q4: (p: { tasks: string }) => `Neither: ${p.tasks}.`,
    },
    someNotCounted: 'Some tasks cannot be read; the list says why.',
    tasks: 'Tasks',
    notCounted: 'Tasks that cannot be read',
  },
}
