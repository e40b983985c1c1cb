/**
 * One error model for the whole library: a wrong policy or input throws a {@link SalesRulesError} that carries every
 * problem found, each as plain data with a code, a path and a fix.
 */

/** Where in the policy or input a problem is: keys and array positions from the outside in. */
export type Path = readonly (string | number)[]

/** What each code says beside its message. */
export interface IssueParams {
  /** A number was expected. `suggestion` is the same number as we would read it, where that is plain. */
  NUMBER_INVALID: {
    readonly given: string
    readonly suggestion: string | null
    /** The largest exponent and the most characters, where these were exceeded. */
    readonly exponent?: number
    readonly characters?: number
    /** A keyword for what the number is, where something else may stand for it. */
    readonly expected?: string
  }
  /** More significant digits than can be read without loss (15 for a number, 34 for a string), or more decimals. */
  NUMBER_TOO_PRECISE: {
    readonly given: string
    readonly limit: number
    readonly counted?: 'decimals'
  }
  /** Outside its bounds; a bound that does not exist is null. */
  NUMBER_OUT_OF_RANGE: {
    readonly given: string
    readonly minimum: string | null
    readonly maximum: string | null
    /** A keyword for what the number is, where it is more than a number. */
    readonly expected?: string
    /** The currency whose decimals are the maximum, where it is one. */
    readonly currency?: string
  }
  /** A percentage where a ratio is due, or the other way round. */
  NUMBER_LOOKS_LIKE_PERCENT: {
    readonly given: string
    readonly suggestion: string
    readonly reason?: string
    /** The number given, in plain decimals, as the percentage that it would be. */
    readonly percent?: string
    /** The most that the ratio may be, where it is bounded. */
    readonly maximum?: string
  }
  /** A required value is absent. */
  VALUE_MISSING: {
    readonly expected: string
    /** The field of the policy that asks for it. */
    readonly field?: string
    /** In how many of how many places it was given. */
    readonly given?: number
    readonly of?: number
    /** The period whose plan it is. */
    readonly period?: string
  } & ExpectedValues
  /** A value of the wrong type or form. */
  VALUE_INVALID: {
    readonly given: string
    readonly expected: string
    readonly reason?: string
  } & ExpectedValues
  /** A word that is not one of the allowed ones. */
  VALUE_NOT_ALLOWED: {
    readonly given: string
    readonly allowed: readonly string[]
    readonly suggestion: string | null
  }
  /** A cyclic object, a value that is too deep, too long or that cannot be read. */
  VALUE_UNREADABLE: {
    /** A keyword. */
    readonly reason: string
    /** The most that would be read. */
    readonly limit?: number
  }
  /** A key that nothing reads. */
  UNKNOWN_KEY: {
    readonly key: string
    readonly known: readonly string[]
    readonly suggestion: string | null
  }
  /** A key that could change the prototype of an object. */
  KEY_FORBIDDEN: { readonly key: string }
  /** The same id twice where ids must differ. */
  ID_DUPLICATE: {
    readonly id: string
    readonly kind?: 'period' | 'weekday' | 'date' | 'payee' | 'row'
    readonly reason?: string
    /** Where it came before. */
    readonly period?: string
  }
  /** Not a calendar date `YYYY-MM-DD`. */
  DATE_INVALID: { readonly given: string }
  /** Not an instant with an offset, `2026-03-02T09:00:00+08:00`; or not a time of the wall clock, where one is asked for. */
  INSTANT_INVALID: {
    readonly given: string
    /** A keyword. */
    readonly reason?: string
  }
  /** A time that the clock of a place never shows: it is put forward over it. */
  LOCAL_TIME_MISSING: { readonly given: string; readonly zone: string }
  /** A time zone that nobody knows, or of which the runtime has no data. */
  ZONE_UNAVAILABLE: {
    readonly given: string
    /** A keyword. */
    readonly reason: string
  }
  /** Not a period `2026-03`, `2026-Q1`, `2026-H1`, `2026-W07` or `2026`. */
  PERIOD_INVALID: {
    readonly given: string
    /** A keyword, where it is a period and another one was expected. */
    readonly expected?: string
    readonly unit?: string
    readonly period?: string
  }
  /** Two dates in the wrong order. */
  DATES_OUT_OF_ORDER: {
    readonly from: string
    readonly to: string
    readonly reason?: string
    /** What is dated, and what came before it. */
    readonly given?: string
    readonly previous?: string
  }
  /** A date outside what a calendar or a timeline covers. */
  DATE_NOT_COVERED: {
    readonly date: string
    readonly from: string | null
    readonly to: string | null
    /** A keyword. */
    readonly reason?: string
    /** So many working days from the date, where these lead out. */
    readonly days?: number
  }
  /** Two versions in force on the same day. */
  VERSIONS_OVERLAP: {
    readonly first: string
    readonly second: string
    /** The last day of the first one, where it has one. */
    readonly lastDay?: string
    readonly reason?: string
    /** What both hold, since when, and the day on which both do. */
    readonly id?: string
    readonly firstFrom?: string
    readonly secondFrom?: string
    readonly date?: string
  }
  /** Periods of different length in one history. */
  PERIODS_MIXED: {
    readonly first: string
    readonly other: string
    readonly unit?: string
    readonly reason?: string
  }
  /** Periods of which one is missing or comes too early. */
  PERIODS_NOT_CONSECUTIVE: {
    readonly given: string
    readonly expected: string
    readonly reason?: string
  }
  /** A plan of another id, where nobody said what its coming means. */
  PLAN_CHANGED: { readonly was: string; readonly is: string; readonly reason?: string }
  /** A step of a procedure that cannot be taken now, and those that can. */
  STEP_NOT_ALLOWED: {
    readonly given: string
    readonly allowed: readonly string[]
    /** Where the procedure stands. */
    readonly previous: string
  }
  /** Fewer reviews from a group than make up a review. */
  REVIEWS_TOO_FEW: { readonly id: string; readonly given: string; readonly minimum: string }
  /** Something stored in a form that this version does not know. */
  FORMAT_UNKNOWN: { readonly given: string; readonly known: string }
  /** Weights that do not add up to 100. */
  WEIGHTS_NOT_100: { readonly total: string; readonly difference: string }
  /** No weight above zero, or one below it. */
  WEIGHTS_NOT_POSITIVE: { readonly weights: number; readonly reason?: string }
  /** A total that cannot be split into parts of so few decimals. */
  TOTAL_TOO_PRECISE: {
    readonly total: string
    readonly decimals: number
    readonly reason?: string
    /** The currency whose decimals they are, where it is one. */
    readonly currency?: string
  }
  /** Thresholds that do not rise, or bands that do not fall. */
  OUT_OF_ORDER: {
    readonly given: string
    readonly previous: string
    readonly expected?:
      | 'falling'
      | 'not-rising'
      | 'not-falling'
      | 'not-more'
      | 'fewer-days'
      | 'prize-before'
      | 'margin-not-more'
      | 'no-limit'
      | 'bounds'
      | 'quantiles'
  }
  /** The last tier has an end and nothing says what happens above it, or an inner tier has none. */
  SCALE_END: {
    readonly tier: string
    /** Its end; null where it is open. */
    readonly given?: string | null
    /** A keyword. */
    readonly reason?: string
  }
  /** Two parts of a policy that exclude each other. */
  POLICY_CONFLICT: {
    /** A keyword; the figures, words and fields that it speaks of stand beside it. */
    readonly reason: string
    readonly given?: string
    readonly expected?: string
    readonly minimum?: string
    readonly maximum?: string
    readonly id?: string
    readonly other?: string
    readonly field?: string
    readonly date?: string
    readonly dates?: readonly string[]
  }
  /** A policy that did not come from its define function, or from that of another version of this package. */
  POLICY_NOT_DEFINED: {
    readonly define: string
    /** A keyword. */
    readonly reason?: string
    /** The version that defined it, where it is another one than this `version`. */
    readonly definedBy?: string
    readonly version?: string
    /** What it is, or the function that it comes from. */
    readonly given?: string
  }
  /** A base below zero where the policy refuses it. */
  BASE_NEGATIVE: { readonly given: string }
  /** A target is needed to compute this and none was given. */
  TARGET_MISSING: {
    readonly needed: string
    /** In how many of how many periods it was given. */
    readonly given?: number
    readonly of?: number
  }
  /** More who tie for the last places than there are, where somebody has to decide. */
  TIE_UNDECIDED: {
    readonly places: number
    /** How many tie, and the first of them. */
    readonly count: number
    readonly tied: readonly string[]
  }
  /** An amount that no base earns. */
  SCALE_UNREACHABLE: { readonly amount: string; readonly highest: string | null }
  /** A commission that no sales earn, and what stops it. */
  COMMISSION_UNREACHABLE: {
    readonly amount: string
    readonly highest: string
    readonly reason: 'cap' | 'scale'
  }
  /** Shares of a sale that do not add up to the whole of it. */
  CREDIT_NOT_WHOLE: {
    readonly total: string
    readonly difference: string
    readonly reason?: string
  }
  /** Somebody credited on top of the whole, where the plan does not allow it. */
  OVERLAY_REFUSED: { readonly payee: string; readonly reason?: string }
  /** A line that the plan leaves out, by the rule of this id. */
  LINE_EXCLUDED: { readonly rule: string; readonly reason: string }
  /** A line whose status does not count. */
  STATUS_NOT_COUNTED: { readonly given: string | null; readonly accepted: readonly string[] }
  /** A line whose margin is below the floor, and what it would need: a higher amount, or a lower cost. */
  MARGIN_TOO_LOW: {
    readonly amount: string
    readonly margin: string
    readonly floor: string
    readonly amountNeeded: string | null
    readonly costAtMost: string
  }
  /** A line dated outside the period of its statement. */
  LINE_OUTSIDE_PERIOD: {
    readonly date: string
    readonly period: string
    readonly reason?: string
  }
  /** Two rules that match a line, neither more specific than the other. */
  RATE_CONFLICT: { readonly rules: readonly string[] }
  /** A refund of a line that is not there, or that did not count. */
  REFUND_UNKNOWN: { readonly refundOf: string; readonly reason?: string }
  /** A refund that says something else of its original than an earlier refund did. */
  REFUND_CONFLICT: {
    readonly refundOf: string
    /** The refund that came first. */
    readonly first: string
    readonly given: string
    readonly expected: string
  }
  /** A sale of which refunds and clawbacks together take back more than it has earned. */
  TAKEN_BACK_TWICE: {
    readonly id: string
    readonly earned: string
    readonly refunded: string
    readonly clawedBack: string
  }
  /** Two first orders of one customer, or lines of one order that disagree. */
  FIRST_ORDER_TWICE: {
    /** The order, or the line, that came first. */
    readonly first: string
    readonly customer: string | null
    readonly reason?: string
  }
  /** A refund of more than what is left of its original. */
  REFUND_TOO_LARGE: {
    readonly given: string
    readonly refundOf: string
    readonly open: string
  }
  /** More was invoiced or collected than what is still open. */
  PAID_TOO_MUCH: {
    readonly given: string
    readonly line: string
    readonly open: string
    readonly reason?: string
  }
  /** A line that nothing knows. */
  LINE_UNKNOWN: { readonly line: string }
  /** A sale that nobody owns on its day. */
  OWNER_UNKNOWN: { readonly customer: string; readonly date: string }
  /** Somebody who reports, over others, to themselves. */
  REPORTING_CYCLE: {
    readonly payee: string
    /** From the payee up, and back to the payee. */
    readonly people: readonly string[]
    readonly date: string
  }
  /** What is settled of a target, or the shares of a level, is more than there is, or less and nobody has the rest. */
  TARGET_NOT_ADDING_UP: {
    /** A keyword for what is settled. */
    readonly reason: string
    /** What there is to allot, and what is settled of it. */
    readonly amount: string
    readonly settled: string
    readonly difference: string
  }
  /** A target that comes to nothing, which no sales can be measured by, and how much of the period counts. */
  TARGET_ZERO: {
    readonly period: string
    readonly counted: number
    readonly of: number
    readonly by: 'day' | 'month' | 'working-day'
  }
  /** A period whose books are still open. */
  PERIOD_NOT_CLOSED: {
    readonly period: string
    readonly closedThrough: string
    readonly reason?: string
  }
  /** A correction of a period that changes others, which are not given. */
  PERIODS_TO_RESTATE: { readonly period: string; readonly periods: readonly string[] }
  /** No exchange rate is given for a currency and a day. */
  EXCHANGE_RATE_MISSING: { readonly currency: string; readonly date: string }
  /** What was counted before a shuffle and what came out of it do not agree. */
  NOT_RECONCILED: {
    readonly reason: 'lines' | 'missing' | 'policy' | 'sales' | 'twice' | 'unknown'
    readonly payee: string
    readonly given?: string
    readonly expected?: string
  }
  /** Amounts of two currencies that would be added. */
  CURRENCY_MIXED: {
    readonly given: string
    readonly expected: string
    readonly line?: string
    readonly reason?: string
  }
  /** A plan that cannot be computed from running totals, and the field of it that asks for the lines together. */
  PLAN_NEEDS_LINES: {
    readonly field: string
    readonly reason?: string
    readonly award?: string
  }
  /** A fact that the policy refuses to do without. */
  FACT_MISSING: {
    readonly id: string
    readonly reason?: string
    /** The weight of what is known, in percent, and the least that it must be, where that is too little. */
    readonly knownWeight?: string
    readonly atLeast?: string
  }
  /** A long run that its signal has stopped, and how many rows, points or runs were done. */
  RUN_STOPPED: { readonly done: number; readonly of: number | null }
  /** A figure from a source that the policy does not accept. */
  SOURCE_REFUSED: {
    readonly source: string | null
    readonly accepted: readonly string[]
    readonly reason?: string
  }
  /** A currency whose number of decimals is not known. */
  CURRENCY_UNKNOWN: { readonly given: string }
  /** Too few of something for a figure to say much. */
  SAMPLE_TOO_SMALL: { readonly of: string; readonly given: number; readonly minimum: number }
  /** A name that the policy does not have. */
  NOT_IN_POLICY: {
    /** What was to be named: `rung`, `band`, `part`. */
    readonly expected?: string
    readonly given: string
    readonly known: readonly string[]
    readonly suggestion: string | null
  }
  // What lint finds.

