import type { DefinedGradingPolicy, GradingPolicy } from '../grading/index.js'
import * as defined from '../kernel/policy/defined.js'

/**
 * The handbook's grades S, A, B, C (from 90, 80, 60, 0: ours) and what follows: leave, bonus and raise by grade, a commission
 * coefficient after two quarters at A or better, a base-pay cut after two at C, observation after three.
 */
export const grading: DefinedGradingPolicy = /* @__PURE__ */ defined.seal<GradingPolicy>(
  'GradingPolicy',
  {
    id: 'handbook-grading',
    version: '1',
    provenance: [
      { path: 'grades', clause: 'GRA-1', origin: 'ours' },
      { path: 'decimals', clause: 'GRA-1', origin: 'ours' },
      { path: 'rounding', clause: 'GRA-1', origin: 'ours' },
      { path: 'consequences[0].values.S', clause: 'GRA-2', origin: 'handbook' },
      { path: 'consequences[0].once', clause: 'GRA-2', origin: 'ours' },
      { path: 'consequences[1].values.A', clause: 'GRA-3', origin: 'handbook' },
      { path: 'consequences[1].values.S', clause: 'GRA-3', origin: 'ours' },
      { path: 'consequences[1].values.B', clause: 'GRA-3', origin: 'ours' },
      { path: 'consequences[1].values.C', clause: 'GRA-3', origin: 'ours' },
      { path: 'consequences[2].values.S', clause: 'GRA-4', origin: 'handbook' },
      { path: 'consequences[2].values.A', clause: 'GRA-4', origin: 'ours' },
      { path: 'consequences[2].values.B', clause: 'GRA-4', origin: 'ours' },
      { path: 'consequences[2].values.C', clause: 'GRA-4', origin: 'handbook' },
      { path: 'consequences[3]', clause: 'GRA-5', origin: 'handbook' },
      { path: 'consequences[3].streak.gap', clause: 'GRA-5', origin: 'ours' },
      { path: 'consequences[3].streak.repeat', clause: 'GRA-5', origin: 'ours' },
      { path: 'consequences[4]', clause: 'GRA-6', origin: 'handbook' },
      { path: 'consequences[4].streak.gap', clause: 'GRA-6', origin: 'ours' },
      { path: 'consequences[4].streak.repeat', clause: 'GRA-6', origin: 'ours' },
      { path: 'consequences[5]', clause: 'GRA-6', origin: 'handbook' },
      { path: 'consequences[5].streak.gap', clause: 'GRA-6', origin: 'ours' },
      { path: 'consequences[5].streak.repeat', clause: 'GRA-6', origin: 'ours' },
      { path: 'consequences[6]', clause: 'GRA-7', origin: 'handbook' },
      { path: 'consequences[6].streak.gap', clause: 'GRA-7', origin: 'ours' },
      { path: 'consequences[6].streak.repeat', clause: 'GRA-7', origin: 'ours' },
    ],
    grades: [
      { id: 'S', from: 90 },
      { id: 'A', from: 80 },
      { id: 'B', from: 60 },
      { id: 'C', from: 0 },
    ],
    decimals: 2,
    rounding: 'half-up',
    consequences: [
      {
        kind: 'extra-leave',
        clause: 'GRA-2',
        unit: 'days',
        per: null,
        once: 'year',
        values: { S: '15' },
      },
      {
        kind: 'bonus',
        clause: 'GRA-3',
        unit: 'months-of-base-salary',
        per: 'quarter',
        once: 'period',
        values: { S: '1', A: '0.5', B: '0', C: '0' },
      },
      {
        kind: 'raise',
        clause: 'GRA-4',
        unit: 'ratio',
        per: 'year',
        once: 'period',
        values: { S: '0.15', A: '0.08', B: '0.03', C: '0' },
      },
      {
        kind: 'commission-coefficient',
        clause: 'GRA-5',
        unit: 'ratio',
        streak: { grades: ['S', 'A'], length: 2, per: 'quarter', gap: 'ignore', repeat: 'once' },
        value: '0.005',
      },
      {
        kind: 'base-pay',
        clause: 'GRA-6',
        unit: 'ratio',
        streak: { grades: ['C'], length: 2, per: 'quarter', gap: 'ignore', repeat: 'once' },
        value: '-0.1',
      },
      {
        kind: 'improvement-plan',
        clause: 'GRA-6',
        unit: 'measure',
        streak: { grades: ['C'], length: 2, per: 'quarter', gap: 'ignore', repeat: 'once' },
        value: '1',
      },
      {
        kind: 'observation',
        clause: 'GRA-7',
        unit: 'measure',
        streak: { grades: ['C'], length: 3, per: 'quarter', gap: 'ignore', repeat: 'once' },
        value: '1',
      },
    ],
  },
)
