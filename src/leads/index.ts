/**
 * Leads: which of them to call first, who calls them, and what they are worth. A model weighs what is known of a lead, sorts it into bands and filters
 * out what is no lead at all; the same model ranks lists, hands leads over to reps, reviews where leads come from, and ranks market segments.
 */

export { evaluateScores } from './evaluateScores.js'
export { rankLeads } from './rankLeads.js'
export { rankSegments } from './rankSegments.js'
export { reviewSources } from './reviewSources.js'
export { routeLeads } from './routeLeads.js'
export { scoreLead } from './scoreLead.js'
export { staleProfiles } from './staleProfiles.js'
export type {
  DefinedLeadModel,
  Disqualifier,
  EvaluationOptions,
  LeadFacts,
  LeadModel,
  LeadScore,
  LeadSource,
  LeadsToRoute,
  LeadToRank,
  ProfilesToCheck,
  RankedLead,
  RankedLeads,
  RankedSegments,
  RepWithPlaces,
  RoutedLeads,
  ScoredOutcome,
  ScoreEvaluation,
  SegmentToRank,
  SourceReview,
  SourcesToReview,
  StaleProfiles,
} from './types.js'
