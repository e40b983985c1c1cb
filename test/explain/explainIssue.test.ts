import {
  attempt,
  calculateCommission,
  definePolicy,
  handbook,
  type Issue,
  packPolicy,
  rankLeads,
  round,
  SalesRulesError,
  scoreLead,
} from 'sales-rules'
import { explainIssue, type Locale } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'

function issueOf(run: () => unknown): Issue {
  const tried = attempt(run)
  const [issue] = tried.ok ? [] : tried.issues
  if (issue === undefined) throw new Error('expected an issue')
  return issue
}

const comma = issueOf(() => round('12,000', { decimals: 0 }))

const hostile = () => new Proxy({}, { get: () => hostile(), ownKeys: () => fail() })
const fail = (): never => {
  throw new RangeError('hostile')
}

describe('explainIssue', () => {
  it.each([
    ['en', 'value: got "12,000", expected a plain decimal. Did you mean "12000"?'],
    ['zh-CN', 'value：收到 "12,000"，应为普通的十进制数。您是不是想写 "12000"？'],
    ['zh-TW', 'value：收到 "12,000"，應為一般的十進位數字。您是不是想寫 "12000"？'],
  ] as const)(
    'says in %s where it is, what was given, what is needed and the fix',
    (locale, text) => {
      expect(explainIssue(comma, { locale })).toBe(text)
    },
  )

  it('says in other words what has no short text of its own', () => {
    const issue = issueOf(() => round([] as never, { decimals: 0 }))
    expect(issue.message).toBe('value: got an array, expected a plain decimal.')
    expect(explainIssue(issue, { locale: 'zh-CN' })).toBe('value：收到数组，应为普通的十进制数。')
  })

  it('says what is expected of a value that is missing, and of one that is something else', () => {
    const plan = handbook.commission
    const missing = issueOf(() => calculateCommission({ lines: [{ id: 'O-1' }] } as never, plan))
    expect(explainIssue(missing, { locale: 'zh-TW' })).toBe(
      'lines[0].amount：缺漏，應為十進位數字。',
    )
    const wrong = issueOf(() => calculateCommission({ lines: 1 } as never, plan))
    expect(explainIssue(wrong, { locale: 'zh-CN' })).toBe('lines：收到 1，应为数组。')
  })

  it.each([
    [
      'a figure where points or money are due',
      () => scoreLead({ budget: 300_000, authority: 90, urgency: 90 }, handbook.leads),
      'budget: got 300000, expected points from 0 to 100, or money { amount, currency }.',
      'budget：收到 300000，应为 0 到 100 的得分，或金额 { amount, currency }。',
      'budget：收到 300000，應為 0 到 100 的得分，或金額 { amount, currency }。',
    ],
    [
      'an empty text where points or money are due',
      () => scoreLead({ budget: '', authority: 90, urgency: 90 }, handbook.leads),
      'budget: got "", expected points, or money { amount, currency }.',
      'budget：收到 ""，应为得分，或金额 { amount, currency }。',
      'budget：收到 ""，應為得分，或金額 { amount, currency }。',
    ],
    [
      'the text of a document',
      () => definePolicy('{"versions":[]}' as never),
      'got "{\\"versions\\":[]}", expected an object; JSON.parse makes one of a text of JSON.',
      '收到 "{\\"versions\\":[]}"，应为对象；JSON 文本请先用 JSON.parse 解析。',
      '收到 "{\\"versions\\":[]}"，應為物件；JSON 文字請先用 JSON.parse 解析。',
    ],
    [
      'a packed policy where one is defined',
      () => definePolicy(packPolicy(handbook.leads) as never),
      'got an object, expected a policy that is not packed; unpackPolicy makes the defined policy of a packed one.',
      '收到对象，应为未打包的制度；打包过的请用 unpackPolicy 还原。',
      '收到物件，應為未打包的制度；打包過的請用 unpackPolicy 還原。',
    ],
    [
      'neither facts nor a score',
      () => {
        const [lead] = rankLeads([{ id: 'x' } as never], handbook.leads).notCounted
        throw new SalesRulesError(lead?.issues ?? [])
      },
      'leads[0]: got neither, expected "facts" or the "score" that they have, one of the two.',
      'leads[0]：两者都没有，应给出 "facts" 或其得分 "score"，二者取一。',
      'leads[0]：兩者都沒有，應提供 "facts" 或其得分 "score"，二者取一。',
    ],
    [
      'a fact that is missing',
      () => scoreLead({ authority: 90, urgency: 90 }, handbook.leads),
      'budget: is missing, and the policy refuses to score without it.',
      'budget：缺失。制度规定没有它就不评分。',
      'budget：缺漏。制度規定沒有它就不評分。',
    ],
  ])('says of %s what to give, in each language', (_, run, en, simplified, traditional) => {
    const issue = issueOf(run)
    expect(issue.message).toBe(en)
    expect(explainIssue(issue, { locale: 'zh-CN' })).toBe(simplified)
    expect(explainIssue(issue, { locale: 'zh-TW' })).toBe(traditional)
  })

  it('needs no path', () => {
    const issue = issueOf(() => calculateCommission({ sales: '1' }, {} as never))
    expect(explainIssue(issue, { locale: 'zh-CN' })).toBe(
      '给出的制度未经 defineCommissionPlan 定义：它是复制品，或从 JSON 读出。请先交给 defineCommissionPlan，再用它返回的结果。',
    )
  })

  it('makes the sentence of code and params alone, so that stored issues can be explained', () => {
    const stored = { ...JSON.parse(JSON.stringify(comma)), message: 'lost' }
    for (const locale of ['zh-CN', 'zh-TW'] as const)
      expect(explainIssue(stored, { locale })).toBe(explainIssue(comma, { locale }))
  })

  it.each([
    ['an unknown code', { code: 'NO_SUCH_CODE' }],
    ['a code that is no text', { code: 1n }],
    ['no params', { params: undefined }],
    ['a param that is missing', { params: { given: '1' } }],
    ['a param that is an object', { params: { given: hostile(), suggestion: null } }],
    ['a list in which there is an object', { params: { given: [hostile()], suggestion: null } }],
    ['params that throw', { params: hostile() }],
    ['no path', { path: undefined }],
    ['a path that throws', { path: hostile() }],
    ['a path of objects', { path: [hostile()] }],
    ['a param of another type', { code: 'UNKNOWN_KEY', params: { known: 1, suggestion: null } }],
    ['params of another sentence', { code: 'TARGET_MISSING', params: { needed: 'constructor' } }],
  ])('keeps the message of an issue with %s', (_, change) => {
    const issue = { ...comma, ...change } as unknown as Issue
    expect(explainIssue(issue, { locale: 'zh-CN' })).toBe(comma.message)
  })

  it('takes params and paths of any length', () => {
    const long = 'x'.repeat(1_000_000)
    const issue = { ...comma, path: [long], params: { given: long, suggestion: long } } as Issue
    expect(explainIssue(issue, { locale: 'zh-CN' })).toContain(long)
  })

  it.each([
    ['null', null, ['VALUE_MISSING', ['issue']]],
    ['a text', 'x', ['VALUE_INVALID', ['issue']]],
    ['a proxy that throws', hostile(), ['VALUE_UNREADABLE', ['issue']]],
    ['an object without a message', {}, ['VALUE_MISSING', ['issue', 'message']]],
    ['a message that is no text', { message: hostile() }, ['VALUE_INVALID', ['issue', 'message']]],
  ])('refuses %s, by a code', (_, issue, expected) => {
    for (const locale of ['en', 'zh-CN', 'zh-TW'] as const) {
      const { code, path } = issueOf(() => explainIssue(issue as Issue, { locale }))
      expect([code, path]).toEqual(expected)
    }
  })

  it.each([
    ['another locale', { locale: 'zh' }, ['VALUE_NOT_ALLOWED', ['options', 'locale']]],
    ['no locale', {}, ['VALUE_MISSING', ['options', 'locale']]],
    ['no options', undefined, ['VALUE_MISSING', ['options']]],
    ['a misspelt key', { locale: 'en', local: 'en' }, ['UNKNOWN_KEY', ['options', 'local']]],
  ])('refuses %s', (_, options, expected) => {
    const { code, path } = issueOf(() => explainIssue(comma, options as { locale: Locale }))
    expect([code, path]).toEqual(expected)
  })
})
