import type { Issue, Path } from '../../kernel/index.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as time from '../../kernel/time/time.js'
import { LISTS, type ProgressList, wholeOn } from '../plan/paymentParts.js'
import {
  type Account,
  type AccountPeriod,
  type AccountYear,
  type LineShare,
  noYear,
  type Outside,
  type Shares,
} from './account.js'
import { COUNTED } from './counted.js'
import { type Handed, NOBODY } from './handedParts.js'
import { type Reader, readLines, readOthersOf } from './readLines.js'
import { type Reading, type ReadPeriod, readPeriodRow } from './readPeriodRow.js'
import type { ProgressRow } from './readProgress.js'
import { readKept } from './soldBefore.js'
import { readParts } from './storedParts.js'
import type { PlanChange } from './types.js'

/** Reads the account of this year and the one before, as a settlement wrote it. */
export function readAccount(fields: Fields, reading: Reading, issues: Issue[]): Account {
  const { year, lastYear } = fields
  return {
    lastYear:
      lastYear === undefined ? null : readYear(lastYear, ['opening', 'lastYear'], reading, issues),
    year: year === undefined ? noYear('') : readYear(year, ['opening', 'year'], reading, issues),
  }
}

const YEAR_KEYS = ['year', 'before', 'outside', 'isAfterFinal', 'periods', 'stretches']

function readYear(value: unknown, path: Path, reading: Reading, issues: Issue[]): AccountYear {
  const fields = read.fields(value, path, YEAR_KEYS, issues) ?? {}
  const name = read.name(fields['year'], [...path, 'year'], issues) ?? ''
  const { before, outside } = fields
  const stretches = readStretches(fields['stretches'], [...path, 'stretches'], issues)
  const rows = read.array(fields['periods'], [...path, 'periods'], issues) ?? []
  let last: ReadStretch = {
    plan: '',
    change: null,
    parts: [wholeOn('booked')],
    refunds: 'net',
    hasAwards: false,
  }
  const periods = rows.flatMap((row, index) => {
    const stretch = stretches.get(keyOf(read.record(row, [], [])?.['period']))
    last = stretch ?? last
    const isBeginning = stretch !== undefined
    const known = { ...last, change: stretch?.change ?? null, isBeginning, reading }
    return readPeriod(row, [...path, 'periods', index], known, issues)
  })
  return {
    ...noYear(name, isTrue(fields, 'isAfterFinal', path, issues)),
    before:
      before === undefined ? null : readKept(before, [...path, 'before'], reading.plan, issues),
    outside: readOutside(outside, [...path, 'outside'], issues),
    periods,
  }
}

/** What corrections of periods that the account does not have add to their spans. */
function readOutside(value: unknown, path: Path, issues: Issue[]): Outside[] {
  return (read.array(value ?? [], path, issues) ?? []).map((row, index) => {
    const at = [...path, index]
    const fields = read.fields(row, at, ['to', 'amount'], issues) ?? {}
    const amount = read.written(fields['amount'], [...at, 'amount'], issues) ?? fraction.ZERO
    return { to: read.date(fields['to'], [...at, 'to'], issues) ?? time.FIRST_DATE, amount }
  })
}

type ReadStretch = Pick<AccountPeriod, 'plan' | 'change' | 'parts' | 'refunds' | 'hasAwards'>

const STRETCH_KEYS = ['from', 'plan', 'change', 'on', 'parts', 'refunds', 'awards']

const CHANGES: readonly PlanChange[] = ['continue', 'restart', 'from-start-of-year']

function readStretches(value: unknown, path: Path, issues: Issue[]): Map<string, ReadStretch> {
  const stretches = new Map<string, ReadStretch>()
  for (const [index, row] of (read.array(value, path, issues) ?? []).entries()) {
    const at = [...path, index]
    const fields = read.fields(row, at, STRETCH_KEYS, issues) ?? {}
    read.anyPeriod(fields['from'], [...at, 'from'], issues)
    const plan = read.name(fields['plan'], [...at, 'plan'], issues) ?? ''
    const ifAny = <Word extends string>(key: string, words: readonly Word[]) =>
      fields[key] === undefined ? undefined : read.word(fields[key], [...at, key], words, issues)
    stretches.set(keyOf(fields['from']), {
      plan,
      change: ifAny('change', CHANGES) ?? null,
      parts:
        fields['parts'] === undefined
          ? [wholeOn(ifAny('on', LISTS) ?? 'booked')]
          : readParts(fields['parts'], [...at, 'parts'], issues),
      refunds: ifAny('refunds', ['mirror']) ?? 'net',
      hasAwards: isTrue(fields, 'awards', at, issues),
    })
  }
  return stretches
}

/** A period by its name; one that is wrong is told of elsewhere. */
function keyOf(period: unknown): string {
  return read.anyPeriod(period, [], [])?.name ?? ''
}

/** What became of a period; the rest of its row are its facts. */
const FIGURES = ['earned', 'capped', 'due', 'guaranteed'] as const
const FIGURES_IF_ANY = ['cut', 'refunded', 'owed'] as const
const OTHERS = [
  'byHand',
  'capOfQuarter',
  'capOfHalf',
  'capOfYear',
  'guarantee',
  'goesOn',
  'isToDate',
  'corrected',
  'isFigure',
  'isFinal',
  'opened',
  'handed',
  'shares',
] as const

