/** The register of clauses as a page: what each rule of the handbook says, what is ours in it, and an anchor for each. */
import { clauses } from '../src/handbook/index.js'

const SUBJECTS: Readonly<Record<string, string>> = {
  LEA: 'Leads',
  PIP: 'Pipeline',
  SLA: 'Service levels',
  TAR: 'Targets',
  APP: 'Appraisal',
  GRA: 'Grades',
  COM: 'Commission',
  PRO: 'Promotion',
  HEA: 'Customer health and care',
  REW: 'Rewards',
}

export function clausesPage(): string {
  const all = Object.values(clauses)
  const sections = Object.entries(SUBJECTS).map(([subject, title]) => {
    const own = all.filter(({ id }) => id.startsWith(`${subject}-`))
    const rows = own.map(({ id, section, rule, ...rest }) => {
      const ours = 'ours' in rest ? `\n\nOurs: ${rest.ours}` : ''
      return `### ${id} {#${id}}\n\n${rule}${ours}\n\nHandbook, section ${[section].flat().join(', ')}.`
    })
    return `## ${title}\n\n${rows.join('\n\n')}`
  })
  return `---
outline: 2
---

# What does each clause of the handbook say?

The handbook is an example: the sales handbook of one company, which pays in CNY. Replace it with your own rules. Results, policies and pages cite it by clauses, such as \`COM-1\`. What the handbook leaves open and the library fills in stands after
*Ours*: it is the first thing for a company to check. In code, \`handbook.clauses\` is this register.

${sections.join('\n\n')}
`
}
