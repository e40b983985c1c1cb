import { attempt, calculateCommission, handbook, type Issue, round } from 'sales-rules'
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
    ['zh-CN', 'value：收到 "12,000"，应为普通的十进制数。你是不是想写 "12000"？'],
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

  it('needs no path', () => {
    const issue = issueOf(() => calculateCommission({ sales: '1' }, {} as never))
    expect(explainIssue(issue, { locale: 'zh-CN' })).toBe(
      '给出的制度未经 defineCommissionPlan 定义。请先交给 defineCommissionPlan，再用它返回的结果。',
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
