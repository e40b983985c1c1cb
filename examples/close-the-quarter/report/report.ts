import type { Close } from '../close/quarter.js'
import { shownPayee } from '../policy.js'
import type { Company } from '../read/company.js'
import { appraisalSection } from './appraisal.js'
import { commissionSection } from './commission.js'
import { headSection } from './head.js'
import { healthSection } from './health.js'
import { leadSection } from './leads.js'
import { promotionSection } from './promotions.js'
import { rejectedSection } from './rejected.js'
import { statementSection } from './statement.js'

/** The page that is printed, but for the checks at its end. */
export function reportOn(company: Company, close: Close): string[] {
  const shown = close.settled.filter(({ rep }) => rep.rep === shownPayee)
  return [
    ...headSection(company, close),
    ...rejectedSection(company, close.refunds),
    ...shown.flatMap((one) => statementSection(one, company.orders.rejected)),
    ...commissionSection(close.settled, close.unsettled),
    ...appraisalSection(
      close.appraised,
      close.unsettled.map(({ rep }) => rep),
    ),
    ...leadSection(close.leads),
    ...healthSection(close.health),
    ...promotionSection(close.promotions),
  ]
}
