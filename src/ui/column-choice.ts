import type { Column } from './data-table.tsx'

type Choice = Readonly<{ column: string; isShown: boolean }>
export type ColumnChoice = readonly Choice[]

type Switched = Pick<Column<never>, 'id' | 'isRowHeader' | 'identifies' | 'isExtra'>
export type ChoosableColumn = Switched & Pick<Column<never>, 'header'>

/** Without them nobody knows what a row is about. */
export function isKept({ isRowHeader, identifies }: Switched): boolean {
  return isRowHeader === true || identifies === true
}

export function isShown(column: Switched, choice: ColumnChoice): boolean {
  if (isKept(column)) return true
  return choice.find((one) => one.column === column.id)?.isShown ?? column.isExtra !== true
}

/** In the order of the table, whatever the order of the choices. */
export function shownColumns<Row extends Switched>(
  columns: readonly Row[],
  choice: ColumnChoice,
): readonly Row[] {
  return columns.filter((column) => isShown(column, choice))
}

/** What is as the table has it by itself is no choice, so that its address stays short. */
export function switchColumn(column: Switched, choice: ColumnChoice, isOn: boolean): ColumnChoice {
  const others = choice.filter((one) => one.column !== column.id)
  const own = column.isExtra !== true
  return isKept(column) || isOn === own ? others : [...others, { column: column.id, isShown: isOn }]
}
