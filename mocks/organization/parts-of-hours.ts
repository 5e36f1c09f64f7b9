import { cell, type Buckets } from '../../src/domain/buckets.ts'
import type { FineBuckets, Minute } from '../../src/domain/fine-buckets.ts'
import { chance } from './hash.ts'

const WIDTH = 5
const MINUTES = 60
const PARTS = MINUTES / WIDTH
/** How far the edge between two parts may lie off the middle of the hour's even cut, in parts. */
const UNEVEN = 0.5

export type PartsAsked = Readonly<{ seed: number; stream: number; fromMinute: Minute; toMinute: Minute }>

/**
 * What happened in an hour, by five minutes: as many events as the hour has, bad ones as often throughout. Troubles of this
 * organization begin and end on the hour, and so do the releases that its stories tell.
 */
export function partsOfHours(
  { hour, good, total }: Buckets,
  { seed, stream, fromMinute, toMinute }: PartsAsked,
): FineBuckets {
  const columns = {
    minute: [] as number[],
    width: [] as number[],
    good: [] as number[],
    total: [] as number[],
  }
  for (let row = 0; row < hour.length; row += 1) {
    const all = cell(total, row)
    const bad = all - cell(good, row)
    let [allBefore, badBefore] = [0, 0]
    for (let part = 1; part <= PARTS; part += 1) {
      const place = cell(hour, row) * PARTS + part
      const edge = part === PARTS ? part : part + (chance(seed, stream, place) - 0.5) * UNEVEN
      const allUpTo = Math.round((all * edge) / PARTS)
      const badUpTo = all === 0 ? 0 : Math.floor((bad * allUpTo) / all)
      const minute = (place - 1) * WIDTH
      if (minute >= fromMinute && minute + WIDTH <= toMinute) {
        columns.minute.push(minute)
        columns.width.push(WIDTH)
        columns.total.push(allUpTo - allBefore)
        columns.good.push(allUpTo - allBefore - (badUpTo - badBefore))
      }
      allBefore = allUpTo
      badBefore = badUpTo
    }
  }
  return columns
}
