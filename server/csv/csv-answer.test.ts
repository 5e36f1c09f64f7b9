import { describe, expect, test } from 'vitest'

import { csvAnswer } from './csv-answer.ts'

/** 10,000 rows in pages of 500, and which of them were asked for. */
function longList({ failsAt = Number.POSITIVE_INFINITY } = {}) {
  const asked: number[] = []
  const reported: unknown[] = []
  const pageFrom = (start: number) => ({
    items: Array.from({ length: 500 }, (_, at) => start + at),
    totalCount: 10_000,
    nextCursor: start + 500 < 10_000 ? String(start + 500) : null,
  })
  const response = csvAnswer<number>({
    fileName: 'numbers.csv',
    header: ['number', 'name'],
    rowOf: (row) => [row, `=${row}`],
    first: pageFrom(0),
    readPage: async (cursor) => {
      if (Number(cursor) >= failsAt) throw new Error('The store is gone')
      asked.push(Number(cursor))
      return pageFrom(Number(cursor))
    },
    report: (error) => reported.push(error),
  })
  return { response, asked, reported }
}

function readerOf({ body }: Response) {
  if (body === null) throw new Error('No body')
  return body.getReader()
}

describe('a list as a file', () => {
  test('is sent as it is read: the first rows are there before another page is asked for', async () => {
    const { response, asked } = longList()
    const reader = readerOf(response)
    const { value } = await reader.read()
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(value)
    expect(text.startsWith("\ufeffnumber,name\r\n0,'=0\r\n")).toBe(true)
    expect(text.trimEnd().split('\r\n')).toHaveLength(501)
    expect(asked).toEqual([])
    await reader.read()
    expect(asked).toEqual([500])
  })

  test('has every row once, and holds no more than a page of them at a time', async () => {
    const { response } = longList()
    const sizes: number[] = []
    let text = ''
    for (const reader = readerOf(response); ;) {
      const { done, value } = await reader.read()
      if (done) break
      sizes.push(value.byteLength)
      text += new TextDecoder().decode(value)
    }
    expect(sizes).toHaveLength(20)
    expect(Math.max(...sizes)).toBeLessThan(10_000)
    const numbers = text.trimEnd().split('\r\n').slice(1)
    expect(numbers).toEqual(Array.from({ length: 10_000 }, (_, at) => `${at},'=${at}`))
    expect(response.headers.get('x-row-count')).toBe('10000')
  })

  test('is not read any further when nobody wants the rest', async () => {
    const { response, asked } = longList()
    const reader = readerOf(response)
    await reader.read()
    await reader.read()
    await reader.cancel()
    expect(asked).toEqual([500])
  })

  test('breaks off when the store fails half way, so that nobody takes it for whole', async () => {
    const { response, reported } = longList({ failsAt: 1_000 })
    await expect(response.text()).rejects.toThrow('The store is gone')
    expect(reported).toHaveLength(1)
  })
})
