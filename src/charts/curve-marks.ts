export type CurveEvents = Readonly<{
  releases: readonly Readonly<{ at: string }>[]
  targetChanges: readonly Readonly<{ at: string }>[]
  corrections: readonly Readonly<{ kind: 'exclusion' | 'top-up'; start: string; end: string }>[]
  enactments: readonly Readonly<{ start: string; end: string | null }>[]
}>

type MarkPeriod = Readonly<{ fromMs: number; toMs: number }>

type Span = Readonly<{ x: number; width: number }>

type CurveMarks = Readonly<{
  releases: readonly number[]
  targetChanges: readonly number[]
  topUps: readonly number[]
  exclusions: readonly Readonly<{ x: number; width: number }>[]
  /** One beside another where clauses were met at the same time. */
  enactments: readonly Readonly<{ x: number; width: number }>[]
}>

/** An hour out of a period is less than a pixel. */
const LEAST_SPAN_PX = 2

/** Where events stand among boxes of one width, each a period: five weeks take as much room as four. */
export function curveMarks(
  { releases, targetChanges, corrections, enactments }: CurveEvents,
  periods: readonly MarkPeriod[],
  boxWidth: number,
  /** Where the data end: what still goes on is not known to go on after. */
  upTo: string,
): CurveMarks {
  const xOf = (instant: string): number | null => {
    const ms = Date.parse(instant)
    const at = periods.findIndex(({ fromMs, toMs }) => ms >= fromMs && ms < toMs)
    const period = periods[at]
    if (period === undefined) return null
    return round((at + (ms - period.fromMs) / (period.toMs - period.fromMs)) * boxWidth)
  }
  const lastMs = Math.min(Date.parse(upTo), Math.max(0, ...periods.map(({ toMs }) => toMs)))
  const lastInstant = new Date(lastMs).toISOString()
  const spanned = (start: string, end: string): readonly Span[] => {
    const x = xOf(start)
    if (x === null) return []
    // Its end may be that of its period, which belongs to the next one.
    const last = xOf(new Date(Date.parse(end) - 1).toISOString()) ?? x
    return [{ x, width: Math.max(LEAST_SPAN_PX, round(last - x)) }]
  }
  const placed = (instants: readonly string[]) => [...new Set(instants.flatMap((at) => xOf(at) ?? []))]
  return {
    releases: placed(releases.map(({ at }) => at)),
    targetChanges: placed(targetChanges.map(({ at }) => at)),
    topUps: placed(corrections.flatMap(({ kind, start }) => (kind === 'top-up' ? [start] : []))),
    exclusions: corrections.flatMap(({ kind, start, end }) =>
      kind === 'exclusion' ? spanned(start, end) : [],
    ),
    enactments: joined(enactments.flatMap(({ start, end }) => spanned(start, end ?? lastInstant))),
  }
}

/** Spans that overlap are one: two clauses met at once are no darker than one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: { x: number; width: number }[] = []
  for (const { x, width } of spans.toSorted((a, b) => a.x - b.x)) {
    const last = all.at(-1)
    if (last !== undefined && x <= last.x + last.width) {
      last.width = Math.max(last.width, round(x + width - last.x))
    } else all.push({ x, width })
  }
  return all
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
