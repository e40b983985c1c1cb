import type { Table } from './csv.js'
import { workday } from './days.js'
import { between, chance, pick, type Random, seeded } from './random.js'

export interface Rep {
  readonly id: string
  readonly name: string
  readonly region: Region
  readonly rung: string
  readonly hiredOn: string
  readonly monthlyBaseSalary: number
  /** What the rep sells in an ordinary quarter, in CNY. */
  readonly level: number
  /** How good the rep is, from 0 to 1: it moves grades and surveys. */
  readonly skill: number
}

export type Region = (typeof regions)[number]

const regions = ['north', 'east', 'south'] as const
const surnames =
  'Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo'.split(' ')
const givenNames =
  'Wei Fang Na Min Jing Lei Qiang Yan Jun Yang Tao Chao Ping Gang Hui Ying Hao Bo Xin Yu'.split(' ')

const rungs: Readonly<Record<string, string>> = {
  R01: 'regional-manager',
  R02: 'regional-manager',
  R03: 'regional-manager',
  R04: 'sales-supervisor',
  R05: 'sales-supervisor',
  R06: 'sales-supervisor',
  R07: 'sales-supervisor',
  R08: 'senior-industry-consultant',
  R09: 'senior-industry-consultant',
  R10: 'junior-product-consultant',
  R11: 'junior-product-consultant',
  R12: 'junior-product-consultant',
}

const salaries: Readonly<Record<string, readonly [low: number, high: number]>> = {
  'regional-manager': [22000, 26000],
  'sales-supervisor': [15000, 18000],
  'senior-industry-consultant': [16000, 20000],
  'junior-product-consultant': [10000, 13000],
  'sales-representative': [8000, 12000],
}

/** The three who joined during the year: no targets and no grades before. */
const joined: Readonly<Record<string, string>> = {
  R38: '2026-04-01',
  R39: '2026-07-01',
  R40: '2026-10-08',
}

/** Stars sell above 2,000,000 in a good quarter, strong reps above 1,000,000. */
const levels: Readonly<Record<string, number>> = {
  R04: 2_250_000,
  R17: 2_600_000,
  R28: 2_050_000,
  R01: 1_300_000,
  R06: 1_150_000,
  R13: 1_450_000,
  R21: 1_200_000,
  R26: 1_050_000,
  R33: 1_350_000,
}

export function drawReps(): Rep[] {
  const random = seeded(101)
  const names = new Set<string>()
  while (names.size < 40) names.add(`${pick(random, surnames)} ${pick(random, givenNames)}`)
  return [...names].map((name, index) => drawRep(random, name, index + 1))
}

export function repsTable(reps: readonly Rep[]): Table {
  return {
    file: 'reps.csv',
    header: ['rep', 'name', 'region', 'rung', 'hiredOn', 'monthlyBaseSalary'],
    rows: reps.map((rep) => [
      rep.id,
      rep.name,
      rep.region,
      rep.rung,
      rep.hiredOn,
      String(rep.monthlyBaseSalary),
    ]),
  }
}

function drawRep(random: Random, name: string, number: number): Rep {
  const id = `R${String(number).padStart(2, '0')}`
  const rung = rungs[id] ?? 'sales-representative'
  const [low, high] = salaries[rung] ?? [8000, 12000]
  const hiredIn = between(random, rung === 'sales-representative' ? 2018 : 2014, 2024)
  const weak = chance(random, 0.2)
  return {
    id,
    name,
    region: regions[number % 3] ?? 'north',
    rung,
    hiredOn:
      joined[id] ?? workday(`${hiredIn}-0${between(random, 1, 9)}-${between(random, 10, 28)}`),
    monthlyBaseSalary: between(random, low / 500, high / 500) * 500,
    level: levels[id] ?? between(random, weak ? 28 : 42, weak ? 42 : 92) * 10_000,
    skill: id in levels ? 0.8 + 0.2 * random() : weak ? 0.3 * random() : 0.2 + 0.6 * random(),
  }
}
