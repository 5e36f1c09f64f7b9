import { monthPattern } from '../../src/domain/month.ts'
import type { Entry } from '../entry-ports.ts'

/** Of one expectation in one month: another month is another entry, so that two people can enter two months at once. */
export function valueKey(expectation: string, month: string): string {
  return `${expectation} ${month}`
}

export function valueKeyParts(key: string): Readonly<{ expectation: string; month: string }> | null {
  const [expectation, month] = key.split(' ')
  if (expectation === undefined || month === undefined || !monthPattern.test(month)) return null
  return { expectation, month }
}

/** Only who, not with what. */
export function stampOf({ version, by, at }: Entry) {
  return { version, by: by.name, at }
}
