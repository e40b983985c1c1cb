import { readdirSync, readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { KINDS, type Language, sentenceOf } from '../../src/explain/kinds.js'
import { simplifiedChinese } from '../../src/explain/zh-CN/index.js'
import { traditionalChinese } from '../../src/explain/zh-TW/index.js'

/** The tables of all languages, held to the kinds of problem of the whole library. */
interface Kind {
  readonly name: string
  readonly code: string
  readonly fixed: Readonly<Record<string, unknown>>
  readonly text: (params: object) => string
}

const kinds: readonly Kind[] = Object.entries(KINDS).flatMap(([module, constants]) =>
  Object.entries(constants).flatMap(([constant, kind]) => {
    const name = `${module} ${constant}`
    if (!('keyword' in kind)) return [{ name, ...kind } as unknown as Kind]
    const fixed = { expected: kind.keyword }
    const words = kind.words as (values: object) => string
    const missing = (params: object) => `is missing, expected ${words(params)}.`
    const invalid = (params: object) =>
      `got ${(params as { given: string }).given}, expected ${words(params)}.`
    return [
      { name, code: 'VALUE_MISSING', fixed, text: missing },
      { name, code: 'VALUE_INVALID', fixed, text: invalid },
    ]
  }),
)

const languages: readonly (readonly [string, Language])[] = [
  ['zh-CN', simplifiedChinese],
  ['zh-TW', traditionalChinese],
]

/** A value for each param, no two of them alike. */
const SAMPLE = {
  accepted: ['a-11', 'a-12'],
  allowed: ['b-11', 'b-12'],
  amount: '4211',
  amountNeeded: '4212',
  earned: '4230',
  refunded: '4231',
  clawedBack: '4232',
  atLeast: '4234',
  award: 'c-13',
  by: 'day',
  closedThrough: '2026-11',
  costAtMost: '4213',
  count: 4214,
  counted: 4215,
  currency: 'XTS',
  customer: 'd-14',
  date: '2026-01-11',
  done: 4250,
  days: 4216,
  decimals: 4217,
  define: 'defineScale',
  definedBy: '0.0.11',
  difference: '4218',
  expected: 'e-15',
  field: 'f-16',
  first: '2026-01-12',
  firstFrom: '2026-01-13',
  floor: '0.4219',
  from: '2026-01-14',
  given: '4220',
  highest: '4221',
  id: 'g-17',
  is: '4222',
  key: 'h-18',
  known: ['i-11', 'i-12'],
  knownWeight: '4235',
  lastDay: '2026-01-15',
  limit: 4223,
  line: 'j-19',
  margin: '0.4224',
  maximum: '4225',
  minimum: '4226',
  needed: 'k-20',
  of: 4227,
  open: '4228',
  other: '2026-Q3',
  payee: 'l-21',
  people: ['m-22', 'n-23', 'm-22'],
  percent: '4229',
  period: '2026-10',
  periods: ['2026-08', '2026-09'],
  places: 4234,
  previous: '4230',
  reason: 't-29',
  refundOf: 'o-24',
  rule: 'p-25',
  rules: ['q-26', 'r-27'],
  second: '2026-01-16',
  secondFrom: '2026-01-17',
  settled: '4236',
  source: 's-28',
  suggestion: '0.4231',
  tied: ['u-30', 'v-31'],
  to: '2026-01-18',
  total: '4232',
  unit: 'month',
  version: '0.0.12',
  was: '4233',
  zone: 'Y-35/Z-36',
}

/** What a param may be besides, where a sentence turns on it. */
const OTHERS: readonly object[] = [
  {},
  { suggestion: null },
  { minimum: null },
  { maximum: null },
  { amountNeeded: null, amount: '-4211' },
  { difference: '-4218' },
  { total: '1' },
  { by: 'month' },
  { by: 'working-day' },
  { reason: 'cap' },
  { reason: 'scale' },
  { from: null },
  { from: null, to: null },
  { unit: 'quarter' },
  { unit: 'characters' },
  { unit: 'string' },
  { count: 2 },
]

const cases = languages.flatMap(([locale, language]) =>
  kinds.flatMap(({ name, code, fixed, text }) =>
    OTHERS.map((other) => {
      const params = { ...SAMPLE, ...other, ...fixed }
      const chinese = sentenceOf(code, params, language) ?? ''
      return {
        name: `${locale} ${name} ${JSON.stringify(other)}`,
        params,
        english: text(params),
        chinese,
      }
    }),
  ),
)

/** Cases that break a claim, as what a reader needs to mend them. */
function broken(isBroken: (one: (typeof cases)[number]) => boolean): readonly string[] {
  return cases
    .filter(isBroken)
    .map(({ name, english, chinese }) => `${name}: ${english} | ${chinese}`)
}

describe('the kinds of problem', () => {
  it('are all known, from every issues.ts there is', async () => {
    const known: readonly unknown[] = Object.values(KINDS).flatMap((module) =>
      Object.values(module),
    )
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((file) => file.split(sep).join('/'))
      .filter((file) => file.endsWith('/issues.ts'))
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) {
      const module: object = await import(resolve('src', file))
      expect(Object.entries(module).filter(([, kind]) => !known.includes(kind))).toEqual([])
    }
  })

  it('have at least one sentence for each code', () => {
    const issue = readFileSync('src/kernel/input/issue.ts', 'utf8')
    const [params = ''] = /interface IssueParams \{.*?^\}/ms.exec(issue) ?? []
    const codes = [...params.matchAll(/^ {2}([A-Z_0-9]+):/gm)].map(([, code = '']) => code)
    expect(codes.length).toBeGreaterThan(30)
    expect(codes.filter((code) => kinds.every((kind) => kind.code !== code))).toEqual([])
  })

  it('are told apart by their fixed params, where they share a code', () => {
    const byParams = new Map<string, Kind[]>()
    for (const kind of kinds) {
      const key = `${kind.code} ${JSON.stringify(Object.entries(kind.fixed).sort())}`
      byParams.set(key, [...(byParams.get(key) ?? []), kind])
    }
    const alike = [...byParams.values()].filter((group) => {
      // Two rooms may expect the same of a value.
      return new Set(group.map(({ text }) => text(SAMPLE))).size > 1
    })
    expect(alike.map((group) => group.map(({ name }) => name))).toEqual([])
  })
})

