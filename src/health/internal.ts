/** What the floors above compute health with. */
export { type ExactHealthModel, exactHealthModel } from './exactHealthModel.js'
export { badParts, readHealth } from './scoreHealth.js'
