/**
 * The sales process: whether a deal may move on, where the funnel is slow and what it will bring, how fast cash comes in, which discount may
 * be granted, how complete records are, and what to do first.
 */
export { ageReceivables } from './ageReceivables.js'
export { checkDiscount } from './checkDiscount.js'
export { checkStage } from './checkStage.js'
export { collectionPeriod } from './collectionPeriod.js'
export { forecastPipeline } from './forecastPipeline.js'
export { measureCompleteness } from './measureCompleteness.js'
export { measureFunnel } from './measureFunnel.js'
export { prioritise } from './prioritise.js'
export { salesVelocity } from './salesVelocity.js'
export type {
  CollectionInput,
  CollectionPeriod,
  Completeness,
  Deal,
  DefinedSalesProcess,
  DiscountCheck,
  DiscountRequest,
  Forecast,
  ForecastInput,
  Funnel,
  FunnelInput,
  Invoice,
  OpenDeal,
  Priorities,
  ReceivablesAgeing,
  ReceivablesInput,
  RecordsInput,
  SalesProcess,
  SalesRecord,
  SalesVelocity,
  StageCheck,
  StageMove,
  Task,
  VelocityInput,
} from './types.js'