interface Known extends ReadStretch {
  readonly isBeginning: boolean
  readonly reading: Reading
}

function readPeriod(row: unknown, path: Path, known: Known, issues: Issue[]): AccountPeriod[] {
  const fields = read.record(row, path, issues)
  if (fields === undefined) return []
  const facts: Record<string, unknown> = { ...fields }
  for (const key of [...FIGURES, ...FIGURES_IF_ANY, ...OTHERS, ...LISTS]) delete facts[key]
  const { plan, plans } = known.reading
  const own = plans.get(known.plan)
  const isTruedUp = fields['isFinal'] === true
  const isOfAnotherPlan = own === undefined
  const reading = { ...known.reading, plan: own ?? plan, isOfAnotherPlan, isTruedUp }
  const [period] = readPeriodRow(facts, path, reading, issues)
  const written = (key: string): Fraction =>
    read.written(fields[key], [...path, key], issues) ?? fraction.ZERO
  const ifAny = (key: string) => (fields[key] === undefined ? null : written(key))
  const figures = {
    earned: written('earned'),
    capped: written('capped'),
    due: written('due'),
    guaranteed: written('guaranteed'),
    cut: ifAny('cut') ?? fraction.ZERO,
    refunded: ifAny('refunded') ?? fraction.ZERO,
    owed: ifAny('owed') ?? fraction.ZERO,
    byHand: ifAny('byHand'),
    caps: {
      quarter: ifAny('capOfQuarter'),
      half: ifAny('capOfHalf'),
      year: ifAny('capOfYear'),
    },
    guarantee: ifAny('guarantee'),
  }
  const none = known.isBeginning ? new Map() : null
  const lines =
    fields['opened'] === undefined
      ? none
      : readLines(fields['opened'], [...path, 'opened'], plan, issues)
  if (period === undefined) return []
  return [
    {
      ...figures,
      read: period,
      rows: LISTS.flatMap((list) =>
        readRows(fields[list], [...path, list], { list, period }, issues),
      ),
      plan: known.plan,
      change: known.change,
      parts: known.parts,
      refunds: known.refunds,
      hasAwards: known.hasAwards,
      goesOn: isTrue(fields, 'goesOn', path, issues),
      isToDate: isTrue(fields, 'isToDate', path, issues),
      corrected:
        fields['corrected'] === undefined
          ? 0
          : (read.integer(fields['corrected'], [...path, 'corrected'], issues, COUNTED) ?? 0),
      isFigure: isTrue(fields, 'isFigure', path, issues),
      isFinal: isTrue(fields, 'isFinal', path, issues),
      handed: readHanded(fields['handed'] ?? [], [...path, 'handed'], issues),
      shares: readShares(fields['shares'], [...path, 'shares'], issues),
      lines,
    },
  ]
}

function isTrue(fields: Fields, key: string, path: Path, issues: Issue[]): boolean {
  return fields[key] !== undefined && read.boolean(fields[key], [...path, key], issues) === true
}

function readHanded(value: unknown, path: Path, issues: Issue[]): Handed[] {
  return (read.array(value, path, issues) ?? []).map((row, index) => {
    const at = [...path, index]
    const fields = read.fields(row, at, ['line', 'payee', 'amount'], issues) ?? {}
    return {
      line: read.name(fields['line'], [...at, 'line'], issues) ?? '',
      payee: read.name(fields['payee'], [...at, 'payee'], issues) ?? '',
      amount: read.written(fields['amount'], [...at, 'amount'], issues) ?? fraction.ZERO,
    }
  })
}

/** What each line has earned; after the cap of the year the same, where it does not say another. */
function readShares(value: unknown, path: Path, issues: Issue[]): Shares {
  const shares = new Map<string, LineShare>()
  if (value === undefined) return shares
  for (const [index, row] of (read.array(value, path, issues) ?? []).entries()) {
    const at = [...path, index]
    const fields = read.fields(row, at, ['line', 'earned', 'capped'], issues) ?? {}
    const line = read.name(fields['line'], [...at, 'line'], issues) ?? ''
    const money = (key: 'earned' | 'capped') =>
      read.written(fields[key], [...at, key], issues) ?? fraction.ZERO
    const earned = money('earned')
    shares.set(line, { earned, capped: fields['capped'] === undefined ? earned : money('capped') })
  }
  return shares
}

function readRows(
  value: unknown,
  path: Path,
  { list, period: { period } }: { readonly list: ProgressList; readonly period: ReadPeriod },
  issues: Issue[],
): ProgressRow[] {
  if (value === undefined) return []
  return (read.array(value, path, issues) ?? []).flatMap((row, index): ProgressRow[] => {
    const at = [...path, index]
    const fields = read.fields(row, at, ['line', 'amount', 'on', 'others'], issues) ?? {}
    const line = read.name(fields['line'], [...at, 'line'], issues)
    const amount = read.decimal(fields['amount'], [...at, 'amount'], issues)
    const ifAny = <Value, Other>(key: string, reader: Reader<Value>, other: Other) =>
      fields[key] === undefined ? other : (reader(fields[key], [...at, key], issues) ?? other)
    const on = ifAny('on', read.date, undefined)
    const others = ifAny('others', readOthersOf, NOBODY)
    return line === undefined || amount === undefined
      ? []
      : [{ path: at, list, line, amount, period, others, on }]
  })
}
