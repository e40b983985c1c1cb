import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { attributeCommission, calculateCommission, handbook } from 'sales-rules'
import { explain, type Locale } from 'sales-rules/explain'
import { build } from 'tsup'
import { afterAll, describe, expect, it } from 'vitest'

/** What a bundler makes of the package as it was built last, so it runs after `npm run build`. */
const folder = mkdtempSync(join(tmpdir(), 'sales-rules-bare-'))
afterAll(() => rmSync(folder, { recursive: true }))

const dist = (entry: string) => JSON.stringify(resolve('dist', `${entry}.js`))

/** What a script says in a context that has the language itself and nothing else: no `Intl`, no `TextEncoder`, no console, no process. */
async function runBare(source: string): Promise<unknown> {
  const entry = join(folder, 'entry.mjs')
  writeFileSync(entry, source)
  await build({
    entry: { bare: entry },
    outDir: folder,
    outExtension: () => ({ js: '.out.js' }),
    format: 'iife',
    noExternal: [/./],
    target: 'es2022',
    config: false,
    silent: true,
  })
  const context = createContext(Object.create(null))
  runInContext('delete globalThis.Intl', context)
  return runInContext(`${readFileSync(join(folder, 'bare.out.js'), 'utf8')};result`, context)
}

describe('a runtime with nothing but the language', () => {
  it('explains a statement in the same bytes', async () => {
    const input = {
      payee: '王芳',
      period: '2026-03',
      lines: [
        { id: 'O-1', amount: '900000' },
        { id: 'O-2', amount: '300000' },
      ],
      target: '1000000',
    }
    const statement = calculateCommission(input, handbook.commission)
    const attribution = attributeCommission(input, handbook.commission)
    const here = (['en', 'zh-CN', 'zh-TW'] as readonly Locale[]).flatMap((locale) =>
      (['text', 'markdown', 'html', 'csv'] as const).map((format) =>
        explain(statement, { locale, format, attribution }),
      ),
    )
    const there = await runBare(
      `import { attributeCommission, calculateCommission } from ${dist('commission')}
      import { commission } from ${dist('handbook')}
      import { explain } from ${dist('explain')}
      const input = ${JSON.stringify(input)}
      const statement = calculateCommission(input, commission)
      const attribution = attributeCommission(input, commission)
      globalThis.result = JSON.stringify(['en', 'zh-CN', 'zh-TW'].flatMap((locale) =>
        ['text', 'markdown', 'html', 'csv'].map((format) => explain(statement, { locale, format, attribution }))))`,
    )
    expect(JSON.parse(String(there))).toEqual(here)
  })
})
