import type { Words } from './words.js'

const LEAVES: Readonly<Record<string, string>> = {
  at: 'Figure',
  points: 'Points',
  from: 'From',
  floor: 'Fewest points',
  cap: 'Most points',
  maximum: 'Most points',
  minimum: 'Lowest rating',
  below: 'Points below',
  halfLifeDays: 'Half-life (days)',
}

export const english: Words = {
  title: 'Playground',
  lead: 'Change a commission plan, an appraisal scheme or a lead model, and see at once what it pays or scores. The rules run in your browser.',
  language: 'Language',
  kinds: { commission: 'Commission plans', appraisal: 'Appraisal schemes', leads: 'Lead models' },
  examples: {
    'handbook-commission': 'The handbook’s commission',
    'flat-rate-below-target': 'Flat rate below target',
    'accelerator-with-catch-up': 'Accelerator with catch-up',
    'payout-curve-on-a-target-incentive': 'Payout curve on a target incentive',
    'deal-size-tiers': 'Deal-size tiers',
    'commission-on-gross-profit': 'Commission on gross profit',
    'handbook-appraisal': 'The handbook’s appraisal',
    'handbook-challenge-appraisal': 'The handbook’s appraisal with challenge levels',
    'handbook-leads': 'The handbook’s lead score',
    'handbook-bant-leads': 'Lead score by BANT',
  },
  sections: {
    plan: 'Plan',
    scale: 'How the tiers pay',
    tiers: 'Tiers',
    gate: 'Gate',
    cap: 'Cap',
    rounding: 'Rounding',
    score: 'Score',
    indicators: 'Indicators',
    criteria: 'Criteria',
    bands: 'Bands',
  },
  fields: {
    id: 'Name',
    version: 'Version',
    currency: 'Currency',
    base: 'What earns',
    tiersPer: 'Tiers count over',
    mode: 'Mode',
    boundary: 'Exactly on a threshold',
    thresholds: 'Tiers count in',
    upTo: 'Up to (empty: no end)',
    rate: 'Rate (0.03 is 3%)',
    multiple: 'Multiple',
    amount: 'Amount',
    gate: 'Paid only from a target on',
    attainment: 'Attainment (1 is on target)',
    counts: 'Once reached, paid on',
    below: 'Rate below it (empty: none)',
    capAmount: 'Most that is paid',
    capRate: 'Highest average rate',
    capBase: 'Most sales that earn',
    roundingMode: 'Rounding',
    decimals: 'Decimals',
    roundingAt: 'Rounded at',
    increment: 'Multiples of',
    maximum: 'Highest score',
    missing: 'A missing result',
    weight: 'Weight',
    highValueFrom: 'High value from',
    from: 'From',
  },
  choices: {
    '': 'not said',
    on: 'yes',
    off: 'no',
    amount: 'the amount',
    margin: 'the margin',
    'amount-without-tax': 'the amount without tax',
    'margin-without-tax': 'the margin without tax',
    marginal: 'marginal (part by part)',
    'whole-amount': 'whole amount (one rate)',
    interpolated: 'interpolated',
    'upper-tier': 'the upper tier holds',
    'lower-tier': 'the lower tier holds',
    money: 'money',
    attainment: 'attainment',
    units: 'units',
    month: 'a month',
    quarter: 'a quarter',
    'half-year': 'half a year',
    year: 'a year',
    all: 'all sales',
    'above-target': 'what is above the target',
    'above-gate': 'what is above the gate',
    'half-up': 'half up',
    'half-even': 'half even',
    'half-down': 'half down',
    up: 'up (away from zero)',
    down: 'down (towards zero)',
    ceiling: 'ceiling',
    floor: 'floor',
    total: 'the total',
    line: 'each line',
    refuse: 'is refused',
    zero: 'counts as zero',
    reweight: 'leaves its weight to the others',
  },
  curve: (path) => {
    const last = String(path.at(-1))
    const place = path.find((step) => typeof step === 'number')
    if (typeof place === 'number') return `${LEAVES[last] ?? last} ${place + 1}`
    return path.length > 1 ? `Points for “${last}”` : (LEAVES[last] ?? last)
  },

  startFrom: 'Start from',
  ownPolicy: 'The policy in the address',
  policy: 'Policy',
  policyAsJson: 'The same policy as JSON',
  notJson: (place) =>
    place
      ? `This is not JSON: look at line ${place.line}, column ${place.column}. The fields come back once it is.`
      : 'This is not a JSON object. The fields come back once it is.',
  inPolicy: 'In the policy',
  issues: (count) =>
    count === 1 ? 'One problem in the policy.' : `${count} problems in the policy.`,
  add: 'Add',
  remove: (name) => `Remove ${name}`,

  figures: 'Figures',
  figuresHint:
    'One row for each person, or for each order line. Paste from a spreadsheet, type, or open a CSV file; the first row names the columns.',
  staysHere:
    'What you type or open here stays in this page: nothing is sent, nothing is stored, and none of it gets into the address.',
  chooseFile: 'Open a CSV file',
  paste: 'Figures as text',
  exampleFigures: 'Back to the figures of the example',
  rowsRead: (people, lines) => `${lines} rows read, which make ${people} entries.`,
  numbersRead: {
    '.': 'Numbers were read as 1,234.56.',
    ',': 'Numbers were read as 1.234,56.',
  },
  unused: (heads) => `Columns that nothing is read from: ${heads.join(', ')}.`,
  wrongRows: (shown, count) =>
    shown < count ? `Rows with a problem: the first ${shown} of ${count}` : 'Rows with a problem',
  lineHead: 'Line',
  reasonHead: 'What is wrong',
  table: (problem) => {
    if (problem.kind === 'empty') return 'There is nothing in it.'
    return problem.kind === 'quote'
      ? `A quotation mark that opens in line ${problem.line} is never closed.`
      : `There are more than ${problem.most} rows.`
  },
  row: (problem) => {
    switch (problem.kind) {
      case 'no-columns':
        return 'No column is known by its name. Known are, for example: payee, sales, target; order, amount, cost; or the names in the policy.'
      case 'column-twice':
        return `The column “${problem.head}” says what another one says already. The first is read.`
      case 'mixed-numbers':
        return 'Some numbers are written as 1,234.56 and some as 1.234,56. They were read as 1,234.56.'
      case 'who-twice':
        return `“${problem.who}” is in line ${problem.first} already. This row is left out.`
      case 'differs':
        return `“${problem.head}” of “${problem.who}” is another one than in the rows before. The first is read.`
    }
  },

  said: (who, text) => `${who}: ${text}`,
  results: 'Results',
  resultOf: 'Result of',
  stale: 'The results are those of the last policy without problems.',
  working: 'Working …',
  failed: 'The calculation could not be started in this browser.',
  curveTitle: 'Payout curve',
  findings: 'Is this policy wise?',
  severities: {
    error: 'Error',
    warning: 'Warning',
    note: 'Note',
    'not-checked': 'Not checked',
  },
  noFindings: 'Lint found nothing.',
  proofs: 'The proofs',
  whatIf: 'What if',
  compareWith: 'Compare with',
  asOpened: 'the policy as it was opened',
  handbooks: 'the handbook’s policy',
  unchanged:
    'This is the policy that it is compared with. Change a number to see who gains and who loses.',
  noFigures: 'There are no figures to compute.',
  asTable: 'The picture as a table',
  allFigures: 'All figures',
  noStatement: 'There is no result:',
  noCurve: 'There is no curve:',
  noComparison: 'There is no comparison:',

  address:
    'The address of this page holds the policy, and nothing of the figures: send it to show somebody the same policy.',
  copy: 'Copy the address',
  copied: 'Copied.',
  tooLong: 'This policy has no address: it is too long, or the browser too old. Send it as JSON.',
  unreadable:
    'The policy in the address could not be read. It may have been cut on the way. This is the handbook’s.',
  noScript: 'The playground needs JavaScript: the rules run in your browser.',
}
