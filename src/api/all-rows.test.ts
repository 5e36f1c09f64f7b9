import { describe, expect, it } from 'vitest'

import { allRows } from './all-rows.ts'

const numbers = Array.from({ length: 1_203 }, (_, at) => at)

/** A list of numbers in pages, and how often it was asked. */
function listOf(rows: readonly number[]) {
  const asked: number[] = []
  const readPage = async ({ limit, cursor = '0' }: Readonly<{ limit: number; cursor?: string }>) => {
    const start = Number(cursor)
    asked.push(start)
    const end = start + limit
    return {
      items: rows.slice(start, end),
      totalCount: rows.length,
      nextCursor: end < rows.length ? String(end) : null,
    }
  }
  return { asked, readPage }
}

describe('all rows of a list', () => {
  it('come page after page, each once and in order', async () => {
    const { readPage } = listOf(numbers)
    const read: number[] = []
    for await (const { rows, totalCount } of allRows(readPage)) {
      read.push(...rows)
      expect(totalCount).toBe(numbers.length)
    }
    expect(read).toEqual(numbers)
  })

  it('are not asked for any further than they are wanted', async () => {
    const { asked, readPage } = listOf(numbers)
    for await (const { rows } of allRows(readPage)) {
      if (rows.length > 0) break
    }
    expect(asked).toEqual([0])
  })

  it('of an empty list are one empty page', async () => {
    const pages = []
    for await (const page of allRows(listOf([]).readPage)) pages.push(page)
    expect(pages).toEqual([{ rows: [], totalCount: 0 }])
  })
})
