// Finds the cliff of a commission plan by its laws, and mends it. Run it with `npm run cliff`.
import { page } from './page.js'

console.log(page().join('\n'))