describe('the sentences of all languages', () => {
  it('are never empty, and part the entries of a list', () => {
    const entriesOf = (params: object) => Object.values(params).filter(Array.isArray)
    const joined = (params: object, text: string) =>
      entriesOf(params).some(([first, second]) => {
        const [start, next] = [text.indexOf(first), text.indexOf(second)]
        return (
          start >= 0 && next > start && !/[^"“”「」]/.test(text.slice(start + first.length, next))
        )
      })
    expect(
      broken(
        ({ params, english, chinese }) =>
          english.trim() === '' || joined(params, english) || joined(params, chinese),
      ),
    ).toEqual([])
  })
})

describe('the Chinese sentences', () => {
  it('are there, without a param that is not', () => {
    expect(broken(({ chinese }) => chinese === '' || /undefined|\[object/.test(chinese))).toEqual(
      [],
    )
    expect(broken(({ chinese }) => !chinese.endsWith('。') && !chinese.endsWith('？'))).toEqual([])
  })

  it('show the params that English shows, and no others', () => {
    // Keywords, which are translated, have neither digits nor capitals.
    const isShown = (value: string) => /[\dA-Z]/.test(value)
    expect(
      broken(({ params, english, chinese }) =>
        Object.values(params)
          .flat()
          .map(String)
          .some((value) => isShown(value) && english.includes(value) !== chinese.includes(value)),
      ),
    ).toEqual([])
  })

  it('name the numbers that English names', () => {
    const numbers = (text: string) => [...new Set(text.match(/\d+(?:\.\d+)?/g) ?? [])].sort()
    expect(
      broken(({ english, chinese }) => `${numbers(english)}` !== `${numbers(chinese)}`),
    ).toEqual([])
  })

  it('name the keys of policies that English names', () => {
    const quotes = (text: string) => text.match(/"[^"]*"/g) ?? []
    expect(
      broken(({ english, chinese }) => quotes(english).some((quote) => !chinese.includes(quote))),
    ).toEqual([])
  })

  it('have Latin letters in params, in quotes and in names of code alone', () => {
    const code =
      /null|true|false|NaN|JSON(?:\.parse)?|Map|Promise|ISO|YYYY-MM-DD|2026-(?:Q1|H1|W07)|T09:00|toISOString|IANA|defineWorkingHours|isWork(?:day)?|Z(?= )|(?:Int32|Float64|Uint8)Array|sales-rules|calculateCommission|prorateTarget|defineTargetPlan\(\{ currency, proration \}\)|payment\.on|credit\.overlays|(?:COM|APP)-\d|\{ actual, target \}|\{ amount, currency \}|definePolicy|unpackPolicy|packPolicy|define(?= 函)|\{ points \}|\{ value \}|value|actual|target|points/g
    expect(
      broken(({ params, chinese }) => {
        const values = Object.values(params).flat().map(String)
        const left = values
          .filter((value) => value.length > 1)
          .sort((one, other) => other.length - one.length)
          .reduce((text, value) => text.replaceAll(value, ''), chinese)
        return /[A-Za-z]/.test(left.replace(/"[^"]*"/g, '').replace(code, ''))
      }),
    ).toEqual([])
  })

  it('have no ASCII comma, colon or bracket among Chinese characters', () => {
    expect(broken(({ chinese }) => /[\u4e00-\u9fff][,.:;?!()]/.test(chinese))).toEqual([])
  })

  it('are all in simplified, or all in traditional characters', () => {
    const simplified =
      /[与业两个为义于产从价会体关写划则别动励区单卖历发变叠号启围复奖对层属币并应开张归当录态总户扩报换据摊数无时权条来标样档槛汇没满点状独环现确种称笔简类级纯组细终经结绕给继绩编职节范补规计订认让记许设访评识词该请读谁调负责账较输达过还这进远适选钱销错键长门问间项顺须额]/
    const traditional =
      /[並來個傳價兩內別刪則劃務勵匯區參啟單圍報寫對層屬帳幣幾張後從應戶捨換擴攤數於時會條業標樣檻欄權歷歸沒滿為無狀獎獨環現當疊發確碼種稱筆範簡純級細終組結給經編總績繞繼義職與蓋號補裡製複規訂計記設許評詞該認誤誰調請讀變讓負責資賣較輸這進過達遠適選還銷錄錢錯鍵長門開間關陣項順須額類餘體麼點]/
    expect(
      broken(({ name, chinese }) =>
        (name.startsWith('zh-CN') ? traditional : simplified).test(chinese),
      ),
    ).toEqual([])
  })
})

/** Second words for what the glossary has one word for, and words of the mainland in the tables of Taiwan. */
const REPLACED: Readonly<Record<string, string>> = {
  'zh-CN':
    '上级提成 超额加速 师傅 荣誉榜 头衔 及格分 签字 赢率 政策 丢单 绩效系数 拐点 收款人 完整度 个案 取整后',
  'zh-TW':
    '主管獎金 超額加速 師傅 榮譽榜 頭銜 簽字 贏率 政策 丟單 考績 回款 收款人 完整度 個案 躍升 調任 帶教 跟進 季度 計提 公示 默認 信息 數據 用戶 線索 匯報 返回 查找 取整',
}

describe('the Chinese tables', () => {
  it.each(Object.keys(REPLACED))('have one word for one thing: %s', (locale) => {
    const files = [`src/explain/${locale}`, `src/explain/words/${locale}`].flatMap((folder) =>
      readdirSync(folder).map((name) => `${folder}/${name}`),
    )
    const found = [...files, `site/playground/words/${locale}.ts`].flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      const words = REPLACED[locale]?.split(' ') ?? []
      return words.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`)
    })
    expect(found).toEqual([])
  })
})
