import { metWords } from './curve-words.ts'
import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { SlaAdherenceRow, SlaCurvesRow, SlaDepletionRow } from '../../contract/sla-indicators.ts'
import { notSigned, signedWithin } from '../../domain/contract-beginning.ts'
import { formatTarget } from '../../domain/format.ts'
import { counted, nameList, percent } from '../../domain/indicator-words.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { stateWords } from '../../ui/state-words.ts'

type Cell = SlaAdherenceRow['cells'][number]
type Member = NonNullable<Cell['worst']>

const adherenceWords: Readonly<Record<Cell['adherence'], string>> = {
  fulfilled: 'Fulfilled',
  broken: 'Broken',
  open: 'Open, estimate',
  'no-traffic': 'No traffic',
  'no-data': 'No data',
  absent: 'No SLO yet',
}

/** "GET /timetable 99.85 % of timetable" */
export function memberName({ name, service }: Pick<Member, 'name' | 'service'>): string {
  return `${name} of ${service}`
}

/** What one period of one SLA says: "Broken, 43 % left on average, because GET /timetable 99.85 % of timetable was broken". */
export function slaCellWords(cell: Cell, type: SlaAdherenceRow['type']): string {
  const { adherence, remaining, isDerived, brokenBy, worst } = cell
  const mean = type === 'contractual' && isDerived ? ' on average' : ''
  const left = remaining === null ? '' : `, ${percent(remaining)} left${mean}`
  const names = nameList(brokenBy.map(memberName))
  const cause =
    brokenBy.length === 0 ? '' : `, because ${names} ${brokenBy.length === 1 ? 'was' : 'were'} broken`
  const ownCause = adherence === 'broken' && type === 'contractual' && brokenBy.length === 0
  const weakest =
    worst?.remaining == null || brokenBy.length > 0
      ? ''
      : `, least left of ${memberName(worst)}: ${percent(worst.remaining)}`
  return `${adherenceWords[adherence]}${left}${cause}${ownCause ? ', by its own measure, while every part held' : ''}${weakest}`
}

type Beginning = Readonly<{ since: string | null }> | null

/** Why there is no figure of one period of one SLA. */
export function slaAbsence(contract: Beginning, period: Pick<PeriodOnWire, 'start' | 'end'>): string {
  return notSigned(contract?.since ?? null, period) ?? 'No SLO that it rests on existed in this period'
}

/** Of a contract that begins within the period, for behind its other words; else nothing. */
export function sinceWords(contract: Beginning, period: Pick<PeriodOnWire, 'start' | 'end'>): string {
  const words = signedWithin(contract?.since ?? null, period)
  return words === null ? '' : `, ${words}`
}

/** What a footer says of a table where any contract begins. */
export function sinceNote(rows: readonly Readonly<{ contract: Beginning }>[] = []): string {
  return rows.some(({ contract }) => contract?.since != null)
    ? ' A contract counts from its first day on, also within a period.'
    : ''
}

type Basis = NonNullable<SlaDepletionRow['basis']>

/** What the figure of a contract is a figure of. */
export const basisWords: Readonly<Record<Basis, Readonly<{ short: string; long: string }>>> = {
  own: { short: 'end to end', long: 'Measured end to end, not by its parts' },
  mean: { short: 'mean of parts', long: 'The mean of its parts: it has no measure of its own' },
  'mean-of-selected': {
    short: 'mean of selected',
    long: 'The mean of the selected services only, not of the whole contract',
  },
}

/** As many releases as a hint can name. */
const MOST_NAMED = 4

/** How one period of one SLA went, and what may have bent its curve. */
export function slaCurveWords(
  { state, remaining, worst }: NonNullable<SlaCurvesRow['curves'][number]>,
  { name, start, end, isOpen }: PeriodOnWire,
  { releases, targetChanges, corrections, enactments }: SlaCurvesRow['marks'],
): string {
  const isHere = (at: string) => at >= start && at < end
  const corrected = corrections.filter((one) => isHere(one.start)).length
  const made = releases.filter(({ at }) => isHere(at))
  const named = made.slice(0, MOST_NAMED).map(({ service, version }) => `${service} ${version}`)
  const more = made.length > named.length ? ` and ${made.length - named.length} more` : ''
  return [
    `${name}: ${remaining === null ? 'nothing measured' : `${percent(remaining)} left`}`,
    ...(isOpen ? ['estimate'] : []),
    ...(state === null ? [] : [stateWords[state]]),
    ...(worst?.remaining == null ? [] : [`least ${percent(worst.remaining)} of ${memberName(worst)}`]),
    ...(made.length === 0 ? [] : [`${counted(made.length, 'release')} (${named.join(', ')}${more})`]),
    ...targetChanges
      .filter(({ at }) => isHere(at))
      .map(
        ({ before, after, of }) =>
          `target${of === null ? '' : ` of ${of}`} changed from ${formatTarget(before)} to ${formatTarget(after)}${NARROW_SPACE}%`,
      ),
    ...(corrected === 0 ? [] : [counted(corrected, 'correction')]),
    ...metWords(enactments.filter((one) => isHere(one.start))),
  ].join(', ')
}
