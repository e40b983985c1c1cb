import {
  ageReceivables,
  type CollectionInput,
  type CollectionPeriod,
  type Completeness,
  checkDiscount,
  checkStage,
  collectionPeriod,
  type DefinedSalesProcess,
  type DiscountCheck,
  defineSalesProcess,
  type Forecast,
  type Funnel,
  forecastPipeline,
  handbook,
  measureCompleteness,
  measureFunnel,
  type Priorities,
  prioritise,
  type ReceivablesAgeing,
  type SalesProcess,
  type SalesVelocity,
  type StageCheck,
  salesVelocity,
} from 'sales-rules'
import { describe, expectTypeOf, it } from 'vitest'

const asOf = '2026-03-31'
const rules = { currency: 'EUR', stages: [{ id: 'offer' }, { id: 'order' }] }
const process = defineSalesProcess(rules)

describe('a sales process', () => {
  it('is defined before a deal is judged by it', () => {
    expectTypeOf(process).toEqualTypeOf<DefinedSalesProcess>()
    expectTypeOf(handbook.pipeline).toEqualTypeOf<DefinedSalesProcess>()
    expectTypeOf(checkStage({}, 'offer', process)).toEqualTypeOf<StageCheck>()
    // @ts-expect-error a process that nobody has checked
    checkStage({}, 'offer', process as SalesProcess)
    // @ts-expect-error a policy of another kind
    measureFunnel({ asOf, deals: [] }, handbook.leads)
    // @ts-expect-error by which process?
    prioritise([])
  })

  it('says how it is measured in words of ours', () => {
    defineSalesProcess({ ...rules, collection: { startsAt: 'due' }, receivables: { ageBy: 'due' } })
    // @ts-expect-error no date of an invoice
    defineSalesProcess({ ...rules, collection: { startsAt: 'signed' } })
    // @ts-expect-error receivables do not age by delivery
    defineSalesProcess({ ...rules, receivables: { ageBy: 'delivered' } })
    // @ts-expect-error of fields or of records
    defineSalesProcess({ ...rules, records: { target: 1, kinds: [], of: 'both' } })
    // @ts-expect-error in which currency?
    defineSalesProcess({ stages: rules.stages })
    // @ts-expect-error what is taken in exchange?
    defineSalesProcess({ ...rules, discounts: { authorities: [], exchange: {} } })
    // @ts-expect-error how much may the rung grant?
    defineSalesProcess({ ...rules, discounts: { authorities: [{ rung: 'rep' }] } })
  })

  it('is frozen', () => {
    // @ts-expect-error a process is defined anew, and not changed
    process.wonAt = 'offer'
    // @ts-expect-error nor is a part of it
    process.stages.push({ id: 'paid', to: [], requires: [], reports: [] })
  })
})

describe('a stage', () => {
  it('is asked for by its name, or by a move from one to another', () => {
    checkStage({ stories: 3 }, { from: 'offer', to: 'order' }, process)
    // @ts-expect-error to where?
    checkStage({}, { from: 'offer' }, process)
    // @ts-expect-error stages have names
    checkStage({}, 2, process)
    expectTypeOf<StageCheck['mayMove']>().toEqualTypeOf<boolean | 'unknown'>()
    expectTypeOf<StageCheck['missing'][number]['outcome']>().toEqualTypeOf<'unmet' | 'unknown'>()
  })
})

describe('a funnel', () => {
  it('is measured of deals, or of counts', () => {
    expectTypeOf(measureFunnel({ asOf, deals: [] }, process)).toEqualTypeOf<Funnel>()
    measureFunnel({ reached: { offer: 2, order: 1 }, medianDays: { offer: '1.5' } }, process)
    // @ts-expect-error as of which day?
    measureFunnel({ deals: [] }, process)
    // @ts-expect-error when did it come in?
    measureFunnel({ asOf, deals: [{ id: 'D-1' }] }, process)
    // @ts-expect-error since when is it in that stage?
    measureFunnel({ asOf, deals: [{ created: asOf, stages: [{ stage: 'offer' }] }] }, process)
    // @ts-expect-error deals are counted whole
    measureFunnel({ reached: { offer: '2', order: '1' } }, process)
    expectTypeOf<Funnel['won']>().toEqualTypeOf<number | null>()
  })

  it('has a velocity, of a win rate or of what was won and lost', () => {
    const levers = { open: 1, dealSize: '5', cycleDays: 9 }
    expectTypeOf(
      salesVelocity({ ...levers, winRate: null }, process),
    ).toEqualTypeOf<SalesVelocity>()
    salesVelocity({ ...levers, won: 1, lost: 2 }, process)
    // @ts-expect-error won of how many?
    salesVelocity({ ...levers, won: 1 }, process)
    // @ts-expect-error no lever of ours
    salesVelocity({ ...levers, winRate: 1, times: { luck: 2 } }, process)
  })

  it('has probabilities, which a forecast takes', () => {
    const { probabilities } = measureFunnel({ asOf, deals: [] }, process)
    const forecast = forecastPipeline({ asOf, deals: [], probabilities }, process)
    expectTypeOf(forecast).toEqualTypeOf<Forecast>()
    forecastPipeline({ asOf, deals: [{ stage: 'offer', value: 1 }], per: 'week' }, process)
    // @ts-expect-error no period of ours
    forecastPipeline({ asOf, deals: [], per: 'day' }, process)
    // @ts-expect-error worth what?
    forecastPipeline({ asOf, deals: [{ stage: 'offer' }] }, process)
    expectTypeOf<Forecast['setAside'][number]['reason']>().toEqualTypeOf<
      'no-date' | 'overdue' | 'won'
    >()
  })
})

