import type { TrendDirection } from './trend.ts'

/** What a line through times of recovery or detection says beside its direction. */
type Line = Readonly<{ direction: TrendDirection; isFirmlyDeclining: boolean }>

/** The one set of words for where a trend goes: upward, downward, flat; "firmly" where one long time does not make it so. */
export function lineDirection({ direction, isFirmlyDeclining }: Line): string {
  return isFirmlyDeclining ? `firmly ${direction}` : direction
}
