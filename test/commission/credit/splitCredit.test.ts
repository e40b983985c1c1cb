import {
  attempt,
  type CommissionPlanInput,
  type CreditOwner,
  type DecimalInput,
  defineCommissionPlan,
  handbook,
  splitCredit,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

function planWith(change: Partial<CommissionPlanInput> = {}) {
  const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]
  return defineCommissionPlan({
    currency: 'CNY',
    scale: { mode: 'marginal', tiers },
    credit: { overlays: 'allow' },
    ...change,
  })
}

function parts(...weights: readonly DecimalInput[]): CreditOwner[] {
  return weights.map((weight, index) => ({ payee: `E-${index + 1}`, parts: weight }))
}

function shares(...weights: readonly DecimalInput[]): CreditOwner[] {
  return weights.map((weight, index) => ({ payee: `E-${index + 1}`, share: weight }))
}

function amountsOf(amount: DecimalInput, owners: readonly CreditOwner[], plan = planWith()) {
  return splitCredit(amount, owners, plan).map((share) => share.amount)
}

function issuesOf(amount: unknown, owners: unknown, plan = handbook.commission) {
  const outcome = attempt(() => splitCredit(amount as never, owners as never, plan))
  return outcome.ok ? [] : outcome.issues
}

function codesOf(...input: Parameters<typeof issuesOf>) {
  return issuesOf(...input).map(({ code, path }) => [code, path])
}

describe('splitCredit', () => {
  it('the credit for a sale goes to the only owner whole', () => {
    expect(splitCredit('100', [{ payee: 'Li', share: 1 }], handbook.commission)).toEqual([
      { payee: 'Li', amount: '100.00', overlay: false },
    ])
  })

  it.each([
    ['100.00', parts(1, 1, 1), ['33.34', '33.33', '33.33']],
    ['-100.00', parts(1, 1, 1), ['-33.34', '-33.33', '-33.33']],
    ['0.01', parts(1, 1, 1), ['0.01', '0.00', '0.00']],
    ['0.05', parts(1, 1), ['0.03', '0.02']],
    ['100.00', parts('2', '1'), ['66.67', '33.33']],
    ['0.10', parts(3, 3, 1), ['0.04', '0.04', '0.02']],
    ['0', parts(1, 2), ['0.00', '0.00']],
    ['100.00', shares('0.5', '0.3', '0.2'), ['50.00', '30.00', '20.00']],
    ['0.01', shares('0.4', '0.6'), ['0.00', '0.01']],
    ['1.00', shares('0.333', '0.333', '0.334'), ['0.33', '0.33', '0.34']],
  ])('the credit for a sale of %s is split without a rest', (amount, owners, expected) => {
    expect(amountsOf(amount, owners)).toEqual(expected)
  })

  it.each([
    ['JPY', '100', ['34', '33', '33']],
    ['KWD', '100', ['33.334', '33.333', '33.333']],
    ['CNY', '100', ['33.34', '33.33', '33.33']],
  ])('the credit for a sale in %s has its decimals', (currency, amount, expected) => {
    expect(amountsOf(amount, parts(1, 1, 1), planWith({ currency }))).toEqual(expected)
  })

  it('the credit for a sale keeps to the currency where the commission is rounded to less', () => {
    const plan = planWith({ rounding: { decimals: 0 } })
    expect(amountsOf('100.01', parts(1, 1), plan)).toEqual(['50.01', '50.00'])
  })
})