describe('cash', () => {
  it('is collected in days of a ratio, of months, or of invoices', () => {
    const ratio = { receivables: 1, sales: 2, days: 30 }
    expectTypeOf(collectionPeriod(ratio, process)).toEqualTypeOf<CollectionPeriod>()
    collectionPeriod({ receivables: '1', months: [{ month: '2026-03', sales: '2' }] }, process)
    collectionPeriod({ asOf, invoices: [] }, process)
    // @ts-expect-error sales of how many days?
    const endless: CollectionInput = { receivables: 1, sales: 2 }
    collectionPeriod(endless, process)
    // @ts-expect-error days are counted, not measured
    collectionPeriod({ ...ratio, days: '30' }, process)
    expectTypeOf<CollectionPeriod['method']>().toEqualTypeOf<'ratio' | 'countback' | 'invoices'>()
    expectTypeOf<CollectionPeriod['setAside'][number]['reason']>().toEqualTypeOf<
      'no-date' | 'not-delivered' | 'credit-note'
    >()
  })

  it('is owed by day', () => {
    const invoice = { amount: '10', invoiced: asOf, terms: 30 }
    const ageing = ageReceivables({ asOf, invoices: [invoice] }, process)
    expectTypeOf(ageing).toEqualTypeOf<ReceivablesAgeing>()
    // @ts-expect-error paid when?
    ageReceivables({ asOf, invoices: [{ ...invoice, payments: [{ amount: '1' }] }] }, process)
    // @ts-expect-error a date is text
    ageReceivables({ asOf, invoices: [{ ...invoice, due: new Date(0) }] }, process)
  })
})

describe('a discount', () => {
  it('is asked for by a rung, off a list price', () => {
    const request = { rung: 'rep', listPrice: '100', price: '90' }
    expectTypeOf(checkDiscount(request, process)).toEqualTypeOf<DiscountCheck>()
    checkDiscount({ ...request, concessions: [{ id: 'instalments', inExchange: null }] }, process)
    // @ts-expect-error off which price?
    checkDiscount({ rung: 'rep', price: '90' }, process)
    // @ts-expect-error a list of what comes in exchange
    checkDiscount({ ...request, inExchange: 'prepayment' }, process)
    expectTypeOf<DiscountCheck['decision']>().toEqualTypeOf<
      'granted' | 'needs-approval' | 'refused' | 'unknown'
    >()
  })
})

describe('records and tasks', () => {
  it('have a kind and a time; not yet on record is null', () => {
    const visit = { kind: 'visit', occurred: '2026-03-02T10:00:00Z', fields: {}, recorded: null }
    const measured = measureCompleteness(
      { asOf: '2026-03-03T10:00:00Z', records: [visit] },
      process,
    )
    expectTypeOf(measured).toEqualTypeOf<Completeness>()
    // @ts-expect-error a record of what?
    measureCompleteness({ asOf, records: [{ occurred: asOf, fields: {} }] }, process)
    expectTypeOf<Completeness['met']>().toEqualTypeOf<boolean | null>()
  })

  it('have an id, and facts of any name', () => {
    const ranked = prioritise([{ id: 'call', important: 50, urgent: '50', kind: 'care' }], process)
    expectTypeOf(ranked).toEqualTypeOf<Priorities>()
    // @ts-expect-error which task?
    prioritise([{ important: 50, urgent: 50 }], process)
    // @ts-expect-error points are numbers
    prioritise([{ id: 'call', important: true, urgent: 50 }], process)
    expectTypeOf<Priorities['tasks'][number]['quadrant']>().toEqualTypeOf<1 | 2 | 3 | 4>()
  })
})
