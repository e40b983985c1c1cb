// Writes what people read of outcomes: a commission statement, a payee's year, an appraisal sheet, and a what-if report with pictures, in three
// languages. Run it with `npm run statements`, and open examples/out/statements/statement.zh-CN.html. It knows no clock and no locale.
import { explain } from 'sales-rules/explain'
import { writeFiles } from '../close-the-quarter/write/files.js'
import { filesOf } from './files.js'
import { attribution, plan, statement } from './quarter.js'

console.log(explain(statement, { locale: 'en', attribution, policy: plan }))

const files = filesOf()
writeFiles(new URL('../out/statements/', import.meta.url), files)
console.log(`Written to examples/out/statements: ${Object.keys(files).length} files`)
