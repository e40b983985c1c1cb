/** The types of the room: what a plan says, what comes in, what comes out. */
export type * from './types/credit.js'
export type * from './types/input.js'
export type * from './types/payment.js'
export type * from './types/plan.js'
export type * from './types/statement.js'
export type * from './types/terms.js'
