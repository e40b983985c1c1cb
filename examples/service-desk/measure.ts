// Each case against its standard, all of them together, and what the appraisal and the gates of quality take of it.
import {
  type Attempt,
  appraise,
  attempt,
  checkQuality,
  checkServiceLevel,
  defineAppraisalScheme,
  measureServiceLevels,
  type ServiceCase,
  type ServiceLevel,
  type ServiceLevels,
} from 'sales-rules'
import { asOf, hours, standards } from './desk.js'

export interface Desk {
  readonly cases: readonly ServiceCase[]
  readonly levels: readonly Attempt<ServiceLevel>[]
  readonly measured: ServiceLevels
  readonly reps: readonly { readonly rep: string; readonly score: number | null }[]
  readonly quality: ReturnType<typeof checkQuality>
}

const scheme = defineAppraisalScheme({
  id: 'desk',
  missing: 'reweight',
  indicators: [
    { id: 'ticketsInTime', weight: 60, curve: { kind: 'ratio', cap: 100 } },
    { id: 'complaintsInTime', weight: 40, curve: { kind: 'ratio', cap: 100 } },
  ],
})

export function runDesk(cases: readonly ServiceCase[]): Desk {
  const measured = measureServiceLevels({ asOf, per: 'quarter', cases }, standards, hours)
  return {
    cases,
    levels: cases.map((one) =>
      attempt(() => checkServiceLevel({ ...one, asOf }, standards, hours)),
    ),
    measured,
    reps: ['Chen', 'Li'].map((rep) => ({ rep, score: scoreOf(rep, measured) })),
    quality: checkQuality(
      { onTimeDelivery: rateOf('delivery', measured), satisfactionOfFive: '4.6' },
      standards,
    ),
  }
}

function scoreOf(rep: string, measured: ServiceLevels): number | null {
  const results = {
    ticketsInTime: totalOf(measured, 'ticket', rep),
    complaintsInTime: totalOf(measured, 'complaint-answer', rep),
  }
  const known = Object.entries(results).filter(([, { target }]) => target > 0)
  return known.length === 0 ? null : appraise({ results: Object.fromEntries(known) }, scheme).score
}

/** Cases in time, of those decided: of one rep, or of all. */
export function totalOf({ groups }: ServiceLevels, standard: string, rep?: string) {
  const own = groups.filter(
    (group) => group.standard === standard && (rep === undefined || group.rep === rep),
  )
  return {
    actual: own.reduce((sum, { actual }) => sum + actual, 0),
    target: own.reduce((sum, { target }) => sum + target, 0),
  }
}

/** The gate is 95%: two digits of a ratio are enough to see whether it is reached, and are never rounded up to it. */
function rateOf(standard: string, measured: ServiceLevels): string {
  const { actual, target } = totalOf(measured, standard)
  return String(Math.floor((actual * 100) / target) / 100)
}
