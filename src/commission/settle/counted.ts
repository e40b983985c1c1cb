/** What is counted from 1: a company's own periods, corrections of one period. */
export const COUNTED = { minimum: 1, maximum: 1_000_000 } as const