  /** More sales are paid less: `given` is paid `amount` less than `other`. */
  PAY_FALLS: { readonly given: string; readonly other: string; readonly amount: string }
  /** A little more sold is paid much more. */
  PAY_JUMPS: { readonly given: string; readonly other: string; readonly amount: string }
  /** Sales are paid more than they bring. */
  PAY_ABOVE_SALES: { readonly given: string; readonly amount: string }
  /** A tier, or a step, that pays what the one before it pays. */
  TIER_WITHOUT_EFFECT: { readonly other: string }
  /** A tier that has ended where the gate opens. */
  TIER_NEVER_PAYS: { readonly given: string }
  /** A tier that begins where a cap is reached already. */
  TIER_ABOVE_CAP: { readonly maximum: string }
  /** A cap that nothing reaches. */
  CAP_WITHOUT_EFFECT: { readonly maximum: string }
  /** Nothing says over which period tiers count: by month they pay `amount`, by year `other`. */
  TIERS_WITHOUT_PERIOD: { readonly amount: string; readonly other: string }
  /** Tiers of one span, where payments or caps are of another. */
  TIERS_OF_OTHER_SPAN: { readonly field: string; readonly unit: string; readonly other: string }
  /** An order that is moved over the end of a period is paid more. */
  ORDER_MOVED_PAYS_MORE: { readonly given: string; readonly amount: string }
  /** An order that is written as two is paid more. */
  ORDERS_SPLIT_PAY_MORE: { readonly given: string; readonly amount: string }
  /** Two orders that are written as one are paid more. */
  ORDERS_JOINED_PAY_MORE: { readonly given: string; readonly amount: string }
  /** A convention that most others do not have. */
  CONVENTION_UNUSUAL: { readonly given: string; readonly expected: string }
  /** A part of a score beside which no other part counts. */
  PART_DECIDES_ALL: { readonly id: string }
  /** A part of a score that counts for nothing. */
  PART_WITHOUT_EFFECT: { readonly id: string }
  /** A band, or a grade, that no score is in. */
  BAND_UNREACHABLE: { readonly id: string; readonly minimum: string; readonly maximum: string }
  /** A level that has no more points than the one before it. */
  LEVEL_WITHOUT_EFFECT: { readonly id: string; readonly given: string }
  /** A grade that gets more than a better one. */
  WORSE_GRADE_GETS_MORE: {
    readonly id: string
    readonly given: string
    readonly other: string
    readonly maximum: string
  }
  /** A condition that no facts meet. */
  CONDITION_NEVER_MET: { readonly id: string }
  /** A condition that all facts meet. */
  CONDITION_ALWAYS_MET: { readonly id: string }
  /** A rung, or a stage, that nothing leads to. */
  NEVER_REACHED: { readonly id: string }
  /** A figure that is of no rung: above the standard of one, below that of the next. */
  BETWEEN_STANDARDS: { readonly id: string; readonly other: string; readonly given: string }
  /** A field that changes nothing as it is. */
  FIELD_WITHOUT_EFFECT: Readonly<Record<never, never>>
  /** A month whose target is 0. */
  MONTH_WITHOUT_TARGET: Readonly<Record<never, never>>
  /** A figure that falls where such figures rise. */
  LATER_IS_LESS: { readonly given: string; readonly other: string }
  /** A ramp that does not end at the whole target. */
  NEVER_WHOLE: { readonly given: string }
  /** Terms that ask back more than the law lets an employer ask. */
  TERMS_ABOVE_LAW: { readonly given: string; readonly maximum: string }
  /** A policy document after whose last version nothing is in force. */
  POLICY_ENDS: { readonly date: string }
  /** Days between two versions on which neither is in force. */
  VERSIONS_LEAVE_HOLE: { readonly from: string; readonly to: string }
  /** A version or a group that decides what another one decides. */
  DECIDES_THE_SAME: { readonly id: string; readonly other: string }
  /** A plan that takes the place of another within a period of its tiers. */
  VERSION_WITHIN_PERIOD: { readonly date: string; readonly unit: string }
  /** A plan that goes within a period of its tiers, and that nothing of its own follows. */
  PLAN_GONE_WITHIN_PERIOD: { readonly date: string; readonly unit: string }
  /** Two sections whose years start in different months. */
  YEARS_DIFFER: { readonly given: string; readonly other: string }
  /** A grade that the grading of the same version does not give. */
  GRADE_UNKNOWN: {
    readonly given: string
    readonly known: readonly string[]
    readonly suggestion: string | null
  }
  /** A policy of a kind that lint does not look at. */
  NOT_LOOKED_AT: { readonly given: string }
  /** A condition with too many ways to meet it; or one that is not compared, of which fact. */
  CONDITION_UNDECIDED: { readonly id: string | null }
}

