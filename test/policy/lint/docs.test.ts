import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as kinds from '../../../src/policy/lint/issues.js'

const page = (name: string) => readFileSync(`docs/lint/${name}`, 'utf8')
const readme = page('README.md')
const rows = [
  ...readme.matchAll(/^\| \[`([A-Z_]+)`\]\(([a-z]+\.md)#([a-z0-9-]+)\) \| ([a-z, ]+) \|/gm),
].map(([, code = '', file = '', anchor = '', severities = '']) => ({
  code,
  file,
  anchor,
  severities,
}))
const codes = Object.values(kinds)
  .map(({ code }) => code as string)
  .sort()

/** How GitHub names the place of a heading. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-')

/** The text of a section, up to the next heading. */
function sectionOf(file: string, anchor: string): string {
  const [, ...sections] = page(file).split(/^## /m)
  return sections.find((one) => slug(one.split('\n', 1)[0] ?? '') === anchor) ?? ''
}

describe('the pages of lint', () => {
  it('list each code once', () => {
    expect(rows.map(({ code }) => code).sort()).toEqual(codes)
  })

  describe.each(rows)('$code', ({ code, file, anchor, severities }) => {
    const section = sectionOf(file, anchor)
    const [prose = '', ...parts] = section.split('```ts\n')
    const blocks = parts.map((part) => part.split('\n```\n')[0] ?? '')
    const after = parts.at(-1)?.split('\n```\n')[1]?.trim() ?? ''

    it('has a section that says what it is, and how severe', () => {
      expect(prose).toContain(`\`${code}\`.`)
      for (const severity of severities.split(', '))
        expect(section.toLowerCase()).toContain(severity)
    })

    it('has an example that runs lint and shows the code', () => {
      const found = blocks.filter((one) => one.includes('lintPolicy('))
      expect(found.join('\n')).toContain(`'${code}'`)
    })

    it('has its repair after the example, in a sentence', () => {
      expect(after).toMatch(/^[A-Z].*\.$/s)
    })
  })
})
