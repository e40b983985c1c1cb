/** What the floors above compute health with. */
export { type ExactHealthModel, exactHealthModel } from './exactHealthModel.js'
export { readHealth } from './scoreHealth.js'
