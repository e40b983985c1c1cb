import * as issue from '../../../kernel/input/issue.js'
import type { Finding, LintReport } from '../../../policy/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** What is wrong with a policy that is valid, with the proof, and what could not be looked at. */
export function describeLint(report: LintReport, voice: Voice): Document {
  const { findings, notChecked } = report
  const words = voice.words.policy.lint
  const severities = ['error', 'warning', 'note'] as const
  const worst = severities.find((one) => findings.some(({ severity }) => severity === one))
  return documentOf(report, voice, {
    title: words.title,
    answer: worst === undefined ? words.none : words.worst[worst],
    sentences: [
      ...findings.map((finding) => placedText(finding, voice)),
      ...(notChecked.length === 0 ? [] : [words.someNotChecked]),
    ],
    blocks: [
      ...issuesOf(words.blocks.findings, findings, voice),
      ...examplesOf(findings, voice),
      ...tableOf(voice, {
        title: words.blocks.notChecked,
        rows: notChecked.flatMap(({ path, issues }) =>
          issues.map((one) => ({ place: issue.formatPath(path), issue: one })),
        ),
        columns: { place: { as: 'text', head: words.heads.place }, issue: 'issue' },
      }),
    ],
  })
}

/** What an issue says, after its place. */
export function placedText(found: issue.Issue, voice: Voice): string {
  const place = issue.formatPath(found.path)
  const said = voice.issue(found)
  return place === '' ? said : `${place}${voice.words.colon}${said}`
}

export function issuesOf(
  title: string,
  issues: readonly issue.Issue[],
  voice: Voice,
): readonly Block[] {
  const { heads, severities } = voice.words.policy.lint
  return tableOf(voice, {
    title,
    rows: issues.map((found) => ({
      severity: severities[found.severity],
      code: found.code,
      place: issue.formatPath(found.path),
      issue: found,
      clause: found.clause,
    })),
    columns: {
      severity: { as: 'text', head: heads.severity },
      code: { as: 'text', head: heads.code },
      place: { as: 'text', head: heads.place },
      issue: { as: 'issue', head: heads.found },
      clause: 'text',
    },
  })
}

/** Calls of rules that show it, and what each gives. */
function examplesOf(findings: readonly Finding[], voice: Voice): readonly Block[] {
  const { blocks, heads } = voice.words.policy.lint
  const rows = findings.flatMap(({ code, path, example }) =>
    example === undefined
      ? []
      : example.given.map((given, at) => ({
          code,
          place: issue.formatPath(path),
          rule: example.rule,
          given: JSON.stringify(given),
          figure: example.figure,
          gives: example.gives[at],
          at: example.at && issue.formatPath(example.at),
        })),
  )
  return tableOf(voice, {
    title: blocks.examples,
    rows,
    columns: {
      code: { as: 'text', head: heads.code },
      place: { as: 'text', head: heads.place },
      rule: { as: 'text', head: heads.rule },
      given: { as: 'text', head: heads.given },
      figure: { as: 'text', head: heads.figure },
      gives: { as: 'text', head: heads.gives },
      at: { as: 'text', head: heads.at },
    },
  })
}
