import * as z from 'zod/mini'

import type { Indicator, SloDeclaration } from './declarations.ts'
import type { FieldPath } from '../../yaml/mistake.ts'
import { labelled } from './openslo.ts'
import { nameSchema } from './openslo-schemas.ts'
import { parsePart } from '../../yaml/parse-document.ts'
import { queryFrom } from './promql.ts'
import type { SourceDocument } from '../../yaml/source-document.ts'
import { percentTarget } from './target.ts'

const labelsSchema = z.record(z.string(), z.string().check(z.describe('a text (in quotes)')))
const querySchema = z.string().check(z.minLength(1), z.describe('a PromQL query'))

const eventsSchema = z.strictObject({ error_query: querySchema, total_query: querySchema })
const rawSchema = z.strictObject({ error_ratio_query: querySchema })

/** The fields of the CRD and those of the plain file differ in letter case only. */
const sloSchema = z.strictObject({
  name: nameSchema,
  description: z.optional(z.string()),
  objective: z.number().check(z.describe('percent, such as 99.9')),
  labels: z.optional(labelsSchema),
  infoLabels: z.optional(labelsSchema),
  sli: z.strictObject({
    events: z.optional(eventsSchema),
    raw: z.optional(rawSchema),
    plugin: z.optional(z.unknown()),
  }),
  // Alerts, rule intervals and plugins are for Sloth itself.
  alerting: z.optional(z.unknown()),
  interval: z.optional(z.unknown()),
  plugins: z.optional(z.unknown()),
})

const specFields = {
  service: nameSchema,
  labels: z.optional(labelsSchema),
  // Each SLO is parsed by itself, so that a wrong one leaves the others alone.
  slos: z.array(z.unknown()).check(z.minLength(1)),
  sloPlugins: z.optional(z.unknown()),
}

const fileSchema = z.strictObject({
  version: z.literal('prometheus/v1'),
  ...specFields,
  slo_plugins: z.optional(z.unknown()),
})

const resourceSchema = z.strictObject({
  apiVersion: z.literal('sloth.slok.dev/v1'),
  kind: z.literal('PrometheusServiceLevel'),
  metadata: z.looseObject({ name: nameSchema }),
  spec: z.strictObject(specFields),
  status: z.optional(z.unknown()),
})

export function readSlothFile(document: SourceDocument): readonly SloDeclaration[] {
  return readSlos(document, [], parsePart(document, fileSchema))
}

export function readSlothResource(document: SourceDocument): readonly SloDeclaration[] {
  return readSlos(document, ['spec'], parsePart(document, resourceSchema)?.spec ?? null)
}

type Spec = Readonly<{ service: string; slos: readonly unknown[] }>

function readSlos(document: SourceDocument, path: FieldPath, spec: Spec | null): readonly SloDeclaration[] {
  if (spec === null) return []
  const service = { document, path: [...path, 'service'], name: spec.service }
  return spec.slos.flatMap((_, index) => readSlo(document, path, [...path, 'slos', index], service) ?? [])
}

function readSlo(
  document: SourceDocument,
  specPath: FieldPath,
  path: FieldPath,
  service: SloDeclaration['service'],
): SloDeclaration | null {
  const slo = parsePart(document, sloSchema, path)
  if (slo === null) return null
  const target = percentTarget(document, [...path, 'objective'], slo.objective)
  const indicator = readIndicator(document, [...path, 'sli'], slo.sli)
  if (target === null || indicator === null) return null
  const objectivePath = [...path, 'objective']
  const method = { kind: 'occurrences' } as const
  const labels = [
    [...path, 'labels'],
    [...specPath, 'labels'],
  ]
  const deployment = labels
    .map((at) => labelled(document, at, ['deployment']))
    .find((found) => found !== null)
  return {
    kind: 'slo',
    name: { document, path: [...path, 'name'], name: slo.name },
    displayName: null,
    description: slo.description ?? '',
    service,
    impliesService: true,
    team: labelled(document, [...specPath, 'labels'], ['team', 'owner']),
    sli: labelled(document, [...path, 'labels'], ['sli']),
    likelySli: labelled(document, [...path, 'labels'], ['category'])?.name ?? null,
    indicator,
    objectives: [
      { document, path: objectivePath, displayName: null, target, method, operator: null, value: null },
    ],
    endpoint: null,
    deployments: deployment ? [deployment] : null,
    priority: null,
    runbook: null,
    thresholdMs: null,
    // Sloth's window is a flag of its command line, 30 days where none is given.
    window: null,
  }
}

function readIndicator(
  document: SourceDocument,
  path: FieldPath,
  { events, raw, plugin }: z.infer<typeof sloSchema>['sli'],
): Indicator | null {
  const given = [events, raw, plugin].filter((sli) => sli !== undefined)
  if (given.length !== 1) {
    const rule = given.length === 0 ? 'missing-field' : 'contradiction'
    document.error({ rule, path, problem: 'it must have either events or raw' })
    return null
  }
  if (events) {
    const queries = ['error_query', 'total_query'] as const
    for (const name of queries) checkWindow(document, [...path, 'events', name], events[name])
    const [bad, total] = queries.map((name) => queryFrom(events[name], false, null))
    return bad && total ? { name: null, measurement: { kind: 'bad-total', bad, total }, sources: [] } : null
  }
  if (raw) {
    checkWindow(document, [...path, 'raw', 'error_ratio_query'], raw.error_ratio_query)
    const ratio = queryFrom(raw.error_ratio_query, false, null)
    return { name: null, measurement: { kind: 'ratio', ratio, of: 'bad' }, sources: [] }
  }
  document.error({
    rule: 'not-read',
    path: [...path, 'plugin'],
    problem: 'cannot be read: a plugin is code that only Sloth runs',
    hint: 'Write the queries it makes as events with error_query and total_query.',
  })
  return null
}

function checkWindow(document: SourceDocument, path: FieldPath, query: string): void {
  if (/\{\{\s*\.window\s*\}\}/.test(query)) return
  const problem = 'has no {{.window}} in it, so that it cannot be asked for an hour'
  document.warn({ rule: 'taken-as', path, problem, hint: 'Write the range as [{{.window}}].' })
}
