/**
 * What stops a publish. The addresses are the publisher's, who is not known here: without them a reader of the package finds no sources, its
 * links lead nowhere on the page of the registry, and provenance has nothing to compare with.
 */
export interface Release {
  readonly manifest: Readonly<Record<string, unknown>>
  readonly changelog: string
  /** What the code says of itself, by which it knows its own policies. */
  readonly version: string
}

const urlOf = (field: unknown) =>
  typeof field === 'object' && field !== null ? (field as Record<string, unknown>)['url'] : field

const isWeb = (address: unknown) =>
  typeof address === 'string' && /^https:\/\/[^/\s]+\/\S+$/.test(address)

/** npm compares it with the address of the workflow that publishes, so that it has to be the very one. */
const isGit = (address: unknown) =>
  typeof address === 'string' && /^git\+https:\/\/[^/\s]+\/\S+\.git$/.test(address)

/** What is to be done before this can be published, in sentences; none where it can. */
export function obstacles({ manifest, changelog, version }: Release): string[] {
  const { repository, homepage, bugs } = manifest
  const found = [
    isGit(urlOf(repository)) ||
      'Set repository in package.json: { "type": "git", "url": "git+https://…/sales-rules.git" }, the address that you publish from.',
    isWeb(homepage) || 'Set homepage in package.json: the address of the page to read first.',
    isWeb(urlOf(bugs)) ||
      'Set bugs in package.json: { "url": "https://…" }, the address where faults are reported.',
    manifest['version'] === version ||
      `Set VERSION in src/kernel/policy/version.ts to ${manifest['version']}, as package.json says: it is ${version}.`,
    isDated(changelog, version) ||
      `Date the section of this version in CHANGELOG.md: ## ${version} — YYYY-MM-DD.`,
  ]
  return found.filter((one) => typeof one === 'string')
}

function isDated(changelog: string, version: string): boolean {
  const title = `## ${version} — `
  return changelog
    .split('\n')
    .some((line) => line.startsWith(title) && /^\d{4}-\d\d-\d\d$/.test(line.slice(title.length)))
}
