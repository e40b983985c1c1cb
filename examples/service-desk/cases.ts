// What came in at the desk from 10 February to 2 March 2026, as its system exports it.
import type { ServiceCase } from 'sales-rules'

const at = (day: string, time: string) => `2026-${day}T${time}:00+08:00`

export const cases: readonly ServiceCase[] = [
  ticket('T-1', 'Chen', at('02-13', '11:00'), { done: at('02-13', '17:30') }),
  // Friday from 16:00, Saturday until noon, and three hours after the festival.
  ticket('T-2', 'Chen', at('02-13', '16:00'), { done: at('02-24', '12:00') }),
  ticket('T-3', 'Li', at('02-13', '16:00'), { done: at('02-24', '15:00') }),
  ticket('T-4', 'Li', at('02-17', '21:00'), {
    done: at('02-25', '10:00'),
    holds: [{ from: at('02-24', '10:00'), to: at('02-24', '15:30') }],
  }),
  ticket('T-5', 'Chen', at('02-28', '15:00')),
  ticket('T-6', 'Li', at('02-28', '11:00'), { holds: [{ from: at('02-28', '14:30') }] }),
  ticket('T-7', 'Li', at('03-02', '14:00')),
  { ...complaint('C-1', 'Chen', 'key', at('02-14', '11:00')), done: at('02-15', '10:45') },
  { ...complaint('C-2', 'Li', 'other', at('02-16', '09:00')), done: at('02-17', '09:30') },
  { ...complaint('C-3', 'Li', 'key', '2026-02-28T16:30:00Z'), done: at('03-01', '20:00') },
  { ...solution('S-1', 'Chen', at('02-13', '10:00')), done: at('02-25', '17:00') },
  { ...solution('S-2', 'Li', at('02-12', '10:00')), done: at('02-25', '09:30') },
  solution('S-3', 'Li', at('02-27', '10:00')),
  delivery('D-1', 'Chen', '2026-02-13', at('02-13', '16:00')),
  delivery('D-2', 'Chen', '2026-02-13', at('02-16', '20:00')),
  delivery('D-3', 'Li', '2026-02-24', at('02-28', '09:15')),
  delivery('D-4', 'Li', '2026-03-06'),
  // The support desk abroad writes down no offset, and somebody noted an answer before the question.
  { ...complaint('X-1', 'Chen', 'other', '2026-02-27T16:00:00'), done: at('02-28', '09:00') },
  ticket('X-2', 'Chen', at('02-26', '10:00'), { done: at('02-25', '10:00') }),
]

function ticket(id: string, rep: string, started: string, more: Partial<ServiceCase> = {}) {
  return { id, rep, standard: 'ticket', started, ...more }
}

function complaint(id: string, rep: string, customerKind: string, started: string) {
  return { id, rep, customerKind, standard: 'complaint-answer', started }
}

function solution(id: string, rep: string, started: string) {
  return { id, rep, standard: 'solution', started }
}

function delivery(id: string, rep: string, due: string, done: string | null = null) {
  return { id, rep, standard: 'delivery', due, done }
}
