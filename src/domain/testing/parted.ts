import { cell, type Buckets } from '../buckets.ts'
import type { FineBuckets, FineRow } from '../fine-buckets.ts'

/** Five minutes each: the events of each hour, as even as whole ones can be. */
export function parted({ hour, good, total }: Buckets): FineBuckets {
  return fineColumns(
    Array.from(hour, (start, row) => {
      const edge = (count: number, part: number) => Math.floor((count * part) / 12)
      const all = cell(total, row)
      const bad = all - cell(good, row)
      return Array.from({ length: 12 }, (_, part): FineRow => {
        const events = edge(all, part + 1) - edge(all, part)
        const badUpTo = (end: number) => (all === 0 ? 0 : Math.floor((bad * edge(all, end)) / all))
        return {
          minute: start * 60 + part * 5,
          width: 5,
          good: events - (badUpTo(part + 1) - badUpTo(part)),
          total: events,
        }
      })
    }).flat(),
  )
}

export function fineColumns(rows: readonly FineRow[]): FineBuckets {
  return {
    minute: rows.map(({ minute }) => minute),
    width: rows.map(({ width }) => width),
    good: rows.map(({ good }) => good),
    total: rows.map(({ total }) => total),
  }
}
