import type { Adherence } from '../../../domain/adherence.ts'
import { StateGlyphs } from '../../../ui/state-glyph.tsx'
import type { MarkedState } from '../../../ui/state-words.ts'

const marks: Readonly<Record<Adherence, MarkedState | null>> = {
  fulfilled: 'fulfilled',
  broken: 'broken',
  open: 'open',
  'no-traffic': 'no-traffic',
  'no-data': 'no-data',
  absent: null,
}

const words: Readonly<Record<Adherence, string>> = {
  fulfilled: 'kept',
  broken: 'broken',
  open: 'open',
  'no-traffic': 'no traffic',
  'no-data': 'no data',
  absent: 'not there yet',
}

type VerdictMarksProps = Readonly<{
  cells: readonly Adherence[]
  periods: readonly Readonly<{ name: string }>[]
}>

/** A mark for each period, oldest first. */
export function VerdictMarks({ cells, periods }: VerdictMarksProps) {
  return <StateGlyphs states={cells.map((cell) => marks[cell])} label={verdictWords(cells, periods)} />
}

/** "P9 kept, P10 broken". */
function verdictWords(cells: VerdictMarksProps['cells'], periods: VerdictMarksProps['periods']): string {
  return cells.map((cell, at) => `${periods[at]?.name ?? ''} ${words[cell]}`.trim()).join(', ')
}

/** "P1–P11", "P11", or nothing where none has closed. */
export function spanWords(periods: VerdictMarksProps['periods']): string {
  const [first] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return 'no closed period'
  return first === last ? last.name : `${first.name}–${last.name}`
}
