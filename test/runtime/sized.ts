/** Programs of one function, whose size is measured: imported from the root, and from the entry of its room. */
export interface Sized {
  readonly name: string
  readonly entry: string
  /** The policy of the handbook that it is called with. */
  readonly policy?: string
  readonly call: string
}

export const SIZED: readonly Sized[] = [
  { name: 'round', entry: 'kernel', call: "round('1.5', { decimals: 0 })" },
  { name: 'scoreLead', entry: 'leads', policy: 'leads', call: 'scoreLead({}, leads)' },
  {
    name: 'calculateCommission',
    entry: 'commission',
    policy: 'commission',
    call: "calculateCommission({ sales: '1', target: '1' }, commission)",
  },
  {
    name: 'settleCommission',
    entry: 'commission',
    policy: 'commission',
    call: "settleCommission({ payee: 'Li', periods: [] }, commission)",
  },
  { name: 'appraise', entry: 'appraisal', policy: 'appraisal', call: 'appraise({}, appraisal)' },
  { name: 'gradeScore', entry: 'grading', policy: 'grading', call: 'gradeScore(92, grading)' },
  {
    name: 'checkPromotion',
    entry: 'careers',
    policy: 'careers',
    call: "checkPromotion({}, 'sales-supervisor', careers)",
  },
]

/** Explains a problem in three languages; it is had from its entry alone. */
export const EXPLAINING: Sized = {
  name: 'explainIssue',
  entry: 'explain',
  call: "explainIssue({}, { locale: 'en' })",
}

export const labelOf = ({ name, policy }: Sized) =>
  policy === undefined ? `\`${name}\`` : `\`${name}\`, \`handbook.${policy}\``

/** A program that needs the function, imported from `sales-rules/<entry>`, or from the root. */
export function programOf({ name, policy, call }: Sized, entry?: string): string {
  const from = entry === undefined ? 'sales-rules' : `sales-rules/${entry}`
  const policies = policy === undefined ? '' : `import { ${policy} } from 'sales-rules/handbook'\n`
  return `import { ${name} } from '${from}'\n${policies}console.log(${call})\n`
}
