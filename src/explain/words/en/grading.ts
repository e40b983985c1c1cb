/** What is said of grades in English. */
export const grading = {
  consequences: {
    title: 'What follows from the grades',
    none: 'Nothing follows from the grades.',
    some: 'From the grades follows:',
    once: (p: { kind: string; period: string; clause: string }) =>
      `${p.kind}, once, earned in ${p.period} (${p.clause}).`,
    from: (p: { kind: string; period: string; from: string; clause: string }) =>
      `${p.kind} from ${p.from} on, earned in ${p.period} (${p.clause}).`,
    fromTo: (p: { kind: string; period: string; from: string; until: string; clause: string }) =>
      `${p.kind} from ${p.from} to ${p.until}, earned in ${p.period} (${p.clause}).`,
  },
}
