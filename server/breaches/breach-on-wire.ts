import type { Release } from '../../src/contract/catalog.ts'
import type { SloBreachOnWire } from '../../src/contract/slo-breaches.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { RELEASE_LOOKBACK_HOURS } from '../budgets/history-marks.ts'
import { subjectOf } from '../budgets/subject.ts'
import type { Moment } from '../moment.ts'
import { incidentUrl } from '../on-call/links.ts'
import type { ApiDeps } from '../ports.ts'
import { isoOrNull } from '../wire.ts'
import { hoursOf, type BreachEntry } from './breach-entries.ts'

/** The rows of a page, with the releases before them: those are read for what is shown only. */
export async function breachesOnWire(
  { releases, links }: ApiDeps,
  entries: readonly BreachEntry[],
  moment: Moment,
): Promise<SloBreachOnWire[]> {
  const starts = entries.map(({ breach }) => breach.startHour)
  const told =
    entries.length === 0
      ? []
      : await releases.list({
          services: [...new Set(entries.map(({ series }) => series.member.slo.service))],
          deployments: [...new Set(entries.map(({ series }) => series.member.deployment))],
          fromHour: Math.min(...starts) - RELEASE_LOOKBACK_HOURS,
          toHour: Math.max(...starts) + 1,
        })
  const byPlace = Map.groupBy(told, ({ service, deployment }) => `${service} ${deployment}`)
  return entries.map((entry) => {
    const { slo, deployment } = entry.series.member
    return breachOnWire(entry, byPlace.get(`${slo.service} ${deployment}`) ?? [], links, moment)
  })
}

const HOUR_MS = 3_600_000

/** Releases come newest first, so the first that fits is the last before the breach. */
function releaseBefore(startHour: number, releases: readonly Release[]): SloBreachOnWire['releaseBefore'] {
  const earliest = (startHour - RELEASE_LOOKBACK_HOURS) * HOUR_MS
  const latest = (startHour + 1) * HOUR_MS
  const found = releases.find(({ at }) => Date.parse(at) >= earliest && Date.parse(at) < latest)
  return found === undefined ? null : { version: found.version, at: found.at }
}

function breachOnWire(
  entry: BreachEntry,
  releases: readonly Release[],
  templates: ApiDeps['links'],
  moment: Moment,
): SloBreachOnWire {
  const { id, series, breach, reports, incidents, review } = entry
  const { severity, ruleIds, peakRate, peakLongHours, bad, depletion, isEstimate, alertCount } = breach
  return {
    id,
    ...subjectOf(series.member, series),
    start: isoFromHour(breach.startHour),
    end: isoOrNull(breach.endHour),
    hours: hoursOf(entry, moment),
    severity,
    rules: [...ruleIds],
    peakRate,
    peakLongHours,
    bad,
    depletion,
    isEstimate,
    alertedAt: isoOrNull(breach.alertedAtHour),
    alertCount,
    silentUntil: isoOrNull(breach.silentUntilHour),
    reports: reports.map(({ id: reportId, source, rule, startedAt, endedAt, burnRate, summary, url }) => ({
      id: reportId,
      source,
      rule,
      startedAt,
      endedAt,
      burnRate,
      summary,
      url,
    })),
    incidents: incidents.map(({ id: incidentId, title, priority, url }) => ({
      id: incidentId,
      title,
      priority,
      url: url ?? incidentUrl(incidentId, templates),
    })),
    releaseBefore: releaseBefore(breach.startHour, releases),
    review,
  }
}
