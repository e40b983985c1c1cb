import { resolve } from 'node:path'
import type { Issue } from '../kernel/index.js'
import type { Given } from './command.js'
import { EXIT, Failure, usage } from './exit.js'
import { type Io, say } from './io.js'
import type { Head, Row, RowFault } from './read/table.js'
import { counted, type Voice } from './words.js'
import { csvRowAsIs } from './write/csv.js'
import { type Output, openOutput } from './write/output.js'

/** Rows and payees that are refused. Nobody is paid in silence: they go to a file that was asked for, or the run ends with nothing. */
export interface Rejected {
  readonly addRow: (row: Row, faults: readonly RowFault[], whose?: string) => void
  readonly addPayee: (payee: string, why: Pick<RowFault, 'code' | 'reason'>) => void
  /** Says what was refused, and ends the run where nobody has asked to set it aside. */
  readonly end: (isPaid: (payee: string) => boolean) => Promise<void>
}

/** Why a payee is refused. */
export function whyRefused(issues: readonly Issue[], voice: Voice) {
  const code = [...new Set(issues.map((issue) => issue.code))].join('; ')
  return { code, reason: issues.map(voice).join(' ') }
}

interface Group {
  readonly column: string
  readonly noun: 'row' | 'payee'
  readonly first: string
  readonly reason: string
  count: number
}

const MOST_SHOWN = 20

/** Collects what is refused of a file. */
export function collectRejected(
  { name, given, head }: { name: string; given: Given; head: () => Head },
  io: Io,
): Rejected {
  const rejected = rejectedFile(given, io)
  const groups = new Map<string, Group>()
  const counts = { row: 0, payee: 0 }
  const short = new Set<string>()
  const file = rejected === undefined ? undefined : fileOfRejected(rejected, head, io)
  const count = (noun: Group['noun'], place: string, fault: RowFault) => {
    const key = `${noun} ${fault.column} ${fault.code}`
    const group = groups.get(key)
    if (group) group.count += 1
    else
      groups.set(key, { column: fault.column, noun, first: place, reason: fault.reason, count: 1 })
  }
  return {
    addRow: (row, faults, whose) => {
      counts.row += 1
      if (whose !== undefined) short.add(whose)
      for (const fault of faults) count('row', `line ${row.line}`, fault)
      file?.add(row, faults)
    },
    addPayee: (payee, { code, reason }) => {
      counts.payee += 1
      short.delete(payee)
      count('payee', payee, { column: '', code, reason })
      file?.addPayee(payee, code, reason)
    },
    end: async (isPaid) => {
      await file?.output.finish()
      if (counts.row + counts.payee === 0) return
      const what = (['row', 'payee'] as const)
        .filter((noun) => counts[noun] > 0)
        .map((noun) => counted(counts[noun], noun))
        .join(' and ')
      const text = [...groups.values()].slice(0, MOST_SHOWN).map(groupText)
      const more =
        groups.size > MOST_SHOWN ? [`  and ${groups.size - MOST_SHOWN} other reasons`] : []
      if (rejected === undefined)
        throw new Failure(
          EXIT.refused,
          [`${name}: ${what} refused, so nothing is written.`, ...text, ...more].join('\n'),
          fixOf([...groups.values()]),
        )
      say(
        io,
        [`${name}: ${what} refused, and written to ${rejected}.`, ...text, ...more].join('\n'),
      )
      const paid = [...short].filter(isPaid)
      const unpaid = [...short].filter((payee) => !isPaid(payee))
      if (paid.length > 0) say(io, `Without a row of theirs: ${listed(paid)}.`)
      if (unpaid.length > 0) say(io, `Without any row that counts: ${listed(unpaid)}.`)
    },
  }
}

/** The file that is named for them, which is no other one that is written. */
function rejectedFile(given: Given, io: Io): string | undefined {
  const [rejected, output] = [given.text('rejected'), given.text('output')]
  if (rejected === undefined || output === undefined) return rejected
  if (resolve(io.folder, rejected) !== resolve(io.folder, output)) return rejected
  throw usage(`${output} is named by --output and by --rejected.`)
}

function groupText({ column, noun, first, reason, count }: Group): string {
  const where = count === 1 ? first : `${counted(count, noun)}, first ${first}`
  return `  ${column === '' ? '' : `${column}, `}${where}: ${reason}`
}

function fixOf(groups: readonly Group[]): string {
  const said = groups.map(({ reason }) => reason).join(' ')
  const fixes = [
    /got "[^"]*\d,\d{3}(?!\d)/.test(said)
      ? 'If 1,234.56 is how amounts are written, add --numbers 1,234.56.'
      : '',
    /got "\d+,\d{1,2}"/.test(said)
      ? 'If 1.234,56 is how amounts are written, add --numbers 1.234,56.'
      : '',
    groups.some(({ noun }) => noun === 'row')
      ? 'Mend them, or set them aside with --rejected FILE.'
      : 'Give what they lack, or set them aside with --rejected FILE.',
  ]
  return fixes.filter((fix) => fix !== '').join('\n')
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(', ')
  return names.length > 10 ? `${shown} and ${names.length - 10} others` : shown
}

/** The file of rejected rows: where, why, and the row as it was, so that it can be mended and run again. */
function fileOfRejected(name: string, head: () => Head, io: Io) {
  const output: Output = openOutput(name, io)
  let width = -1
  const begin = () => {
    if (width !== -1) return
    const { header } = head()
    width = header.length
    output.write(csvRowAsIs(['line', 'column', 'code', 'reason', ...header]))
  }
  return {
    output: {
      ...output,
      finish: async () => {
        begin()
        await output.finish()
      },
    },
    add: (row: Row, faults: readonly RowFault[]) => {
      begin()
      const said = (key: keyof RowFault) =>
        [...new Set(faults.map((fault) => fault[key]))].join('; ')
      output.write(
        csvRowAsIs([String(row.line), said('column'), said('code'), said('reason'), ...row.cells]),
      )
    },
    addPayee: (payee: string, code: string, reason: string) => {
      begin()
      const blank = Array.from({ length: width }, () => '')
      output.write(csvRowAsIs(['', 'payee', code, `${payee}: ${reason}`, ...blank]))
    },
  }
}
