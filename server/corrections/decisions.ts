import type { RecordedDecision } from '../../src/contract/corrections.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { periodAt } from '../../src/domain/period.ts'
import { correctedHours, recurrenceInWords } from '../budgets/history-marks.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { beginOf, type SeriesCorrection } from '../correction-ports.ts'
import { compareAscending, type Position } from '../page.ts'

/** What was recorded at once as one, newest first. What is about SLOs that are agreed no more is left out. */
export function decisionsOf(
  all: readonly SeriesCorrection[],
  index: CatalogIndex,
  nowHour: Hour,
): readonly RecordedDecision[] {
  return [...Map.groupBy(all, ({ correction }) => correction.decision).values()]
    .flatMap((those) => decisionOf(those, index, nowHour) ?? [])
    .toSorted((a, b) => newestFirst(positionOf(a), positionOf(b)))
}

export const positionOf = ({ at, id }: RecordedDecision): Position => [at, id]

export function newestFirst([aTime = null, ...a]: Position, [bTime = null, ...b]: Position): number {
  return compareAscending([bTime], [aTime]) || compareAscending(a, b)
}

function decisionOf(
  those: readonly SeriesCorrection[],
  { slos, teams, slis, catalog }: CatalogIndex,
  nowHour: Hour,
): RecordedDecision | null {
  const ordered = those.toSorted((a, b) => beginOf(a.correction) - beginOf(b.correction))
  const [first] = ordered
  const last = ordered.at(-1)
  const slo = slos.get(first?.series.sloId ?? '')
  if (first === undefined || last === undefined || slo === undefined) return null
  const { decision, kind, category, dependency, author, reason, at, rule, timeZone } = first.correction
  const withdrawn = ordered.flatMap(({ correction }) => (correction.withdrawnAt === null ? [] : [correction]))
  const active = ordered.filter(({ correction }) => correction.withdrawnAt === null)
  const upcoming = timesOf(active.filter(({ correction }) => beginOf(correction) >= nowHour))
  const hours = correctedHours(first.correction)
  return {
    id: decision,
    kind,
    category,
    status: statusOf(active.length, withdrawn.length, upcoming === timesOf(active)),
    team: slo.team,
    teamName: teams.get(slo.team)?.name ?? slo.team,
    service: slo.service,
    deployment: first.series.deployment,
    slos: [...new Set(those.map(({ series }) => series.sloId))].flatMap((id) => {
      const one = slos.get(id)
      if (one === undefined) return []
      const { slug, sli, endpoint } = one
      const { verb, path } = endpoint
      return [{ id, slug, sli, sliName: slis.get(sli)?.name ?? sli, endpoint: { verb, path } }]
    }),
    start: isoFromHour(hours.fromHour),
    end: isoFromHour(hours.toHour),
    lastEnd: isoFromHour(correctedHours(last.correction).toHour),
    timeCount: timesOf(ordered),
    upcomingCount: upcoming,
    withdrawnCount: timesOf(ordered) - timesOf(active),
    periods: [
      ...new Set(ordered.map(({ correction }) => periodAt(catalog.periodScheme, beginOf(correction)).name)),
    ],
    share: first.correction.kind === 'top-up' ? first.correction.share : null,
    dependency,
    recurrence:
      rule === null ? null : { rule, timeZone: timeZone ?? 'UTC', words: recurrenceInWords(rule) ?? rule },
    author,
    reason,
    at,
    withdrawnAt: withdrawn[0]?.withdrawnAt ?? null,
    withdrawnBy: withdrawn[0]?.withdrawnBy ?? null,
    withdrawnReason: withdrawn[0]?.withdrawnReason ?? null,
  }
}

/** Each time once, in however many SLOs it counts. */
function timesOf(those: readonly SeriesCorrection[]): number {
  return new Set(those.map(({ correction }) => correction.id)).size
}

function statusOf(
  activeCount: number,
  withdrawnCount: number,
  isAllUpcoming: boolean,
): RecordedDecision['status'] {
  if (activeCount === 0) return 'withdrawn'
  if (withdrawnCount > 0) return 'partly-withdrawn'
  return isAllUpcoming ? 'upcoming' : 'in-force'
}
