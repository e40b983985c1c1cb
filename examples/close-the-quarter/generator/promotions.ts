import type { Table } from './csv.js'

const header = [
  'rep',
  'to',
  'attainmentLast12Months',
  'newcomerRetention',
  'managementAssessment',
  'channelCases',
  'strategyDefence',
  'largestProject',
  'supervisorsDeveloped',
  'executiveInterview',
  'industryCertificate',
  'industrySolutions',
  'satisfaction',
  'proposalsAdopted',
  'whitePaper',
] as const

/** The year's applications by rung. A blank fact is not known yet; the facts of the other rungs are blank too. */
const applications: Readonly<
  Record<string, { readonly facts: readonly string[]; readonly files: readonly string[] }>
> = {
  'sales-supervisor': {
    facts: ['attainmentLast12Months', 'newcomerRetention', 'managementAssessment'],
    files: [
      'R13 1.53 0.85 passed',
      'R22 1.1 0.8 passed', // exactly on both bounds
      'R33 1.37 0.75 passed',
      'R26 1.23 - passed',
      'R28 1.47 - -', // S in every quarter of two years
    ],
  },
  'regional-manager': {
    facts: ['channelCases', 'strategyDefence'],
    files: ['R04 3 passed', 'R06 1 passed'],
  },
  'sales-director': {
    facts: ['largestProject', 'supervisorsDeveloped', 'executiveInterview'],
    files: [
      'R01 6200000 2 passed',
      'R02 5000000 3 passed', // exactly on a bound, which is enough
    ],
  },
  'senior-industry-consultant': {
    facts: ['industryCertificate', 'industrySolutions', 'satisfaction'],
    files: ['R12 yes 4 92', 'R11 yes 3 -', 'R10 no 2 88'],
  },
  'product-expert': {
    facts: ['proposalsAdopted', 'whitePaper'],
    files: ['R08 6 yes', 'R09 5 -'],
  },
}

export function promotionsTable(): Table {
  const rows: string[][] = []
  for (const [rung, { facts, files }] of Object.entries(applications)) {
    for (const file of files) {
      const [rep = '', ...values] = file.split(' ')
      const known = new Map(
        facts.map((fact, index) => [fact, values[index]?.replace('-', '') ?? '']),
      )
      rows.push([rep, rung, ...header.slice(2).map((fact) => known.get(fact) ?? '')])
    }
  }
  return { file: 'promotions.csv', header, rows }
}
