/**
 * Leads: which of them to call first. A model weighs what is known of a lead, sorts it into bands and filters out what is no
 * lead at all.
 */

export { scoreLeadColumns } from '../batch/leads/scoreLeadColumns.js'
export { scoreLeadRows } from '../batch/leads/scoreLeadRows.js'
export { scoreLead } from './scoreLead.js'
export { scoreLeadEach } from './scoreLeadEach.js'
export type {
  DefinedLeadModel,
  Disqualifier,
  LeadColumns,
  LeadDisqualified,
  LeadFacts,
  LeadModel,
  LeadScore,
  LeadScores,
} from './types.js'
