import { stringify } from 'yaml'

import type { Deployment } from '../../../src/contract/catalog.ts'
import { isoFromHour } from '../../../src/domain/hours.ts'
import type { PeriodScheme } from '../../../src/domain/period.ts'
import { ANNOTATION_PREFIX } from './annotations.ts'
import { contractSpecOf } from './contract-kind.ts'
import { policySpecOf, rotationSpecOf } from './export-team-documents.ts'
import { OWN_VERSION } from './own-kinds.ts'
import { serviceSpecOf } from './service-kind.ts'
import type {
  AgreedWindow,
  CodedDataSource,
  CodedService,
  CodedDefaultSlo,
  CodedSlo,
  Measurement,
  Objective,
  Query,
  SloCatalog,
} from './slo-catalog.ts'

type Fields = Readonly<Record<string, unknown>>

/** One bundle: SLOs, services and data sources as OpenSLO, the rest as our own kinds. Read again, it is the same catalog. */
export function exportCatalog(catalog: SloCatalog): string {
  return documentsOf(catalog).map(yamlOf).join('---\n')
}

/** One SLO as a file of its own, explicit even where it came from a default. */
export function exportSlo(slo: CodedSlo): string {
  return yamlOf(sloDocument(slo))
}

const yamlOf = (document: Fields) => stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })

function documentsOf(catalog: SloCatalog): readonly Fields[] {
  const { organization, periodScheme, teams, deployments, services, dataSources } = catalog
  const { defaultSlos, slos, contracts, policies, rotations } = catalog
  return [
    [own('Organization', metadata(organization), { periods: periods(periodScheme) })],
    deployments.map(deploymentDocument),
    teams.map((team) => own('Team', metadata(team), { services: slugsOfTeam(catalog, team.slug) })),
    dataSources.map(dataSourceDocument),
    services.map(serviceDocument),
    slos.filter(({ flavor }) => flavor === 'explicit').map(sloDocument),
    defaultSlos.map(defaultSloDocument),
    slos.filter(({ slaTarget }) => slaTarget !== null).map(slaDocument),
    contracts.map((contract) => own('ContractualSla', metadata(contract), contractSpecOf(contract))),
    policies.map((policy) => own('ErrorBudgetPolicy', metadata(policy), policySpecOf(policy))),
    rotations.map((rotation) => own('Rotation', metadata(rotation), rotationSpecOf(rotation))),
  ].flat()
}

function deploymentDocument(deployment: Deployment): Fields {
  const { kind, region } = deployment
  return own('Deployment', metadata(deployment), { kind, ...text('region', region) })
}

function dataSourceDocument(source: CodedDataSource): Fields {
  const { description, type, connectionDetails } = source
  const connection = connectionDetails === null ? {} : { connectionDetails }
  return openSlo('DataSource', metadata(source), { ...text('description', description), type, ...connection })
}

function serviceDocument(service: CodedService): Fields {
  const { facts } = service
  if (facts !== null) return own('Service', metadata(service), serviceSpecOf(service, facts))
  const annotations = { deployments: service.deployments.join(',') }
  return openSlo('Service', metadata(service, annotations), text('description', service.description))
}

function slaDocument({ id, slaTarget }: CodedSlo): Fields {
  return own('Sla', { name: id }, { slo: id, target: slaTarget })
}

function own(kind: string, meta: Fields, spec: Fields): Fields {
  return { apiVersion: OWN_VERSION, kind, metadata: meta, spec }
}

function openSlo(kind: string, meta: Fields, spec: Fields): Fields {
  return { apiVersion: 'openslo/v1', kind, metadata: meta, spec }
}

function metadata(
  { slug, name }: Readonly<{ slug: string; name: string }>,
  annotations: Readonly<Record<string, string | null>> = {},
): Fields {
  const given = Object.entries(annotations).filter(([, value]) => value !== null)
  return {
    name: slug,
    ...(name === slug ? {} : { displayName: name }),
    ...(given.length === 0
      ? {}
      : { annotations: Object.fromEntries(given.map(([key, value]) => [ANNOTATION_PREFIX + key, value])) }),
  }
}

