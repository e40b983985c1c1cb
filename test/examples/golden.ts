import { resolve } from 'node:path'

/**
 * The file that keeps, byte for byte, what an example prints or writes. A difference is a rule that decides otherwise, or says it
 * otherwise: if that is meant, `npm run golden` writes the files anew, and their difference is reviewed and committed like code.
 */
export function golden(example: string, name: string): string {
  return resolve('test/examples/golden', example, name)
}
