import { runbookOf } from './annotations.ts'
import type { PeriodScheme } from '../../../src/domain/period.ts'
import { hourFromIso } from '../../../src/domain/hours.ts'
import { readContract } from './contract-kind.ts'
import type { Declaration, Reference } from './declarations.ts'
import { readIndicator } from './indicator.ts'
import { declaredName } from './openslo.ts'
import { ownKinds } from './own-kinds.ts'
import { parsePart } from '../../yaml/parse-document.ts'
import { readPolicy } from './policy-kind.ts'
import { readRotation } from './rotation-kind.ts'
import { readServiceTerms } from './service-kind.ts'
import type { SourceDocument } from '../../yaml/source-document.ts'
import { readTarget, readTerms } from './terms.ts'

export type OwnKind = keyof typeof ownKinds

const readers: Readonly<Record<OwnKind, (document: SourceDocument) => Declaration | null>> = {
  Organization: readOrganization,
  Team: readTeam,
  Deployment: readDeployment,
  Service: readService,
  DefaultSlo: readDefaultSlo,
  Sla: readSla,
  ContractualSla: readContractualSla,
  ErrorBudgetPolicy: readErrorBudgetPolicy,
  Rotation: readRotationDocument,
}

export function readOwnKind(kind: OwnKind, document: SourceDocument): readonly Declaration[] {
  const declaration = readers[kind](document)
  return declaration === null ? [] : [declaration]
}

function readOrganization(document: SourceDocument): Declaration | null {
  const parsed = parsePart(document, ownKinds.Organization)
  if (parsed === null) return null
  const { metadata, spec } = parsed
  const periodScheme = readScheme(document, spec.periods)
  if (periodScheme === null) return null
  return { kind: 'organization', ...declaredName(document, metadata, spec.description), periodScheme }
}

type Periods = Readonly<{
  scheme: PeriodScheme['kind']
  days?: number | undefined
  from?: string | undefined
}>

function readScheme(document: SourceDocument, { scheme, days, from }: Periods): PeriodScheme | null {
  const path = ['spec', 'periods']
  if (scheme !== 'days') {
    if (days === undefined && from === undefined) return { kind: scheme }
    const extra = days === undefined ? 'from' : 'days'
    const problem = `has no meaning with scheme: ${scheme}; only scheme: days has it`
    document.error({ rule: 'contradiction', path: [...path, extra], problem })
    return null
  }
  const anchorHour = from === undefined ? null : hourFromIso(from)
  if (days === undefined) {
    const problem = 'is missing; it must be the length of a period in days'
    document.error({ rule: 'missing-field', path: [...path, 'days'], problem })
  }
  if (anchorHour === null) {
    document.error({
      rule: from === undefined ? 'missing-field' : 'wrong-value',
      path: [...path, 'from'],
      problem: `${from === undefined ? 'is missing; ' : ''}it must be the start of one period, such as 2026-01-05T00:00:00Z`,
    })
  }
  return days === undefined || anchorHour === null ? null : { kind: 'days', days, anchorHour }
}

function readTeam(document: SourceDocument): Declaration | null {
  const parsed = parsePart(document, ownKinds.Team)
  if (parsed === null) return null
  const { metadata, spec } = parsed
  const services = references(document, 'services', spec.services) ?? []
  return { kind: 'team', ...declaredName(document, metadata, spec.description), services }
}

function references(
  document: SourceDocument,
  field: string,
  names: readonly string[] | undefined,
): readonly Reference[] | null {
  return names?.map((name, index) => ({ document, path: ['spec', field, index], name })) ?? null
}

function readDeployment(document: SourceDocument): Declaration | null {
  const parsed = parsePart(document, ownKinds.Deployment)
  if (parsed === null) return null
  const { metadata, spec } = parsed
  return {
    kind: 'deployment',
    ...declaredName(document, metadata, spec.description),
    deployment: { kind: spec.kind, region: spec.region ?? '' },
  }
}

function readService(document: SourceDocument): Declaration | null {
  const parsed = parsePart(document, ownKinds.Service)
  const terms = parsed && readServiceTerms(document, parsed.spec)
  if (!terms) return null
  const { metadata, spec } = parsed
  return {
    kind: 'service',
    ...declaredName(document, metadata, spec.description),
    team: spec.team === undefined ? null : { document, path: ['spec', 'team'], name: spec.team },
    deployments: references(document, 'deployments', spec.deployments),
    terms,
  }
}

function readDefaultSlo(document: SourceDocument): Declaration | null {
  const parsed = parsePart(document, ownKinds.DefaultSlo)
  if (parsed === null) return null
  const { metadata, spec } = parsed
  const terms = readTerms(document, ['spec'], spec)
  const indicator = readIndicator(document, ['spec', 'indicator', 'spec'], spec.indicator.spec, null)
  if (terms === null || indicator === null) return null
  return {
    kind: 'default-slo',
    ...declaredName(document, metadata, spec.description),
    ...terms,
    indicator,
    service: { document, path: ['spec', 'service'], name: spec.service },
    sli: { document, path: ['spec', 'sli'], name: spec.sli },
    endpoints: spec.endpoints ?? [],
    deployments: references(document, 'deployments', spec.deployments),
    priority: spec.priority ?? null,
    runbook: runbookOf(spec.runbook?.url ?? null, spec.runbook?.firstMoves ?? []),
    thresholdMs: spec.thresholdMs ?? null,
  }
}

function readSla(document: SourceDocument): Declaration | null {
  const parsed = parsePart(document, ownKinds.Sla)
  if (parsed === null) return null
  const { metadata, spec } = parsed
  const target = readTarget(document, ['spec'], spec)
  if (target === null) return null
  const field = spec.target === undefined ? 'targetPercent' : 'target'
  return {
    kind: 'sla',
    ...declaredName(document, metadata, spec.description),
    slo: { document, path: ['spec', 'slo'], name: spec.slo },
    target,
    targetSource: { document, path: ['spec', field] },
  }
}

function readContractualSla(document: SourceDocument): Declaration | null {
  const parsed = parsePart(document, ownKinds.ContractualSla)
  const terms = parsed && readContract(document, parsed.spec)
  if (!terms) return null
  const { metadata, spec } = parsed
  return {
    kind: 'contract',
    ...declaredName(document, metadata, undefined),
    ...terms,
    parts: references(document, 'restsOn', spec.restsOn) ?? [],
    deployments: references(document, 'deployments', spec.deployments),
  }
}

function readErrorBudgetPolicy(document: SourceDocument): Declaration | null {
  const parsed = parsePart(document, ownKinds.ErrorBudgetPolicy)
  const terms = parsed && readPolicy(document, parsed.spec)
  if (!terms) return null
  const { metadata, spec } = parsed
  return {
    kind: 'policy',
    ...declaredName(document, metadata, spec.description),
    ...terms,
    team: { document, path: ['spec', 'team'], name: spec.team },
    services: references(document, 'services', spec.services),
  }
}

function readRotationDocument(document: SourceDocument): Declaration | null {
  const parsed = parsePart(document, ownKinds.Rotation)
  const terms = parsed && readRotation(document, parsed.spec)
  if (!terms) return null
  const { metadata, spec } = parsed
  return {
    kind: 'rotation',
    ...declaredName(document, metadata, spec.description),
    ...terms,
    team: { document, path: ['spec', 'team'], name: spec.team },
    services: references(document, 'services', spec.services),
    deployments: references(document, 'deployments', spec.deployments),
  }
}
