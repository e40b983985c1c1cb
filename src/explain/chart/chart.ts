import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Locale } from '../explainIssue.js'
import { drawAttainment } from './attainment.js'
import { writeFigure } from './figure.js'
import { drawFunnel } from './funnel.js'
import { writeNode } from './markup.js'
import { type Drawing, type Page, pageNode } from './page.js'
import { drawPayAgainstAttainment } from './payAgainstAttainment.js'
import { drawPayoutCurve } from './payoutCurve.js'
import { drawPayoutCurves } from './payoutCurves.js'
import { drawSensitivity } from './sensitivity.js'
import { drawSimulation } from './simulation.js'
import { drawSweep } from './sweep.js'
import type { ChartOptions, Picture } from './types.js'
import { figureVoiceOf } from './voice.js'
import { drawWaterfall } from './waterfall.js'
import { drawWhatIf } from './whatIf.js'
import { drawWinnersAndLosers } from './winnersAndLosers.js'
import { drawYearToDate } from './yearToDate.js'

/**
 * Draws an outcome: an SVG in one text, without scripts, fonts or files beside it. Its title states what the outcome shows.
 *
 * @example Where Ann stands
 * ```ts
 * import { calculateCommission, commissionCurve, handbook } from 'sales-rules'
 * import { chart } from 'sales-rules/explain'
 *
 * const target = '1200000'
 * const curve = commissionCurve(handbook.commission, { target })
 * const statement = calculateCommission({ payee: 'Ann', sales: '1500000', target }, handbook.commission)
 * const svg = chart({ kind: 'payout-curve', curve, statement }, { locale: 'en' })
 * svg.match(/<title>(.*?)<\/title>/)?.[1]
 * // => 'Ann: sales of CNY 1,500,000.00 pay CNY 50,000.00. CNY 500,000.00 more, and each further unit earns 5%.'
 * ```
 */
export function chart(picture: Picture, options: ChartOptions): string {
  const issues: Issue[] = []
  const { page, format } = readOptions(options, issues)
  const fields = read.record(picture, ['picture'], issues) ?? {}
  const kind = read.word(fields['kind'], ['picture', 'kind'], KINDS, issues)
  issue.refuseIfAny(issues)
  const drawing = issue.within(['picture'], () => DRAW[kind ?? 'payout-curve'](fields, page))
  return format === 'html' ? writeFigure(drawing, page) : writeNode(pageNode(drawing, page))
}

const DRAW: Readonly<Record<Picture['kind'], (fields: read.Fields, page: Page) => Drawing>> = {
  attainment: drawAttainment,
  funnel: drawFunnel,
  'pay-against-attainment': drawPayAgainstAttainment,
  'payout-curve': drawPayoutCurve,
  'payout-curves': drawPayoutCurves,
  sensitivity: drawSensitivity,
  simulation: drawSimulation,
  sweep: drawSweep,
  waterfall: drawWaterfall,
  'what-if': drawWhatIf,
  'winners-and-losers': drawWinnersAndLosers,
  'year-to-date': drawYearToDate,
}

const KINDS = Object.keys(DRAW) as readonly Picture['kind'][]

const LOCALES: readonly Locale[] = ['en', 'zh-CN', 'zh-TW']
const FORMATS = ['svg', 'html'] as const
const WIDTHS = { minimum: 320, maximum: 1200 }
const PHONE = 400

function readOptions(options: unknown, issues: Issue[]) {
  const path = ['options']
  const fields = read.fields(options, path, ['locale', 'format', 'width'], issues) ?? {}
  const { required, optional } = read.of(fields, path, issues)
  const locale = required('locale', (...given) => read.word(given[0], given[1], LOCALES, given[2]))
  const format = optional('format', (...given) => read.word(given[0], given[1], FORMATS, given[2]))
  const width = optional('width', (...given) => read.integer(...given, WIDTHS)) ?? PHONE
  const voice = figureVoiceOf(locale ?? 'en')
  return { format, page: { voice, words: voice.words, width } }
}