const text = (field: string, value: string): Fields => (value === '' ? {} : { [field]: value })

const slugsOfTeam = ({ services }: SloCatalog, team: string) =>
  services.filter((service) => service.team === team).map(({ slug }) => slug)

function periods(scheme: PeriodScheme): Fields {
  return scheme.kind === 'days'
    ? { scheme: scheme.kind, days: scheme.days, from: isoFromHour(scheme.anchorHour) }
    : { scheme: scheme.kind }
}

function sloDocument(slo: CodedSlo): Fields {
  const { id, name, sli, endpoint, deployments, priority, runbook, thresholdMs } = slo
  const annotations = {
    sli,
    endpoint,
    deployments: deployments.join(','),
    priority: priority === null ? null : String(priority),
    'threshold-ms': thresholdMs === null ? null : String(thresholdMs),
    runbook: runbook?.url ?? null,
    'first-moves': runbook === null || runbook.firstMoves.length === 0 ? null : runbook.firstMoves.join('\n'),
  }
  return openSlo('SLO', metadata({ slug: id, name }, annotations), {
    ...text('description', slo.description),
    service: slo.service,
    indicator: { metadata: { name: id }, spec: indicatorSpec(slo.measurement) },
    ...terms(slo),
  })
}

function defaultSloDocument(fallback: CodedDefaultSlo): Fields {
  const { service, sli, name, endpoints, deployments, thresholdMs, priority, runbook } = fallback
  return own('DefaultSlo', metadata({ slug: `${service}.${sli}`, name }), {
    ...text('description', fallback.description),
    service,
    sli,
    endpoints,
    deployments,
    ...(thresholdMs === null ? {} : { thresholdMs }),
    ...(priority === null ? {} : { priority }),
    ...(runbook === null
      ? {}
      : { runbook: { ...(runbook.url !== null && { url: runbook.url }), firstMoves: runbook.firstMoves } }),
    indicator: { spec: indicatorSpec(fallback.measurement) },
    ...terms(fallback),
  })
}

function terms(objective: Objective): Fields {
  const { window, method, measurement, target } = objective
  return {
    ...(window === null ? {} : { timeWindow: [timeWindow(window)] }),
    budgetingMethod: methodNames[method.kind],
    objectives: [
      {
        ...(measurement.kind === 'threshold' ? { op: measurement.operator, value: measurement.value } : {}),
        target,
        ...(method.kind === 'timeslices' ? { timeSliceTarget: method.sliceTarget } : {}),
        ...(method.kind === 'occurrences' ? {} : { timeSliceWindow: `${method.sliceMinutes}m` }),
      },
    ],
  }
}

const methodNames = {
  occurrences: 'Occurrences',
  timeslices: 'Timeslices',
  'ratio-timeslices': 'RatioTimeslices',
} as const

function timeWindow(window: AgreedWindow): Fields {
  const { kind, duration } = window
  if (kind === 'rolling') return { duration, isRolling: true }
  const { startTime, timeZone } = window
  return { duration, isRolling: false, calendar: { startTime, timeZone } }
}

function indicatorSpec(measurement: Measurement): Fields {
  switch (measurement.kind) {
    case 'good-total': {
      const { good, total } = measurement
      return { ratioMetric: { counter: isCounter(good, total), good: metric(good), total: metric(total) } }
    }
    case 'bad-total': {
      const { bad, total } = measurement
      return { ratioMetric: { counter: isCounter(bad, total), bad: metric(bad), total: metric(total) } }
    }
    case 'ratio': {
      const rawType = measurement.of === 'good' ? 'success' : 'failure'
      return { ratioMetric: { rawType, raw: metric(measurement.ratio) } }
    }
    case 'threshold':
      return { thresholdMetric: metric(measurement.metric) }
  }
}

const isCounter = (...queries: readonly Query[]) => queries.some(({ reading }) => reading === 'running-count')

function metric({ source, promql }: Query): Fields {
  const ref = source === null ? {} : { metricSourceRef: source }
  return { metricSource: { ...ref, type: 'Prometheus', spec: { query: promql } } }
}
