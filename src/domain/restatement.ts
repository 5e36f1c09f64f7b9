import { type Correction, correctedAfterEnd } from './correction.ts'
import type { Hour } from './hours.ts'
import type { Period } from './period.ts'

/** Hours of [fromHour, toHour) came, or were counted anew, when the series already had later ones. */
export type LateChange = Readonly<{
  fromHour: Hour
  toHour: Hour
  /** What the series had until then: from its first hour to the end of its last. */
  heldFromHour: Hour
  heldToHour: Hour
  /** RFC 3339. */
  at: string
}>

/** When what a period had ended with last changed, by a correction or by hours that came late; null where it never did. */
export function restatedAt(
  corrections: readonly Correction[],
  lateChanges: readonly LateChange[],
  period: Pick<Period, 'startHour' | 'endHour'>,
): string | null {
  return lateChanges
    .filter((change) => isRestating(change, period))
    .reduce<string | null>(
      (last, { at }) => (last === null || at > last ? at : last),
      correctedAfterEnd(corrections, period),
    )
}

/**
 * A period has ended for a series when it has hours up to its end. What is filled in from the past to the present restates
 * nothing, and neither does a period of which there had been no hour.
 */
function isRestating(
  { fromHour, toHour, heldFromHour, heldToHour }: LateChange,
  { startHour, endHour }: Pick<Period, 'startHour' | 'endHour'>,
): boolean {
  return fromHour < endHour && toHour > startHour && heldFromHour < endHour && heldToHour >= endHour
}
