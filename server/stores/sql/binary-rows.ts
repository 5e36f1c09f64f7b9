import { cell } from '../../../src/domain/buckets.ts'
import type { SeriesBuckets } from './bucket-writer.ts'

const TWO_TO_32 = 4_294_967_296
/** `PGCOPY\n\377\r\n\0`, no flags, nothing more in the head. */
const HEAD = [0x50, 0x47, 0x43, 0x4f, 0x50, 0x59, 0x0a, 0xff, 0x0d, 0x0a, 0x00, 0, 0, 0, 0, 0, 0, 0, 0]
/** How many columns, then each of them with its length before it: two of four bytes, two of eight. */
const ROW_BYTES = 2 + 2 * (4 + 4) + 2 * (4 + 8)
const END = -1

/** Buckets as PostgreSQL's `copy` takes them in binary: series_id int, hour int, good bigint, total bigint. */
export function binaryRows(written: readonly SeriesBuckets[]): Uint8Array<ArrayBuffer> {
  const rowCount = written.reduce((sum, { buckets }) => sum + buckets.hour.length, 0)
  const bytes = new Uint8Array(HEAD.length + rowCount * ROW_BYTES + 2)
  const view = new DataView(bytes.buffer)
  bytes.set(HEAD)
  let at = HEAD.length
  for (const { seriesId, buckets } of written) {
    const { hour, good, total } = buckets
    for (let row = 0; row < hour.length; row += 1) {
      view.setInt16(at, 4)
      view.setInt32(at + 2, 4)
      view.setInt32(at + 6, seriesId)
      view.setInt32(at + 10, 4)
      view.setInt32(at + 14, cell(hour, row))
      view.setInt32(at + 18, 8)
      setWhole(view, at + 22, cell(good, row))
      view.setInt32(at + 30, 8)
      setWhole(view, at + 34, cell(total, row))
      at += ROW_BYTES
    }
  }
  view.setInt16(at, END)
  return bytes
}

/** Up to the largest whole number that a double holds, in two halves: a BigInt for each would take most of the time. */
function setWhole(view: DataView, at: number, value: number): void {
  view.setInt32(at, Math.floor(value / TWO_TO_32))
  view.setUint32(at + 4, value % TWO_TO_32)
}
