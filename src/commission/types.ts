/** The types of the room: what a plan says, what comes in, what comes out. */
export type * from './credit/types.js'
export type * from './lines/types.js'
export type * from './plan/terms.js'
export type * from './plan/types.js'
export type * from './settle/types.js'
export type * from './statement/types.js'
