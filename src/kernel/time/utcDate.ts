/**
 * A day as date-fns takes it. date-fns computes in the time zone of the machine, where a day may be missing (Samoa had no 30 December
 * 2011) or an hour short; here that zone is always UTC, which has no such days. `@date-fns/utc` is the same, but patches its class when it is
 * imported, which no bundler drops.
 */
export class UtcDate extends Date {
  /** Without an argument a Date would be now. */
  constructor(instant: number | string) {
    super(instant)
  }

  override getTimezoneOffset(): number {
    return 0
  }

  override getFullYear(): number {
    return this.getUTCFullYear()
  }

  override getMonth(): number {
    return this.getUTCMonth()
  }

  override getDate(): number {
    return this.getUTCDate()
  }

  override getDay(): number {
    return this.getUTCDay()
  }

  override getHours(): number {
    return this.getUTCHours()
  }

  override getMinutes(): number {
    return this.getUTCMinutes()
  }

  override getSeconds(): number {
    return this.getUTCSeconds()
  }

  override getMilliseconds(): number {
    return this.getUTCMilliseconds()
  }

  override setFullYear(...parts: Parameters<Date['setFullYear']>): number {
    return this.setUTCFullYear(...parts)
  }

  override setMonth(...parts: Parameters<Date['setMonth']>): number {
    return this.setUTCMonth(...parts)
  }

  override setDate(day: number): number {
    return this.setUTCDate(day)
  }

  override setHours(...parts: Parameters<Date['setHours']>): number {
    return this.setUTCHours(...parts)
  }
}
