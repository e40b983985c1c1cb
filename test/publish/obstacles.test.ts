import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { VERSION } from '../../src/kernel/policy/version.js'
import { obstacles } from './obstacles.js'

const ready = {
  manifest: {
    version: '1.2.3',
    repository: { type: 'git', url: 'git+https://git.example/acme/sales-rules.git' },
    homepage: 'https://git.example/acme/sales-rules#readme',
    bugs: { url: 'https://git.example/acme/sales-rules/issues' },
  },
  changelog: '# Changelog\n\n## Unreleased\n\n## 1.2.3 — 2026-12-01\n',
  version: '1.2.3',
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8'))

const without = (change: object) =>
  obstacles({ ...ready, manifest: { ...ready.manifest, ...change } })

describe('a publish', () => {
  it('goes on where the publisher, the version and the changelog are in place', () => {
    expect(obstacles(ready)).toEqual([])
  })

  it.each([
    ['repository', undefined],
    ['repository', 'acme/sales-rules'],
    ['repository', { type: 'git', url: 'https://git.example/acme/sales-rules' }],
    ['homepage', undefined],
    ['homepage', 'http://localhost'],
    ['bugs', undefined],
    ['bugs', { email: 'somebody@example.com' }],
  ])('is stopped where %s is %j', (field, value) => {
    expect(without({ [field]: value })).toEqual([expect.stringContaining(`Set ${field} in`)])
  })

  it('is stopped where the code says another version', () => {
    expect(without({ version: '1.2.4' })).toEqual([expect.stringContaining('Set VERSION in')])
  })

  it.each(['## Unreleased', '## 1.2.3', '## 1.2.3 — not yet published', '## 1.2.30 — 2026-12-01'])(
    'is stopped where the changelog has %s alone',
    (title) => {
      expect(obstacles({ ...ready, changelog: `# Changelog\n\n${title}\n` })).toEqual([
        'Date the section of this version in CHANGELOG.md: ## 1.2.3 — YYYY-MM-DD.',
      ])
    },
  )

  it('asks first, and says in the command what is missing in this repository', () => {
    const changelog = readFileSync('CHANGELOG.md', 'utf8')
    const found = obstacles({ manifest, changelog, version: VERSION })
    expect(manifest.scripts.prepublishOnly).toBe('tsx test/publish/check.ts')
    const ran = spawnSync('npm', ['run', '--silent', 'prepublishOnly'], { encoding: 'utf8' })
    expect(ran.status).toBe(found.length === 0 ? 0 : 1)
    expect(ran.stderr.split('\n').filter((line) => line.startsWith('- '))).toEqual(
      found.map((one) => `- ${one}`),
    )
  })

  it('is rehearsed with provenance', () => {
    expect(manifest.publishConfig).toEqual({ access: 'public', provenance: true })
    const args = ['publish', '--dry-run', '--ignore-scripts', '--tag', 'rehearsal']
    const told = execFileSync('npm', args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    expect(told).toBe(`+ sales-rules@${VERSION}\n`)
  })
})

describe('the changelog', () => {
  it('says of each change of a result who is affected', () => {
    const text = readFileSync('CHANGELOG.md', 'utf8')
    const [, ...sections] = text.split('\n### Results that change\n')
    const changes = sections.flatMap(
      (one) =>
        one
          .split(/\n##/)[0]
          ?.split(/\n(?=- )/)
          .slice(1) ?? [],
    )
    expect(changes.length).toBeGreaterThan(30)
    expect(changes.filter((change) => !/affect|for those who/i.test(change))).toEqual([])
  })
})

describe('the workflows', () => {
  const workflow = (name: string) => readFileSync(`.github/workflows/${name}.yml`, 'utf8')

  it('run what a newcomer runs, on every Node that the package is for', () => {
    expect(workflow('ci')).toContain('node: [20, 22, 24]')
    expect(manifest.engines.node).toBe('>=20')
    expect(workflow('ci')).toContain('run: .ci/run')
  })

  it('publish with an identity that provenance is signed with, and no secret', () => {
    expect(workflow('publish')).toContain('id-token: write')
    expect(workflow('publish')).not.toContain('secrets.')
    expect(workflow('publish')).toContain('run: npm publish')
  })

  it.each(['ci', 'publish'])('pin each action by its major version: %s', (name) => {
    const used = [...workflow(name).matchAll(/uses: (.*)/g)].map(([, action]) => action)
    expect(used.length).toBeGreaterThan(1)
    for (const action of used) expect(action).toMatch(/^[\w/-]+@v\d+$/)
  })
})
