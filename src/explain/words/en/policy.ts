/** What is said of policies and their changes in English. */
export const policy = {
  title: 'Changes of the policy',
  same: 'Nothing changes.',
  onlyOrigin: 'Nothing changes but where values come from.',
  several: (p: { places: string }) => `These change: ${p.places}.`,

  raw: (p: { text: string }) => `“${p.text}”`,
  entry: (p: { noun: string; id: string }) => `${p.noun} “${p.id}”`,
  within: (p: { inner: string; outer: string }) => `${p.inner} of the ${p.outer}`,
  leaf: (p: { name: string; value: string }) => `${p.name} ${p.value}`,
  openEnd: 'open',
  none: 'none',

  when: {
    from: (p: { from: string }) => ` from ${p.from}`,
    to: (p: { to: string }) => ` until ${p.to}`,
    fromTo: (p: { from: string; to: string }) => ` from ${p.from} to ${p.to}`,
    group: (p: { group: string }) => ` for the group “${p.group}”`,
    version: (p: { version: string }) => ` in the version “${p.version}”`,
  },
  newVersion: (p: { version: string; from: string }) =>
    `The version “${p.version}” comes into force on ${p.from}.`,
  rises: (p: Both) => `The ${p.place} rises from ${p.was} to ${p.is}${p.when}.`,
  falls: (p: Both) => `The ${p.place} falls from ${p.was} to ${p.is}${p.when}.`,
  changes: (p: Both) => `The ${p.place} changes from ${p.was} to ${p.is}${p.when}.`,
  isNow: (p: { place: string; is: string; when: string }) => `The ${p.place} is ${p.is}${p.when}.`,
  becomes: (p: { place: string; is: string; when: string }) =>
    `The ${p.place} becomes${p.when}: ${p.is}.`,
  points: (p: { points: string }) => `${p.points} percentage points`,
  added: (p: { place: string; is: string; when: string }) => `New${p.when}: ${p.place} (${p.is}).`,
  removed: (p: { place: string; when: string }) => `Dropped${p.when}: ${p.place}.`,
  removedWas: (p: { place: string; was: string; when: string }) =>
    `Dropped${p.when}: ${p.place} (${p.was}).`,
  multiplied: (p: { place: string; by: string; when: string }) =>
    `The ${p.place} is multiplied by ${p.by}${p.when}.`,
  raised: (p: { place: string; by: string; when: string }) =>
    `The ${p.place} is changed by ${p.by}${p.when}.`,

  hows: {
    added: 'new',
    'new-version': 'new version',
    multiplied: 'multiplied by',
    raised: 'changed by',
    removed: 'dropped',
    set: 'changed',
  },
  heads: { what: 'What', was: 'Was', is: 'Is', how: 'How', until: 'In force to' },
  blocks: { changes: 'Value by value' },

  lint: {
    title: 'Check of the policy',
    none: 'Nothing was found.',
    worst: {
      error: 'The policy has errors.',
      warning: 'The policy has no errors; there are warnings.',
      note: 'The policy has neither errors nor warnings; there are notes.',
    },
    someNotChecked: 'Some parts could not be looked at; the list says why.',
    severities: { error: 'error', warning: 'warning', note: 'note' },
    heads: {
      severity: 'Severity',
      code: 'Code',
      place: 'Place',
      found: 'What was found',
      rule: 'Function',
      given: 'Given',
      figure: 'Figure',
      gives: 'Gives',
      at: 'Part of the policy',
    },
    blocks: {
      findings: 'Findings',
      examples: 'Proofs',
      notChecked: 'What could not be looked at',
    },
  },

  examples: {
    title: 'Examples of the policy',
    none: 'All examples come out as they say.',
    some: 'Some examples do not come out as they say.',
  },
}

type Both = {
  readonly place: string
  readonly was: string
  readonly is: string
  readonly when: string
}
