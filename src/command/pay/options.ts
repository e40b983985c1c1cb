import type { Given, Option } from '../command.js'
import type { Writing } from '../read/cells.js'
import { ENCODINGS, type Encoding } from '../read/encoding.js'

/** How tables come in: for every command that reads one. */
export const TABLE_OPTIONS = {
  map: {
    value: '"THEIRS=OURS"',
    many: true,
    help: 'which column is which field; OURS may be blank',
  },
  from: {
    value: 'FORMAT',
    of: ['csv', 'ndjson'],
    help: 'what comes in, where the name of the file does not say it',
  },
  encoding: { value: 'NAME', of: ENCODINGS, help: 'how it is encoded' },
  dates: { value: 'ORDER', of: ['dmy', 'mdy'], help: 'how 03/04/2026 is meant' },
  numbers: {
    value: 'FORM',
    of: ['1,234.56', '1.234,56'],
    help: 'how amounts are written, where it is not 1234.56',
  },
  rejected: {
    value: 'FILE',
    help: 'set refused rows aside in a file, with the reason; without it, they end the run',
  },
} as const satisfies Record<string, Option>

/** How sales come in. */
export const SALES_OPTIONS = {
  target: { value: 'AMOUNT', help: 'the target of every payee' },
  payees: {
    value: 'FILE',
    help: 'a table of payees: payee, target, targetIncentive, facts.NAME, …',
  },
  period: {
    value: 'PERIOD',
    help: 'the period that is paid: 2026-03, 2026-Q1; lines of other days do not count',
  },
} as const satisfies Record<string, Option>

/** What the options of a table say. */
export function tableGiven(given: Given): Writing & {
  readonly map: readonly string[]
  readonly encoding: Encoding | undefined
  readonly from: 'csv' | 'ndjson' | undefined
} {
  return {
    map: given.texts('map'),
    encoding: given.text('encoding') as Encoding | undefined,
    from: given.text('from') as 'csv' | 'ndjson' | undefined,
    dates: given.text('dates') as Writing['dates'],
    numbers: given.text('numbers') as Writing['numbers'],
  }
}
