// Takes the handbook as a company's own policy document and changes one rate of it. Run it with `npm run own-policy`.
import { page } from './page.js'

console.log(page().join('\n'))
