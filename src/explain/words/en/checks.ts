/** What is said of conditions in English. */
export const checks = {
  title: 'Conditions',
  nearest: 'The shortest way',
  unmet: (p: { id: string; actual: string; required: string }) =>
    `“${p.id}” is ${p.actual}; it has to be ${p.required}.`,
  gap: (p: { id: string; actual: string; required: string; gap: string }) =>
    `“${p.id}” is ${p.actual}; it has to be ${p.required}: ${p.gap} is missing.`,
  unknown: (p: { id: string; required: string }) =>
    `“${p.id}” is not known; it has to be ${p.required}.`,
  metOn: (p: { id: string; date: string }) => `“${p.id}” is met on ${p.date} by waiting alone.`,
  has: {
    'at-least': (p: { required: string }) => `at least ${p.required}`,
    above: (p: { required: string }) => `above ${p.required}`,
    'at-most': (p: { required: string }) => `at most ${p.required}`,
    below: (p: { required: string }) => `below ${p.required}`,
    equals: (p: { required: string }) => `${p.required}`,
    'one-of': (p: { required: string }) => `one of ${p.required}`,
  },
  counting: (p: { required: string; each: string }) =>
    `${p.required}, counting periods that are ${p.each}`,
}
