import type { Path } from '../../../kernel/index.js'
import { originOf } from '../../../kernel/policy/defined.js'
import { checkExamples } from '../../examples/checkExamples.js'
import { SECTION_NAMES, SECTIONS, type SectionName } from '../../sections.js'
import type { DefinedSalesPolicy } from '../../types.js'
import { within } from '../finding.js'
import { lintAs } from '../linters.js'
import type { LintOptions, LintReport } from '../types.js'
import { lintChanges } from './changes.js'
import { type Place, placesOf } from './places.js'
import { lintTogether } from './together.js'
import { lintVersions } from './versions.js'

/** Lints a document: each section of its versions and groups, what they are to each other, the versions themselves, and the examples. */
export function lintDocument(
  policy: DefinedSalesPolicy<SectionName>,
  options: LintOptions,
): LintReport {
  const lint = lintOnce(options)
  const places = placesOf(policy)
  const reports = places.flatMap((place) => [...sectionsOf(place, lint), lintTogether(place)])
  return {
    findings: [
      ...reports.flatMap(({ findings }) => findings),
      ...lintVersions(policy),
      ...lintChanges(policy, places),
      ...checkExamples(policy),
    ],
    notChecked: reports.flatMap(({ notChecked }) => notChecked),
  }
}

type LintSection = (name: SectionName, section: object) => LintReport

/** A section that stays as it is from version to version is looked at once. */
function lintOnce(options: LintOptions): LintSection {
  const reports = new Map<string, LintReport>()
  return (name, section) => {
    const key = `${name} ${originOf(section)?.fingerprint ?? ''}`
    const report = reports.get(key) ?? lintAs(SECTIONS[name], section, options)
    reports.set(key, report)
    return report
  }
}

/** The reports of the sections that a version or a group has of its own, each with the way to it. */
function sectionsOf({ path, own }: Place, lint: LintSection): LintReport[] {
  return SECTION_NAMES.flatMap((name) => {
    const section = own[name]
    return section === undefined ? [] : [placed([...path, name], lint(name, section))]
  })
}

function placed(path: Path, { findings, notChecked }: LintReport): LintReport {
  return {
    findings: findings.map((one) => within(path, one)),
    notChecked: notChecked.map((one) => ({ ...one, path: [...path, ...one.path] })),
  }
}
