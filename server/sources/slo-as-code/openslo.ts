import { readAnnotations } from './annotations.ts'
import type { Declaration, Reference, SloDeclaration } from './declarations.ts'
import { promqlTypeHint, readIndicator, speaksPromql } from './indicator.ts'
import type { FieldPath } from '../../yaml/mistake.ts'
import { openSloKinds } from './openslo-schemas.ts'
import { parsePart } from '../../yaml/parse-document.ts'
import type { SourceDocument } from '../../yaml/source-document.ts'
import { readTerms } from './terms.ts'

const annotationsPath: FieldPath = ['metadata', 'annotations']

export type OpenSloKind = keyof typeof openSloKinds

const readers: Readonly<Record<OpenSloKind, (document: SourceDocument) => Declaration | null>> = {
  SLO: readSlo,
  SLI: readSli,
  Service: readService,
  DataSource: readDataSource,
}

export function readOpenSlo(kind: OpenSloKind, document: SourceDocument): readonly Declaration[] {
  const declaration = readers[kind](document)
  return declaration === null ? [] : [declaration]
}

type Metadata = Readonly<{ name: string; displayName?: string | undefined }>

/** What every object with Kubernetes-like metadata says of itself. */
export function declaredName(document: SourceDocument, metadata: Metadata, description: string | undefined) {
  return {
    name: { document, path: ['metadata', 'name'], name: metadata.name },
    displayName: metadata.displayName ?? null,
    description: description ?? '',
  }
}

function readSlo(document: SourceDocument): SloDeclaration | null {
  const parsed = parsePart(document, openSloKinds.SLO)
  const annotations = readAnnotations(document, annotationsPath)
  if (parsed === null || annotations === null) return null
  const { metadata, spec } = parsed
  const indicator = sloIndicator(document, spec)
  const terms = readTerms(document, ['spec'], spec)
  if (indicator === null || terms === null) return null
  return {
    kind: 'slo',
    ...declaredName(document, metadata, spec.description),
    ...terms,
    indicator,
    service: { document, path: ['spec', 'service'], name: spec.service },
    impliesService: false,
    team: annotations.reference('team'),
    sli: annotations.reference('sli'),
    likelySli: null,
    endpoint: annotations.text('endpoint'),
    deployments: annotations.references('deployments'),
    priority: annotations.priority,
    runbook: annotations.runbook,
    thresholdMs: annotations.thresholdMs,
  }
}

type SloSpec = NonNullable<ReturnType<typeof parsePart<typeof openSloKinds.SLO>>>['spec']

function sloIndicator(document: SourceDocument, spec: SloSpec): SloDeclaration['indicator'] | null {
  const { indicator, indicatorRef } = spec
  if ((indicator === undefined) === (indicatorRef === undefined)) {
    document.error({
      rule: indicator === undefined ? 'missing-field' : 'contradiction',
      path: indicator === undefined ? ['spec'] : ['spec', 'indicatorRef'],
      problem: 'it must have either indicator or indicatorRef',
      hint: 'indicatorRef names an SLI object, indicator holds one.',
    })
    return null
  }
  if (indicatorRef !== undefined) return { document, path: ['spec', 'indicatorRef'], name: indicatorRef }
  return indicator
    ? readIndicator(document, ['spec', 'indicator', 'spec'], indicator.spec, indicator.metadata?.name ?? null)
    : null
}

function readSli(document: SourceDocument): Declaration | null {
  const parsed = parsePart(document, openSloKinds.SLI)
  const indicator = parsed && readIndicator(document, ['spec'], parsed.spec, parsed.metadata.name)
  if (!indicator) return null
  return {
    kind: 'indicator',
    ...declaredName(document, parsed.metadata, parsed.spec.description),
    indicator,
  }
}

function readService(document: SourceDocument): Declaration | null {
  const parsed = parsePart(document, openSloKinds.Service)
  const annotations = readAnnotations(document, annotationsPath)
  if (parsed === null || annotations === null) return null
  return {
    kind: 'service',
    ...declaredName(document, parsed.metadata, parsed.spec.description),
    team: annotations.reference('team') ?? labelled(document, ['metadata', 'labels'], ['team', 'owner']),
    deployments: annotations.references('deployments'),
    terms: null,
  }
}

function readDataSource(document: SourceDocument): Declaration | null {
  const parsed = parsePart(document, openSloKinds.DataSource)
  if (parsed === null) return null
  const { type, description, connectionDetails } = parsed.spec
  if (!speaksPromql(type)) {
    const problem = 'is no source that speaks PromQL'
    document.error({ rule: 'wrong-value', path: ['spec', 'type'], problem, hint: promqlTypeHint })
    return null
  }
  return {
    kind: 'data-source',
    ...declaredName(document, parsed.metadata, description),
    type,
    connectionDetails: connectionDetails ?? null,
  }
}

/** The first of these labels that is there. */
export function labelled(
  document: SourceDocument,
  path: FieldPath,
  names: readonly string[],
): Reference | null {
  for (const name of names) {
    const value = document.valueAt([...path, name])
    const text: unknown = Array.isArray(value) ? value[0] : value
    if (typeof text === 'string' && text !== '') return { document, path: [...path, name], name: text }
  }
  return null
}