/** What a keyword for what is expected leaves open. */
export interface ExpectedValues {
  readonly minimum?: string
  readonly maximum?: string
  /** The words that are allowed. */
  readonly allowed?: readonly string[]
  /** What is counted, or the type of a value. */
  readonly unit?: string
  /** How many are expected. */
  readonly count?: number
}

/** The name of a problem; it never changes its meaning. */
export type IssueCode = keyof IssueParams

/** One problem of a policy or an input. `code` narrows `params`. */
export type Issue = {
  [Code in IssueCode]: {
    readonly code: Code
    /** An error stops the rule; a warning does not. A note, which only lint has, is to be known, and may well be meant. */
    readonly severity: 'error' | 'warning' | 'note'
    readonly path: Path
    readonly params: IssueParams[Code]
    /** One English sentence: where, what was given, what is needed, the fix. */
    readonly message: string
    /** The clause of the handbook that asks for it, where there is one. */
    readonly clause?: string
  }
}[IssueCode]

const MARK = /* @__PURE__ */ Symbol.for('sales-rules/error')

/**
 * Thrown by every function of this library that is given a wrong policy or input. Holds all problems at once.
 *
 * `instanceof` knows the errors of every copy of the library in the program (an ES module and a CommonJS one, two bundles).
 * `structuredClone`, and so a worker's `postMessage`, keeps of an error its message alone: send its `issues`, which are plain
 * JSON, and make a `new SalesRulesError(issues)` of them where they arrive.
 *
 * @example What was wrong, as data and as text
 * ```ts
 * import { round, SalesRulesError } from 'sales-rules'
 *
 * try {
 *   round('12,000', { decimals: 0 })
 * } catch (error) {
 *   if (!(error instanceof SalesRulesError)) throw error
 *   error.issues[0]?.code // => 'NUMBER_INVALID'
 *   error.issues[0]?.message // => 'value: got "12,000", expected a plain decimal. Did you mean "12000"?'
 * }
 * ```
 */
