/** The texts of the sales process in Simplified Chinese. */
import type * as kinds from '../../pipeline/issues.js'
import type { Texts } from '../kinds.js'
import { didYouMean, got } from './words.js'

export const pipeline: Texts<typeof kinds> = {
  STAGE_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，销售流程里没有这个阶段。阶段有：${known.join('、')}。${didYouMean(suggestion)}`,
  RUNG_WITHOUT_AUTHORITY: ({ given, known, suggestion }) =>
    `${got(given)}，按这个流程无权给予折扣。有权的职级：${known.join('、')}。${didYouMean(suggestion)}`,
  CONCESSION_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，流程里没有这项让步。让步有：${known.join('、')}。${didYouMean(suggestion)}`,
  EXCHANGE_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，流程不接受以此作为对等条件。可接受的有：${known.join('、')}。${didYouMean(suggestion)}`,
  RECORD_KIND_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，流程没有规定这类记录怎样算完整。类别有：${known.join('、')}。${didYouMean(suggestion)}`,
  PROCESS_SECTION_MISSING: ({ given, known }) =>
    `流程里没有 ${given}，无法判断。已有：${known.join('、')}。请补上 ${given}。`,
  BEFORE_CREATED: ({ from, to }) => `收到 ${from}，早于商机的创建日期 ${to}。请更正其中一个。`,
  AFTER_AS_OF: ({ from, to }) =>
    `收到 ${from}，晚于查询所截至的 ${to}。请更正，或改用更晚的截至日期。`,
  AFTER_LOST: ({ from, to }) =>
    `收到 ${from}，而商机已在 ${to} 输单。请更正其中一个，或不要填 "lost"。`,
  RECORDED_BEFORE: ({ from, to }) => `收到 ${from}，早于事情发生的 ${to}。请更正其中一个。`,
  DUE_BEFORE_INVOICED: ({ from, to }) => `收到 ${from}，早于开票日期 ${to}。请更正其中一个。`,
  WON_AND_LOST: ({ date, other }) => `商机在 ${date} 赢单，又在 ${other} 输单。请去掉其中一个。`,
  FUNNEL_RISES: ({ given, previous }) =>
    `收到 ${given} 个商机，多于上一阶段的 ${previous} 个：到达某一阶段的，必先到达它之前的各阶段。`,
  DEAL_CURRENCY: ({ given, expected }) => `${got(given)}，而流程以 ${expected} 计。请先换算金额。`,
  INVOICE_PAID_TOO_MUCH: ({ given, line, open }) =>
    `收到 ${given}，而 ${line} 只有 ${open} 未付。退款请记在红字发票上；多付的部分请单独记录。`,
  MONTHS_WITH_GAP: ({ given, expected }) => `收到 ${given}，应为 ${expected}：倒推的月份必须连续。`,
  A_MONTH: () => '月份，例如 "2026-03"',
  MOVE_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，这不是流程里的另一个阶段。阶段有：${known.join('、')}。${didYouMean(suggestion)}`,
  WON_AT_FIRST_STAGE: ({ id }) => `"${id}" 是第一个阶段，这样每条线索都算赢单。请写后面的阶段。`,
  AUTHORITY_SHRINKS: ({ given, previous }) =>
    `收到 ${given}，小于前一职级的 ${previous}：职级越靠后，批准的权限越大。`,
  MARGIN_RISES: ({ given, previous }) =>
    `收到 ${given}，大于前一职级的 ${previous}：职级越靠后，批准的权限越大。`,
  LIMIT_ADDED: ({ given }) =>
    `收到 ${given}，而前一职级没有这项限制：职级越靠后，批准的权限越大。请去掉，或给前一职级也设一个。`,
  PROBABILITY_MISSING: ({ field }) =>
    `缺失，而传入的概率和流程都没有说明处于 "${field}" 的商机赢单概率是多少。请给出一个。`,
}
