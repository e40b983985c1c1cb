import { grouped } from '../../close-the-quarter/report/layout.js'

export function blankIfZero(amount: string): string {
  return isZero(amount) ? '' : grouped(amount)
}

export function isZero(amount: string): boolean {
  return /^-?0(\.0+)?$/.test(amount)
}

/** What is open after a payment, in words. */
export function carriedWords(carried: string): string {
  return carried.startsWith('-')
    ? `${grouped(carried.slice(1))} paid too much, carried over`
    : `${grouped(carried)} not paid yet, carried over`
}
