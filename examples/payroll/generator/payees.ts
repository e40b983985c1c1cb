/** Somebody who is paid commission, and what they collect in an ordinary month, in CNY. */
export interface Payee {
  readonly id: string
  readonly name: string
  readonly joinedOn: string
  readonly level: number
  /** The year's target, in CNY. */
  readonly target: number
}

const people: readonly (readonly [
  name: string,
  joinedOn: string,
  level: number,
  target: number,
])[] = [
  ['Wang Fang', '2019-03-01', 260_000, 2_800_000],
  ['Li Qiang', '2020-09-01', 205_000, 2_400_000],
  ['Zhang Min', '2021-01-04', 185_000, 2_200_000],
  ['Liu Tao', '2021-06-01', 170_000, 2_000_000],
  ['Chen Jing', '2021-06-01', 160_000, 1_400_000],
  ['Yang Hao', '2022-02-07', 130_000, 1_600_000],
  ['Zhao Lei', '2022-11-01', 120_000, 1_500_000],
  ['Huang Xin', '2023-04-03', 110_000, 1_400_000],
  ['Zhou Yan', '2024-02-19', 95_000, 1_200_000],
  ['Wu Gang', '2024-07-01', 70_000, 1_200_000],
  ['Xu Ying', '2025-03-03', 75_000, 900_000],
  ['Sun Bo', '2026-08-03', 90_000, 1_000_000],
]

/** The company's payees, by seniority; the last one joins in August. */
export const payees: readonly Payee[] = people.map(([name, joinedOn, level, target], index) => ({
  id: `P${String(index + 1).padStart(2, '0')}`,
  name,
  joinedOn,
  level,
  target,
}))