export class SalesRulesError extends Error {
  // Defined and not assigned: where a host has frozen `Error.prototype`, whose name it stands before, an assignment would throw.
  override name = 'SalesRulesError'
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    super(summarize(issues))
    this.issues = issues
    Object.defineProperty(this, MARK, { value: true })
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a class that extends this one inherits this, and has instances of its own.
    if (this === SalesRulesError) return isMarked(value)
    // biome-ignore lint/complexity/noThisInStatic: as above.
    return Function.prototype[Symbol.hasInstance].call(this, value)
  }
}

function isMarked(value: unknown): boolean {
  try {
    return (value as { readonly [MARK]?: unknown } | null | undefined)?.[MARK] === true
  } catch {
    // A proxy that throws.
    return false
  }
}

const MOST_MESSAGES = 100

/** A log keeps the first of many; `issues` has them all. */
function summarize(issues: readonly Issue[]): string {
  const messages = issues.slice(0, MOST_MESSAGES).map(({ message }) => message)
  const left = issues.length - messages.length
  return [...messages, ...(left === 0 ? [] : [`… and ${left} more`])].join('\n')
}

/**
 * A kind of problem: its code, and the English sentence that says what is wrong, made of its params and of nothing else. A code is one
 * exported constant in the `issues.ts` of the kernel or of the room it belongs to, so that bundlers drop those that nothing uses.
 */
