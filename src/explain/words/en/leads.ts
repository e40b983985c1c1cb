/** What is said of leads in English. */
export const leads = {
  score: {
    title: 'Lead score',
    scored: (p: { score: string; band: string }) => `The lead scores ${p.score}, “${p.band}”.`,
    disqualified: (p: { reasons: string; clause: string }) =>
      `The lead is invalid: ${p.reasons} (${p.clause}).`,
    next: (p: { remaining: string; band: string; from: string }) =>
      `${p.remaining} more points reach “${p.band}”, which starts at ${p.from}.`,
    highValue: 'It is of high value.',
    wouldScore: (p: { score: string }) => `Apart from that it would score ${p.score}.`,
    fit: (p: { score: string; band: string }) =>
      `The fit of its profile is ${p.score}, “${p.band}”.`,
    intent: (p: { score: string; band: string }) =>
      `The intent of its behaviour is ${p.score}, “${p.band}”.`,
    result: 'Result',
    above: 'The band above',
    parts: 'What the score is made of',
    fitParts: 'What the fit is made of',
    intentParts: 'What the intent is made of',
    reasons: 'Why the lead is invalid',
    axis: {
      score: 'score',
      fit: 'fit',
      intent: 'intent',
    },
  },
  rank: {
    title: 'Leads from the best to the last',
    none: 'No lead is ranked.',
    lead: (p: { id: string; rank: string; score: string; band: string }) =>
      `${p.id} has rank ${p.rank}, with ${p.score}, “${p.band}”.`,
    behind: (p: { remaining: string; other: string }) => `It is ${p.remaining} behind ${p.other}.`,
    disqualified: (p: { id: string; reasons: string }) => `${p.id} is invalid: ${p.reasons}.`,
    someNotCounted: 'Some rows cannot be read; the list says why.',
    leads: 'Leads',
    disqualifiedLeads: 'Invalid leads',
    notCounted: 'Rows that cannot be read',
    above: 'The bands above',
    parts: 'What the scores are made of',
  },
  route: {
    title: 'Who gets which lead',
    none: 'No lead is handed out.',
    assigned: (p: { lead: string; score: string; rep: string; because: string }) =>
      `${p.lead} (${p.score}) goes to ${p.rep}: ${p.because}.`,
    waiting: (p: { lead: string; score: string; because: string }) =>
      `${p.lead} (${p.score}) waits: ${p.because}.`,
    because: {
      'senior-first': 'high value goes to seniors first',
      'seniors-full': 'no senior has a place',
      turn: 'by turn',
      'no-place': 'nobody has a place',
      'no-senior-place': 'no senior has a place',
    },
    assignedLeads: 'Assigned',
    waitingLeads: 'Waiting',
    reps: 'Reps',
  },
  sources: {
    title: 'What each source of leads is worth',
    none: 'No source counts.',
    rated: (p: { id: string; verdict: string; rate: string; won: string; decided: string }) =>
      `${p.id}: ${p.verdict}; ${p.rate} of its decided leads were won, ${p.won} of ${p.decided}.`,
    unrated: (p: { id: string; verdict: string }) =>
      `${p.id}: ${p.verdict}; none of its leads is decided.`,
    needed: (p: { id: string; decidedNeeded: string }) =>
      `${p.id}: decided leads that would settle it: ${p.decidedNeeded}.`,
    shiftTo: (p: { sources: string }) => `A budget may move to ${p.sources}.`,
    threshold: (p: { threshold: string }) => `The threshold is ${p.threshold}.`,
    sources: 'Sources',
    kept: 'To which a budget may move',
  },
  evaluation: {
    title: 'How well a score tells who is won',
    auc: (p: { auc: string }) =>
      `A won lead scores more than a lost one with a chance of ${p.auc}.`,
    none: 'The leads that are decided do not tell how good the score is.',
    lift: (p: { top: string; lift: string }) =>
      `The best-scored ${p.top} are won ${p.lift} times as often as all.`,
    rate: (p: { rate: string; won: string; decided: string }) =>
      `Of the decided leads, ${p.rate} were won: ${p.won} of ${p.decided}.`,
    calibrated: (p: { error: string }) =>
      `Predicted and actual chances differ by ${p.error} on average.`,
    figures: 'Figures',
    bands: 'By band',
    calibration: 'Predicted against actual',
    calibrationError: 'Error of the prediction',
    drift: 'What has changed since before',
    before: 'The period before',
    driftBands: 'Share of each band before and now',
    warnings: 'Warnings',
  },
  segments: {
    title: 'Segments in the order in which to develop them',
    none: 'No segment is ranked.',
    segment: (p: { id: string; rank: string; score: string }) =>
      `${p.id} has rank ${p.rank}, with ${p.score}.`,
    segments: 'Segments',
  },
  stale: {
    title: 'Customer profiles to refresh',
    none: (p: { current: string }) => `All profiles are current: ${p.current}.`,
    never: (p: { id: string }) => `${p.id} was never refreshed.`,
    overdue: (p: { id: string; days: string; refreshBy: string }) =>
      `${p.id} is overdue by ${p.days} days: it was to be refreshed by ${p.refreshBy}.`,
    current: (p: { current: string }) => `Current: ${p.current}.`,
    profiles: 'Profiles',
    result: 'Result',
  },
}
