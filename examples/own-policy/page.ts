// What a person reads before they sign the change.
import type { Finding } from 'sales-rules'
import { columns, wrapped } from '../close-the-quarter/report/layout.js'
import { after, changeDay, changes, failing, lint, received, statements } from './policy.js'

const examples = after.versions.flatMap((version) => version.examples ?? [])

export function page(): string[] {
  return [
    `${after.name} (${after.id})`,
    ...columns(after.versions.map(versionRow), 'll'),
    '',
    `What changes on ${changeDay}`,
    ...changes().flatMap(({ name, made, undone }) =>
      [...made].map(([path, value]) => `  ${name}.${path}: ${undone.get(path)} → ${value}`),
    ),
    '',
    `Worked examples: ${examples.length}, of which ${failing.length} come out otherwise`,
    ...failing.map(({ message }) => `  ${message}`),
    '',
    `Lint: ${(['error', 'warning', 'note'] as const).map(count).join(', ')}. To be known of ${changeDay}:`,
    ...lint.findings
      .filter(({ severity, path }) => severity !== 'note' && path[1] === after.versions.length - 1)
      .flatMap(({ message }) => wrapped(message)),
    '',
    'Sales of 1,500,000 on a target of 1,500,000, by the document that was sent',
    ...columns(
      statements().map(({ period, amount, policy: { id, version, effectiveFrom } }) => [
        String(period),
        amount,
        `${id} ${version}, in force from ${effectiveFrom}`,
      ]),
      'lrl',
    ),
    `  sent and received are the same: ${JSON.stringify(received) === JSON.stringify(after)}`,
  ]
}

function versionRow({ version, effectiveFrom }: (typeof after.versions)[number]): string[] {
  return [version, `in force from ${effectiveFrom}`]
}

function count(severity: Finding['severity']): string {
  const found = lint.findings.filter((one) => one.severity === severity).length
  return `${found} ${severity}${found === 1 ? '' : 's'}`
}
