import { listFrom, type SearchParams } from './codec.ts'
import { columnPattern } from './column-choice.ts'

export type IndicatorSort = Readonly<{ column: string; descending: boolean }>

/** Which columns there are is for the table to say; here only what can be one is let through. */
export function parseIndicatorSort(text: SearchParams[string]): readonly IndicatorSort[] {
  const sorts = listFrom(text)
    .map((part) => ({ column: part.replace(/^-/, ''), descending: part.startsWith('-') }))
    .filter((sort) => columnPattern.test(sort.column))
  return sorts.filter((sort, at) => sorts.findIndex((other) => other.column === sort.column) === at)
}

export function formatIndicatorSort(sort: readonly IndicatorSort[]): string {
  return sort.map((one) => (one.descending ? `-${one.column}` : one.column)).join(',')
}
