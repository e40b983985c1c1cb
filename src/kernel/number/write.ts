/** Writing exact numbers as canonical text: `write.decimal`, `write.money`. */
export { writeMoney as money } from './currency.js'
export {
  writeDecimal as decimal,
  writeFixed as fixed,
  writePadded as padded,
  writeRate as rate,
} from './decimal.js'