describe('splitCredit', () => {
  const owners: CreditOwner[] = [
    { payee: 'Wang', share: '0.333', overlay: true },
    { payee: 'Li', parts: 2 },
    { payee: 'Zhao', parts: 1 },
  ]

  it('an overlay is credited on top, and takes nothing from the owners', () => {
    expect(splitCredit('100.00', owners, planWith())).toEqual([
      { payee: 'Wang', amount: '33.30', overlay: true },
      { payee: 'Li', amount: '66.67', overlay: false },
      { payee: 'Zhao', amount: '33.33', overlay: false },
    ])
    expect(amountsOf('-100.00', owners)).toEqual(['-33.30', '-66.67', '-33.33'])
  })

  it.each([
    ['half-up', '0.02'],
    ['down', '0.01'],
    ['half-even', '0.02'],
    ['ceiling', '0.02'],
  ] as const)('an overlay of 0.015 rounds %s, as the plan does', (mode, expected) => {
    const half = [
      { payee: 'Li', share: 1 },
      { payee: 'Wang', share: '0.5', overlay: true },
    ]
    expect(amountsOf('0.03', half, planWith({ rounding: { mode } }))[1]).toBe(expected)
  })

  it('an overlay is refused where the plan does not allow it', () => {
    expect(issuesOf('100', owners)).toEqual([
      {
        code: 'OVERLAY_REFUSED',
        severity: 'error',
        path: ['owners', 0, 'overlay'],
        params: { payee: 'Wang' },
        message:
          'owners[0].overlay: "Wang" is credited on top of the whole, and the plan refuses overlays. Share the whole, or set credit.overlays to "allow".',
      },
    ])
    expect(codesOf('100', [{ payee: 'Li', share: 1, overlay: false }])).toEqual([])
  })

  it('an overlay alone leaves the whole without an owner', () => {
    const alone = [{ payee: 'Wang', share: '0.2', overlay: true }]
    expect(codesOf('100', alone, planWith())).toEqual([['CREDIT_NOT_WHOLE', ['owners']]])
  })

  it('an overlay of 20 is read as a percentage, and refused', () => {
    const twenty = [...shares(1), { payee: 'Wang', share: 20, overlay: true }]
    expect(issuesOf('100', twenty, planWith())).toEqual([
      {
        code: 'NUMBER_LOOKS_LIKE_PERCENT',
        severity: 'error',
        path: ['owners', 1, 'share'],
        params: { given: '20', suggestion: '0.2' },
        message: 'owners[1].share: got 20, expected a ratio, where 1 is 100%. Did you mean 0.2?',
      },
    ])
  })

  it('an overlay has a share above 0, never parts', () => {
    const zero = [...shares(1), { payee: 'Wang', share: 0, overlay: true }]
    expect(codesOf('100', zero, planWith())).toEqual([
      ['NUMBER_OUT_OF_RANGE', ['owners', 1, 'share']],
    ])
    const byParts = [...shares(1), { payee: 'Wang', parts: 1, overlay: true }]
    expect(codesOf('100', byParts, planWith())).toEqual([['POLICY_CONFLICT', ['owners', 1]]])
  })
})

describe('splitCredit', () => {
  it.each([
    ['101%', shares('0.5', '0.51'), '1.01', '-0.01'],
    ['99%', shares('0.5', '0.49'), '0.99', '0.01'],
    ['three times 0.333', shares('0.333', '0.333', '0.333'), '0.999', '0.001'],
    ['percentages', shares(60, 40), '100', '-99'],
    ['nobody’s', [], '0', '1'],
  ])('credit that is not the whole is refused: %s', (_, owners, total, difference) => {
    expect(issuesOf('100', owners)).toEqual([
      {
        code: 'CREDIT_NOT_WHOLE',
        severity: 'error',
        path: ['owners'],
        params: { total, difference },
        message: `owners: the shares add up to ${total}, expected exactly 1. Thirds are written as parts 1, 1, 1; somebody on top of the whole is an overlay.`,
      },
    ])
  })

  it('credit that is not the whole is refused where some owners have parts and some a share', () => {
    const mixed = [
      { payee: 'Li', parts: 1 },
      { payee: 'Wang', share: '0.5' },
    ]
    expect(issuesOf('100', mixed)).toEqual([
      {
        code: 'CREDIT_NOT_WHOLE',
        severity: 'error',
        path: ['owners'],
        params: { reason: 'parts-and-shares', total: '0', difference: '1' },
        message:
          'owners: some owners have parts and some a share. Give all of them parts, or all of them a share.',
      },
    ])
    const both = [{ payee: 'Li', parts: 1, share: '1' }]
    expect(issuesOf('100', both)).toEqual([
      {
        code: 'POLICY_CONFLICT',
        severity: 'error',
        path: ['owners', 0],
        params: { reason: 'parts-and-share' },
        message: 'owners[0]: an owner has parts or a share, not both, and an overlay has a share.',
      },
    ])
    expect(issuesOf('100', [...parts(1), ...parts(1)])).toEqual([
      {
        code: 'ID_DUPLICATE',
        severity: 'error',
        path: ['owners', 1, 'payee'],
        params: { reason: 'owner', id: 'E-1' },
        message: 'owners[1].payee: got "E-1" twice, expected each owner once.',
      },
    ])
  })
})

