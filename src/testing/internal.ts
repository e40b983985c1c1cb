/** What the library's own tests draw with, and pin. */
export { agreeing, drawMechanisms, often } from './draw/mechanisms.js'
export { canBeRaised, drawPlan } from './draw/plan.js'
export { drawScale, GRID } from './draw/scale.js'
export { type DrawnCurve, drawCard } from './draw/scorecard.js'
