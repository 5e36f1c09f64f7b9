import type { ReportedBreach } from '../../../src/contract/records.ts'
import type { CatalogIndex } from '../../catalog-index.ts'
import type { AlertmanagerSettings } from '../../settings/alertmanager-settings.ts'
import { plainLine } from '../plain-line.ts'
import type { Alert } from './alerts.ts'
import { labelOf, seriesOfAlert } from './slo-of-alert.ts'

type UnknownAlert = Readonly<{ alert: number; name: string; detail: string }>

export type AlertsRead = Readonly<{
  breaches: readonly ReportedBreach[]
  /** Alerts that name an SLO nobody knows, or say something that cannot be kept; their places count from 0. */
  unmatched: readonly UnknownAlert[]
  /** Alerts that are about no SLO. */
  otherCount: number
}>

type Names = Readonly<{ index: CatalogIndex; settings: AlertmanagerSettings }>

/** One alert is one breach, from when it starts to when it is over, however often it is told. */
export function breachesOfAlerts(alerts: readonly Alert[], names: Names): AlertsRead {
  const breaches: ReportedBreach[] = []
  const unmatched: UnknownAlert[] = []
  for (const [place, alert] of alerts.entries()) {
    const read = breachOf(alert, names)
    if (read === null) continue
    if ('unknown' in read) unmatched.push({ alert: place, name: nameOf(alert), detail: read.unknown })
    else breaches.push(read)
  }
  return { breaches, unmatched, otherCount: alerts.length - breaches.length - unmatched.length }
}

function breachOf(
  alert: Alert,
  { index, settings }: Names,
): ReportedBreach | Readonly<{ unknown: string }> | null {
  const { labels, annotations, fingerprint } = alert
  const series = seriesOfAlert(labels, index, settings)
  if (series === null || 'unknown' in series) return series
  const severity = severityOf(alert, settings)
  if (severity === null)
    return { unknown: `No label says how severe it is, or in words nobody set: ${wordsFor(settings)}` }
  const startedAt = instantOf(alert.startsAt)
  const endedAt = alert.status === 'resolved' ? instantOf(alert.endsAt) : null
  if (startedAt === null) return { unknown: 'startsAt is no instant' }
  if (alert.status === 'resolved' && endedAt === null) return { unknown: 'endsAt is no instant' }
  return {
    id: `alertmanager:${plainLine(fingerprint, MOST_ID_CHARACTERS)}:${startedAt}`,
    slo: series.slo.id,
    deployment: series.deployment,
    service: series.slo.service,
    severity,
    rule: ruleOf(alert),
    startedAt,
    endedAt: endedAt !== null && endedAt < startedAt ? startedAt : endedAt,
    burnRate: burnRateOf(alert),
    summary:
      plainLine(annotations['summary'] ?? annotations['description'] ?? '', MOST_SUMMARY_CHARACTERS) || null,
    source: 'alertmanager',
    url: linkOf(alert.generatorURL),
  }
}

const MOST_ID_CHARACTERS = 100
const MOST_RULE_CHARACTERS = 200
const MOST_SUMMARY_CHARACTERS = 1_000
const MOST_LINK_CHARACTERS = 2_000

function severityOf(
  { labels }: Alert,
  { severityLabels, pageSeverities, ticketSeverities }: AlertmanagerSettings,
): ReportedBreach['severity'] | null {
  const value = labelOf(labels, severityLabels)?.value ?? ''
  if (pageSeverities.includes(value)) return 'page'
  return ticketSeverities.includes(value) ? 'ticket' : null
}

function wordsFor({ severityLabels, pageSeverities, ticketSeverities }: AlertmanagerSettings): string {
  return `${severityLabels.join(' or ')} with ${[...pageSeverities, ...ticketSeverities].join(', ')}`
}

function nameOf({ labels }: Alert): string {
  return plainLine(labels['alertname'] ?? '', MOST_RULE_CHARACTERS) || 'an alert without a name'
}

/** Pyrra's rules of one SLO share a name and differ in their windows. */
function ruleOf(alert: Alert): string {
  const { long, short } = alert.labels
  return long === undefined || short === undefined
    ? nameOf(alert)
    : plainLine(`${nameOf(alert)} ${long}/${short}`, MOST_RULE_CHARACTERS)
}

/** No tool has a field for it; where a rule gives it as a label or annotation, it is kept. */
function burnRateOf({ labels, annotations }: Alert): number | null {
  const text = labels['burn_rate'] ?? annotations['burn_rate'] ?? ''
  const rate = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(rate) && rate >= 0 ? rate : null
}

/** To the second, in UTC. */
function instantOf(text: string): string | null {
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) return null
  const iso = new Date(ms).toISOString()
  return iso >= '1970' && iso < '9999' ? `${iso.slice(0, 19)}Z` : null
}

function linkOf(text: string): string | null {
  const link = URL.canParse(text) ? new URL(text) : null
  if (link === null || !/^https?:$/.test(link.protocol) || link.href.length > MOST_LINK_CHARACTERS)
    return null
  return link.href
}