describe('splitCredit', () => {
  it.each([
    [
      'an owner twice',
      '100',
      [...parts(1), ...parts(1)],
      [['ID_DUPLICATE', ['owners', 1, 'payee']]],
    ],
    ['no part', '100', parts(1, 0), [['NUMBER_OUT_OF_RANGE', ['owners', 1, 'parts']]]],
    ['a part below 0', '100', parts(1, -1), [['NUMBER_OUT_OF_RANGE', ['owners', 1, 'parts']]]],
    [
      'neither parts nor share',
      '100',
      [{ payee: 'Li' }],
      [['VALUE_MISSING', ['owners', 0, 'share']]],
    ],
    ['no payee', '100', [{ share: 1 }], [['VALUE_MISSING', ['owners', 0, 'payee']]]],
    [
      'an overlay of "yes"',
      '100',
      [{ payee: 'Li', share: 1, overlay: 'yes' }],
      [['VALUE_INVALID', ['owners', 0, 'overlay']]],
    ],
    [
      'a key that nothing reads',
      '100',
      [{ payee: 'Li', share: 1, part: 1 }],
      [['UNKNOWN_KEY', ['owners', 0, 'part']]],
    ],
    ['owners that are no list', '100', { payee: 'Li', share: 1 }, [['VALUE_INVALID', ['owners']]]],
    ['no owners', '100', undefined, [['VALUE_MISSING', ['owners']]]],
    ['an owner that is no object', '100', ['Li'], [['VALUE_INVALID', ['owners', 0]]]],
    ['no amount', undefined, shares(1), [['VALUE_MISSING', ['amount']]]],
    ['an amount of thousands', '1,000', shares(1), [['NUMBER_INVALID', ['amount']]]],
    ['a third decimal', '0.005', shares(1), [['TOTAL_TOO_PRECISE', ['amount']]]],
  ])('credit that cannot be read is %s', (_, amount, owners, issues) => {
    expect(codesOf(amount, owners)).toEqual(issues)
  })

  it('credit that cannot be read says of an amount that is too precise how many decimals the currency has', () => {
    expect(issuesOf('0.5', shares(1), planWith({ currency: 'JPY' }))[0]).toMatchObject({
      params: { total: '0.5', decimals: 0 },
      message: 'amount: got 0.5, expected at most the 0 decimals of JPY.',
    })
  })

  it('credit that cannot be read is all that is wrong at once', () => {
    expect(codesOf('x', [{ payee: '', share: 'y' }])).toEqual([
      ['NUMBER_INVALID', ['amount']],
      ['VALUE_INVALID', ['owners', 0, 'payee']],
      ['NUMBER_INVALID', ['owners', 0, 'share']],
    ])
  })

  it('credit that cannot be read is a plan that was not defined', () => {
    expect(codesOf('1', shares(1), { ...handbook.commission } as never)).toEqual([
      ['POLICY_NOT_DEFINED', []],
    ])
  })
})
