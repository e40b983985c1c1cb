// What is written: the same outcomes in three languages and every format, and a report with pictures.
import { chart, explain, type Locale, type Picture } from 'sales-rules/explain'
import { appraised } from './appraised.js'
import { attribution, comparison, curve, curveThen, plan, rep, statement } from './quarter.js'
import { payee, year } from './year.js'

const LOCALES: readonly Locale[] = ['en', 'zh-CN', 'zh-TW']
const FORMATS = { text: 'txt', markdown: 'md', html: 'html', csv: 'csv' } as const

/** The files by name: `statement.zh-CN.html`. */
export function filesOf(): Readonly<Record<string, string>> {
  return Object.fromEntries(LOCALES.flatMap((locale) => [...documents(locale), ...pages(locale)]))
}

type File = readonly [name: string, text: string]

/** The statement of a quarter with its order lines, and the year of a payee. */
function documents(locale: Locale): readonly File[] {
  const about = { name: payee?.name ?? '' }
  return (Object.keys(FORMATS) as (keyof typeof FORMATS)[]).flatMap((format): readonly File[] => {
    const written = { locale, format }
    const ending = `${locale}.${FORMATS[format]}`
    return [
      [`statement.${ending}`, explain(statement, { ...written, attribution, policy: plan })],
      [`year.${ending}`, explain(year, { ...written, about })],
    ]
  })
}

/** The appraisal sheet, and the what-if report with its pictures. */
function pages(locale: Locale): readonly File[] {
  const written = { locale, format: 'html' } as const
  const pictures: readonly Picture[] = [
    { kind: 'payout-curve', curve, statement },
    { kind: 'payout-curves', now: curve, then: curveThen },
    { kind: 'what-if', comparison },
    { kind: 'winners-and-losers', comparison },
  ]
  const drawn = pictures.map((picture) => chart(picture, { ...written, width: 640 })).join('\n')
  const report = explain(comparison, written)
  return [
    [`appraisal.${locale}.html`, explain(appraised, { ...written, about: { name: rep } })],
    [`what-if.${locale}.html`, report.replace('</main>', () => `${drawn}\n</main>`)],
  ]
}
