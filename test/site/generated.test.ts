import { readFileSync } from 'node:fs'
import * as library from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { answersOf } from '../../site/answers.js'
import { clausesPage } from '../../site/clauses.js'
import { indexOf, inFull } from '../../site/llms.js'

const ids = Object.keys(library.handbook.clauses)

describe('clausesPage', () => {
  it('has every clause once, each under an anchor of its name', () => {
    const anchors = [...clausesPage().matchAll(/^### \S+ \{#(\S+)\}$/gm)].map(([, id]) => id)
    expect(anchors.sort()).toEqual([...ids].sort())
  })
})

describe('the Chinese page of clauses', () => {
  const page = readFileSync('docs/zh-CN/handbook.md', 'utf8')

  it('has every clause once', () => {
    const titles = [...page.matchAll(/^### (\S+)$/gm)].map(([, id]) => id)
    expect(titles.sort()).toEqual([...ids].sort())
  })

  it('says what is ours where the register does', () => {
    const withDefault = page
      .split(/^### /m)
      .filter((part) => part.includes('\n默认：'))
      .map((part) => part.split('\n', 1)[0])
    const ours = Object.values(library.handbook.clauses).filter((clause) => 'ours' in clause)
    expect(withDefault.sort()).toEqual(ours.map(({ id }) => id).sort())
  })

  it('names functions that there are', () => {
    const lines = [...page.matchAll(/^函数：(.*)$/gm)].map(([, line = '']) => line)
    const names = lines.flatMap((line) =>
      [...line.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
    )
    expect(lines.length).toBe(ids.length)
    expect(names.filter((name) => !Object.hasOwn(library, name))).toEqual([])
  })
})

describe('answersOf', () => {
  const pages = new Map([
    ['README.md', 'overview.md'],
    ['docs/pay/README.md', 'pay/index.md'],
    ['docs/late.md', 'late.md'],
  ])
  const readme = '| Who pays? | `payAll`, `payOne` | `Plan` | [pay](docs/pay/README.md#who) |'
  const texts = new Map([
    ['README.md', readme],
    ['docs/pay/README.md', '# Pay\n\n`payOne` and `payOne` and `payLate`'],
    ['docs/late.md', '# When is it late?\n\n`payLate`, `payLate`'],
  ])
  const answers = answersOf(texts, pages)

  it('takes the row of the README first', () => {
    expect(answers.get('payAll')).toEqual([{ title: 'Who pays?', link: '/pay/#who' }])
  })

  it('takes the pages that name a function most where there is no row', () => {
    expect(answers.get('payLate')).toEqual([
      { title: 'When is it late?', link: '/late' },
      { title: 'Pay', link: '/pay/' },
    ])
  })
})

describe('the pages for machines', () => {
  const page = {
    place: 'a.md',
    text: '---\noutline: 2\n---\n\n# What?\n\n```ts\nx\n```\n\nThis [is](/b) it. And more.\n',
  }

  it('list each page with its title, address and first sentence', () => {
    expect(indexOf(new Map([['Pages', [page]]]), '/base/')).toContain(
      '## Pages\n\n- [What?](/base/a.md): This is it.\n',
    )
  })

  it('have each page in full under its address', () => {
    expect(inFull([page], '/')).toContain('<!-- /a.md -->')
  })
})
