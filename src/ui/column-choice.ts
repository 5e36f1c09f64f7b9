import type { Column } from './data-table.tsx'

type Choice = Readonly<{ column: string; isShown: boolean }>

type Switched = Pick<Column<never>, 'id' | 'isRowHeader' | 'identifies' | 'isExtra'>

/** Without them nobody knows what a row is about. */
export function isKept({ isRowHeader, identifies }: Switched): boolean {
  return isRowHeader === true || identifies === true
}

export function isShown(column: Switched, choice: readonly Choice[]): boolean {
  if (isKept(column)) return true
  return choice.find((one) => one.column === column.id)?.isShown ?? column.isExtra !== true
}

/** In the order of the table, whatever the order of the choices. */
export function shownColumns<Row extends Switched>(
  columns: readonly Row[],
  choice: readonly Choice[],
): readonly Row[] {
  return columns.filter((column) => isShown(column, choice))
}

/** What is as the table has it by itself is no choice, so that its address stays short. */
export function switchColumn(column: Switched, choice: readonly Choice[], isOn: boolean): readonly Choice[] {
  const others = choice.filter((one) => one.column !== column.id)
  const own = column.isExtra !== true
  return isKept(column) || isOn === own ? others : [...others, { column: column.id, isShown: isOn }]
}