export interface Code<Params extends object = object> {
  readonly code: IssueCode
  /** Params that every issue of this kind has: of one code, they tell one sentence from another. */
  readonly fixed: Readonly<Record<string, string | null>>
  readonly text: (params: Params) => string
}

/**
 * Defines a kind of problem: `code('DATE_INVALID', ({ given }) => …)`, or one sentence of several that a code has, told apart by
 * params that are always the same: `code('VALUE_MISSING', { expected: 'cost' }, () => …)`. A sentence that needs a param which the code has
 * only at times names it in the type of what it takes: `({ limit }: { limit: number }) => …`. Params are values, never sentences.
 */
export function code<Name extends IssueCode>(
  name: Name,
  text: (params: IssueParams[Name]) => string,
): Code<IssueParams[Name]>
export function code<Name extends IssueCode, const Fixed extends Partial<IssueParams[Name]>>(
  name: Name,
  fixed: Fixed,
  text: (params: Omit<IssueParams[Name], keyof Fixed>) => string,
): Code<Omit<IssueParams[Name], keyof Fixed>>
export function code<
  Name extends IssueCode,
  const Fixed extends Partial<IssueParams[Name]>,
  Params extends object,
>(
  name: Name,
  fixed: Fixed,
  text: ((params: Params) => string) & OnlyOf<Omit<IssueParams[Name], keyof Fixed>, Params>,
): Code<Params>
export function code(name: IssueCode, fixed: object, text?: object): unknown {
  return text === undefined ? { code: name, fixed: {}, text: fixed } : { code: name, fixed, text }
}

