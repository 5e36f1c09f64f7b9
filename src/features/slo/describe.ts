import type { BudgetHistory } from '../../contract/budget-history.ts'
import type { Scale } from '../../domain/budget-series.ts'
import { describeBurnDown } from '../../domain/describe-budget.ts'
import { formatRemaining } from '../../domain/format.ts'
import { isUnmeasured } from '../../domain/state.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { formatTime } from '../../ui/time-format.ts'
import type { SloView } from '../../url/slo-view.ts'

const MS_PER_HOUR = 3_600_000

type Shown = Pick<SloView, 'sliding' | 'figures'>

const steps: Record<Scale, string> = {
  hour: 'hour by hour',
  day: 'day by day',
  week: 'week by week',
  period: 'period by period',
  month: 'by calendar month, not by granted period',
}

/** Which of the two views it is, of what, in which steps, and whether corrections count. */
export function burnDownTitle(history: BudgetHistory, { sliding, figures }: Shown): string {
  const raw = figures === 'raw' ? ', before corrections' : ''
  if (sliding) return `Budget left over the 28 days before each hour (sliding)${raw}`
  return `Budget left in ${periodNames(history)}, ${steps[history.scale]}${raw}`
}

function periodNames({ periods }: BudgetHistory): string {
  const first = periods[0]?.budget.period.name
  const last = periods.at(-1)?.budget.period.name
  if (first === undefined || last === undefined) return 'this window'
  return first === last ? last : `${first} to ${last}`
}

export function describeHistory(
  history: BudgetHistory,
  { sliding, figures }: Shown,
  timeZone: string,
): string {
  return sliding ? describeSliding(history, figures, timeZone) : describePeriods(history, figures, timeZone)
}

function describePeriods(history: BudgetHistory, figures: Shown['figures'], timeZone: string): string {
  const newest = history.periods.at(-1)
  if (!newest) return `${subjectOf(history)} was not measured in this window.`
  const at = (instant: string | null) =>
    instant === null ? null : formatTime(Date.parse(instant), 'date-time', timeZone)
  const { budget } = newest
  // Episodes come for the window alone; where it cuts the period they would be too few for a sentence about the period.
  const isWhole = history.window.from <= budget.period.start
  const episodes = history.episodes.filter(({ periodId }) => isWhole && periodId === budget.period.id)
  const fastest = episodes.toSorted((a, b) => b.speed - a.speed)[0]
  const sentence = describeBurnDown({
    subject: subjectOf(history),
    periodName: budget.period.name,
    isOpen: budget.period.isOpen,
    state: budget.state,
    // Where nothing at all was measured, nothing can be said to be left.
    remaining: isUnmeasured(budget) ? null : budget.remaining,
    pacePercent: budget.period.isOpen ? (1 - budget.elapsedShare) * 100 : null,
    exhaustedAtText: at(budget.exhaustedAt),
    projectedText: budget.period.isOpen ? at(earliestExhaustion(history, budget.period.end)) : null,
    episodeCount: episodes.length,
    fastest: fastest ? { percentPerHour: fastest.speed, startText: at(fastest.start) ?? '' } : null,
  })
  const months =
    history.scale === 'month'
      ? 'Each line is a calendar month with a budget of its own; verdicts are given by period.'
      : ''
  return [sentence, rawSentence(newest.budget, figures), earlierSentence(history), months]
    .filter(Boolean)
    .join(' ')
}

/** The instant the chart's estimate ends at, not the whole hour it lies in. */
function earliestExhaustion({ projections }: BudgetHistory, periodEnd: string): string | null {
  const exhausted = projections.flatMap(({ exhaustedAt }) => exhaustedAt ?? [])
  const [earliest] = exhausted.toSorted()
  return earliest !== undefined && earliest < periodEnd ? earliest : null
}

/** Above three, periods are counted: the strip at the head names each. */
const NAMED_PERIODS = 3

function earlierSentence({ periods }: BudgetHistory): string {
  const earlier = periods.slice(0, -1).map(({ budget }) => budget)
  if (earlier.length === 0) return ''
  if (earlier.length <= NAMED_PERIODS) {
    const each = earlier.map(
      ({ period, state, remaining }) =>
        `${period.name} ${stateWords[state].toLowerCase()}${remaining === null ? '' : `, ${percent(remaining)}`}`,
    )
    return `Before it: ${each.join('; ')}.`
  }
  const count = (state: string) => earlier.filter((budget) => budget.state === state).length
  return `Of the ${earlier.length} periods before it ${count('fulfilled')} were fulfilled and ${count('broken')} broken.`
}

function rawSentence(
  { isCorrected, rawRemaining }: BudgetHistory['periods'][number]['budget'],
  figures: Shown['figures'],
): string {
  if (!isCorrected || rawRemaining === null) return ''
  return figures === 'raw'
    ? `The chart shows ${percent(rawRemaining)} left, without corrections.`
    : `Without corrections ${percent(rawRemaining)} would be left.`
}

function describeSliding(history: BudgetHistory, figures: Shown['figures'], timeZone: string): string {
  const columns = history.sliding
  const values = figures === 'raw' ? columns?.rawRemaining : columns?.remaining
  const known = (values ?? []).flatMap((value, index) =>
    value === null ? [] : [{ value, hour: columns?.hour[index] ?? history.window.from }],
  )
  const last = known.at(-1)
  if (!last) return `${subjectOf(history)} has no budget over 28 days to show in this window.`
  const lowest = known.reduce((low, one) => (one.value < low.value ? one : low), last)
  // An hour is named by its start; its figure stands at its end.
  const at = (hour: string) => formatTime(Date.parse(hour) + MS_PER_HOUR, 'date-time', timeZone)
  return (
    `${subjectOf(history)}: ${percent(last.value)} of the budget of the last 28 days was left at ${at(last.hour)}; ` +
    `${lowest === last ? 'nowhere in this window was it lower' : `the lowest was ${percent(lowest.value)} at ${at(lowest.hour)}`}. ` +
    'Verdicts are given by period, never by this view.'
  )
}

function subjectOf({ endpoint, deployment }: BudgetHistory): string {
  return `${[endpoint.verb, endpoint.path].filter(Boolean).join(' ')} in ${deployment}`
}

function percent(ratio: number): string {
  return `${formatRemaining(ratio)}${NARROW_SPACE}%`
}
