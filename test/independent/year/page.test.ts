import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { capFigures, gateFigures } from './figures.caps.js'
import { correctionFigures } from './figures.corrections.js'
import { orderFigures } from './figures.orders.js'
import { partFigures } from './figures.parts.js'
import { payFigures } from './figures.pay.js'
import { refundFigures } from './figures.refunds.js'
import { changeFigures, type Expected, type Figure, toDateFigures } from './figures.todate.js'
import { inAll, settleYear } from './oracle.js'

const chapters: readonly (readonly [string, readonly Figure[]])[] = [
  ['what a year to date earns', toDateFigures],
  ['a change of plan', changeFigures],
  ['a correction', correctionFigures],
  ['a refund in a later run', refundFigures],
  ['caps', capFigures],
  ['orders and awards', orderFigures],
  ['gate, accelerator and target', gateFigures],
  ['guarantee, advance, holdback, collected, leaver', payFigures],
  ['parts', partFigures],
]

describe.each(chapters)('the oracle has the figures of the page about %s', (_, figures) => {
  it.each(figures)('%s', (_name, facts, expected) => {
    const pays = settleYear(facts)
    const last = pays[pays.length - 1]
    const found: Record<keyof Expected, readonly number[] | number> = {
      pays: pays.slice(-(expected.pays?.length ?? 1)).map(({ paid }) => Number(paid)),
      earns: pays.slice(-(expected.earns?.length ?? 1)).map(({ earned }) => Number(earned)),
      inAll: Number(inAll(pays)),
      owed: Number(last?.drawOwed),
      held: Number(last?.held),
      carried: Number(last?.carried),
    }
    const compared = Object.keys(expected) as (keyof Expected)[]
    expect(Object.fromEntries(compared.map((key) => [key, found[key]]))).toEqual(expected)
  })
})

describe('the oracle', () => {
  it('knows nothing of the library: only what settles the random years by it does', () => {
    const here = resolve('test/independent/year')
    const knowing = readdirSync(here).filter((name) =>
      /from '(sales-rules|.*src\/)/.test(readFileSync(join(here, name), 'utf8')),
    )
    expect(knowing).toEqual(['run.ts'])
  })
})