/** Anything, where all params are those of the code. */
type OnlyOf<Known, Params> = [Params] extends [Known]
  ? [Exclude<keyof Params, keyof Known>] extends [never]
    ? unknown
    : never
  : never

/** What may be expected of a value: a keyword, and its English words, which may need values. */
export interface Expected<Needed extends keyof ExpectedValues = never> {
  readonly keyword: string
  readonly words: (values: Needs<Needed>) => string
}

type Needs<Needed extends keyof ExpectedValues> = Required<Pick<ExpectedValues, Needed>>

/** A value that is missing, or is not what is expected. */
export function invalid(value: unknown, path: Path, expected: Expected): Issue
export function invalid<Needed extends keyof ExpectedValues>(
  value: unknown,
  path: Path,
  expected: Expected<Needed>,
  values: Needs<Needed>,
): Issue
export function invalid(
  value: unknown,
  path: Path,
  { keyword, words }: Expected<keyof ExpectedValues>,
  values: object = {},
): Issue {
  const params = { expected: keyword, ...values }
  const needed = `expected ${words(values as Required<ExpectedValues>)}.`
  if (value === undefined || value === null)
    return issueOf('VALUE_MISSING', path, params, `is missing, ${needed}`)
  const given = show(value)
  return issueOf('VALUE_INVALID', path, { given, ...params }, `got ${given}, ${needed}`)
}

