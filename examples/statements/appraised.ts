// The appraisal of a rep of the region whose cycle is run in examples/appraisal-cycle.
import { runCycle } from '../appraisal-cycle/cycle.js'
import { reps } from '../appraisal-cycle/records.js'

const [quarter] = runCycle(reps)
const [first] = quarter?.graded ?? []
if (first === undefined) throw new Error('nobody was appraised')

/** The appraisal, as it was computed. */
export const appraised = first.appraisal
