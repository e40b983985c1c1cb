/** What is said of service in English. */
export const service = {
  level: {
    title: 'Service report',
    met: (p: { standard: string; done: string; due: string }) =>
      `“${p.standard}” was met: done at ${p.done}, due at ${p.due}.`,
    insideBuffer: (p: { standard: string; done: string; due: string; latest: string }) =>
      `“${p.standard}” was met inside the buffer: done at ${p.done}, due at ${p.due}, at the latest at ${p.latest}.`,
    late: (p: { standard: string; elapsed: string }) => `“${p.standard}” is late by ${p.elapsed}.`,
    lateDone: (p: { standard: string; elapsed: string; done: string }) =>
      `“${p.standard}” was late by ${p.elapsed}: done at ${p.done}.`,
    open: (p: { standard: string; due: string }) => `“${p.standard}” is open, and due at ${p.due}.`,
    onHold: (p: { standard: string }) =>
      `“${p.standard}” is open and on hold, so that no time runs.`,
    atRisk: (p: { since: string }) => `It is at risk since ${p.since}.`,
    warned: (p: { since: string }) => `It is at risk from ${p.since} on.`,
    left: (p: { used: string; left: string }) => `${p.used} used, ${p.left} left.`,
    held: (p: { held: string }) => `Time on hold that does not count: ${p.held}.`,
    working: (p: { working: string }) => `In working time it is ${p.working}.`,
    case: 'The case',
    times: 'Times',
  },
  levels: {
    title: 'Service levels',
    none: 'No case counts.',
    onTime: (p: { onTime: string; actual: string; target: string; group: string }) =>
      `${p.onTime} of the cases were on time, ${p.actual} of ${p.target}: ${p.group}.`,
    undecided: (p: { group: string }) => `No case is decided yet: ${p.group}.`,
    open: (p: { open: string; group: string }) => `Still open: ${p.open} (${p.group}).`,
    late: (p: { id: string; elapsed: string }) => `${p.id} was late by ${p.elapsed}.`,
    someNotCounted: 'Some cases cannot be read; the list says why.',
    groups: 'By rep, period, standard and kind of customer',
    lateCases: 'Late cases',
    notCounted: 'Cases that cannot be read',
    per: {
      week: 'week',
      month: 'month',
      quarter: 'quarter',
      'half-year': 'half-year',
      year: 'year',
    },
  },
  quality: {
    title: 'Quality of a service',
    met: 'The service is as good as it has to be.',
    unmet: (p: { unmet: string }) => `The service is not as good as it has to be: ${p.unmet}.`,
    unknown: (p: { unknown: string }) =>
      `Whether the service is as good as it has to be is not known: ${p.unknown}.`,
    notMet: 'Not met',
    notKnown: 'Not known',
  },
  duration: {
    D: (p: { n: string }) => `${p.n} d`,
    H: (p: { n: string }) => `${p.n} h`,
    M: (p: { n: string }) => `${p.n} min`,
    S: (p: { n: string }) => `${p.n} s`,
  },
}