/** A value that is missing, or that a kind of problem says is not what is expected. */
export function missingOr(
  kind: Code<{ readonly given: string }>,
  value: unknown,
  path: Path,
  expected: Expected,
): Issue {
  if (value === undefined || value === null) return invalid(value, path, expected)
  return at(kind, path, { given: show(value) })
}

/** Makes an issue of a kind. */
export function at<Params extends object>(
  { code, fixed, text }: Code<Params>,
  path: Path,
  params: Params,
): Issue {
  return issueOf(code, path, { ...fixed, ...params }, text(params))
}

/** The message is the path followed by the sentence. */
function issueOf(code: IssueCode, path: Path, params: object, sentence: string): Issue {
  const message = path.length === 0 ? sentence : `${formatPath(path)}: ${sentence}`
  return { code, severity: 'error', path, params, message } as Issue
}

/** The same issue as a warning: it is reported, and stops nothing. */
export function asWarning(issue: Issue): Issue {
  return { ...issue, severity: 'warning' }
}

/** The same issue, seen from further out: its path starts with `path`. */
export function under(path: Path, issue: Issue): Issue {
  return moved([...path, ...issue.path], issue)
}

/** The same issue in another place. */
export function moved(path: Path, issue: Issue): Issue {
  const { code, path: inner, params, message } = issue
  const text = inner.length === 0 ? message : message.slice(formatPath(inner).length + 2)
  return { ...issue, ...issueOf(code, path, params, text), severity: issue.severity }
}

/** Runs a call on a part of an input; what is wrong with it is named with the path of the part. */
export function within<Value>(path: Path, call: () => Value): Value {
  try {
    return call()
  } catch (error) {
    if (!(error instanceof SalesRulesError)) throw error
    throw new SalesRulesError(error.issues.map((issue) => under(path, issue)))
  }
}

/** Adds an issue, unless there are so many that more would tell nobody anything. */
export function add(issues: Issue[], issue: Issue): void {
  refuseIfTooMany(issues)
  issues.push(issue)
}

/** Throws when there is at least one issue. */
export function refuseIfAny(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new SalesRulesError(issues)
}

/** More would tell nobody anything. */
export const MOST_ISSUES = 1000

/** Throws when there are so many issues that more would tell nobody anything: a column was mistaken, or the whole input. */
export function refuseIfTooMany(issues: readonly Issue[]): void {
  if (issues.length >= MOST_ISSUES) throw new SalesRulesError(issues)
}

/** Throws a single issue. */
export function refuse<Params extends object>(
  kind: Code<Params>,
  path: Path,
  params: Params,
): never {
  throw new SalesRulesError([at(kind, path, params)])
}

/** `['scale', 'tiers', 1, 'rate']` as `scale.tiers[1].rate`. */
export function formatPath(path: Path): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else text += text === '' ? clip(step) : `.${clip(step)}`
  }
  return text
}

/** A value as it was given, short enough for a message. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(clip(value))
  if (value === null || ['undefined', 'number', 'boolean'].includes(typeof value))
    return String(value)
  return typeof value === 'object' ? kindOf(value) : `a ${typeof value}`
}

function kindOf(value: object): string {
  try {
    if (Array.isArray(value)) return 'an array'
    return value instanceof Date ? 'a Date' : 'an object'
  } catch {
    // A proxy that throws.
    return 'an object'
  }
}

const LONGEST_SHOWN = 40

function clip(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`
}

/** The known word that a wrong one was most likely meant to be, or null. */
export function closest(word: string, known: readonly string[]): string | null {
  if (word.length > LONGEST_SHOWN) return null
  let best: string | null = null
  // A third of the letters may be wrong; a word of one or two letters must be right but for its case.
  let bestDistance = Math.floor(word.length / 3) + 1
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Levenshtein: the fewest insertions, deletions and replacements that turn one word into the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const letter of from) {
    let left = Number.POSITIVE_INFINITY
    row = row.map((above, column) => {
      const replaced = (row[column - 1] ?? left) + (letter === to[column - 1] ? 0 : 1)
      left = Math.min(left + 1, above + 1, replaced)
      return left
    })
  }
  return row[to.length] ?? 0
}

/** "Did you mean …?" or nothing. */
export function didYouMean(suggestion: string | null): string {
  return suggestion === null ? '' : ` Did you mean ${JSON.stringify(suggestion)}?`
}
