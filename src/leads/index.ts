/**
 * Leads: which of them to call first. A model weighs what is known of a lead, sorts it into bands and filters out what is no
 * lead at all.
 */

export { scoreLead } from './scoreLead.js'
export type {
  DefinedLeadModel,
  Disqualifier,
  LeadFacts,
  LeadModel,
  LeadScore,
} from './types.js'
