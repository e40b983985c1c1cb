/** What the floors above compute leads with. */
export { type ExactLeadModel, exactLeadModel } from './exactLeadModel.js'
export { readLead, reasonsOf } from './read.js'
