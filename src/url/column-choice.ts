import { listFrom, type SearchParams } from './codec.ts'

/** Columns that are shown or hidden against the table's own choice. Columns that come later are as the table has them. */
export type ColumnChoice = readonly Readonly<{ column: string; isShown: boolean }>[]

/** A column of a table: a word, or the id of a period. */
export const columnPattern = /^(?:[a-z][a-z\d-]*|\d{4}(?:-[A-Z]?\d+)*)$/

/** "-team,requests": without the team, with the requests. Of repeated ones the first counts. */
export function parseColumns(text: SearchParams[string]): ColumnChoice {
  const choices = listFrom(text)
    .map((part) => ({ column: part.replace(/^-/, ''), isShown: !part.startsWith('-') }))
    .filter(({ column }) => columnPattern.test(column))
  return choices.filter((choice, at) => choices.findIndex(({ column }) => column === choice.column) === at)
}

export function formatColumns(columns: ColumnChoice): SearchParams {
  if (columns.length === 0) return {}
  return { columns: columns.map(({ column, isShown }) => (isShown ? column : `-${column}`)).join(',') }
}
