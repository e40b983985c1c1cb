/**
 * What is left of an event is the one number of so many decimals that lies within half a unit of the root. A root is compared by its
 * power, in integers: `s ≤ 2^(−age ÷ halfLife)` exactly when `s^halfLife · 2^age ≤ 1`.
 */
export function isRootOfAHalf(
  units: bigint,
  decimals: number,
  age: number,
  halfLife: number,
): boolean {
  const unit = 2n * 10n ** BigInt(decimals)
  const isAtMost = (twice: bigint) =>
    twice <= 0n || twice ** BigInt(halfLife) * 2n ** BigInt(age) <= unit ** BigInt(halfLife)
  const isBelow = (twice: bigint) =>
    twice ** BigInt(halfLife) * 2n ** BigInt(age) < unit ** BigInt(halfLife)
  return isAtMost(2n * units - 1n) && !isBelow(2n * units + 1n)
}
