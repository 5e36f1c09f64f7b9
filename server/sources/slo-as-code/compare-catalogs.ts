import { queriesOf } from './resolve-measurement.ts'
import { contractInWords } from './contract-kind.ts'
import { serviceFactsInWords } from './service-kind.ts'
import { policyInWords, rotationInWords } from './team-documents-in-words.ts'
import type {
  AgreedWindow,
  BudgetingMethod,
  CodedDefaultSlo,
  CodedSlo,
  Objective,
  SloCatalog,
} from './slo-catalog.ts'
import { percentFromShare } from './target.ts'

type FieldChange = Readonly<{ field: string; before: string; after: string }>

export type Change =
  | Readonly<{ kind: 'new'; id: string; summary: string }>
  | Readonly<{ kind: 'changed'; id: string; fields: readonly FieldChange[] }>
  | Readonly<{ kind: 'gone'; id: string }>

/** What would change, by the kind of object; only kinds with a change are there. */
export type CatalogChanges = ReadonlyMap<string, readonly Change[]>

/** What a reader needs to see of an object, field by field, in words. */
type Shown = Readonly<Record<string, string>>

type Objects = ReadonlyMap<string, Shown>

export function compareCatalogs(before: SloCatalog, after: SloCatalog): CatalogChanges {
  const kinds = Object.entries(shownKinds).map(([kind, show]): [string, readonly Change[]] => [
    kind,
    changesOf(show(before), show(after)),
  ])
  return new Map(kinds.filter(([, changes]) => changes.length > 0))
}

function changesOf(before: Objects, after: Objects): readonly Change[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  return ids.flatMap((id): readonly Change[] => {
    const [old, now] = [before.get(id), after.get(id)]
    if (now === undefined) return [{ kind: 'gone', id }]
    if (old === undefined) return [{ kind: 'new', id, summary: Object.values(now)[0] ?? '' }]
    const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((field) => {
      const [was, is] = [old[field] ?? NONE, now[field] ?? NONE]
      if (was === is) return []
      return [field === SECRET ? { field, before: '…', after: '…' } : { field, before: was, after: is }]
    })
    return fields.length === 0 ? [] : [{ kind: 'changed', id, fields }]
  })
}

const NONE = 'none'
/** Connection details may hold passwords: that they changed is shown, not what they are. */
const SECRET = 'connection details'

const shownKinds: Readonly<Record<string, (catalog: SloCatalog) => Objects>> = {
  Organization: ({ organization, periodScheme }) =>
    new Map([
      [
        'organization',
        { name: organization.name, slug: organization.slug, periods: periodsInWords(periodScheme) },
      ],
    ]),
  Teams: ({ teams }) => new Map(teams.map(({ slug, name }) => [slug, { name }])),
  Deployments: ({ deployments }) =>
    new Map(
      deployments.map(({ slug, name, kind, region }) => [slug, { name, kind, region: region || NONE }]),
    ),
  Services: ({ services }) =>
    new Map(
      services.map(({ slug, name, team, description, deployments, facts }) => [
        slug,
        {
          name,
          team,
          description: description || NONE,
          deployments: listed(deployments),
          ...serviceFactsInWords(facts),
        },
      ]),
    ),
  'Data sources': ({ dataSources }) =>
    new Map(
      dataSources.map(({ slug, name, description, type, connectionDetails }) => [
        slug,
        { type, name, description: description || NONE, [SECRET]: sortedJson(connectionDetails) },
      ]),
    ),
  SLOs: ({ slos }) => new Map(slos.map((slo) => [slo.id, { ...termsInWords(slo), ...sloInWords(slo) }])),
  'Default SLOs': ({ defaultSlos }) =>
    new Map(
      defaultSlos.map((slo) => [
        `${slo.service}.${slo.sli}`,
        { ...termsInWords(slo), endpoints: listed(slo.endpoints) },
      ]),
    ),
  'Contractual SLAs': ({ contracts }) => new Map(contracts.map((one) => [one.slug, contractInWords(one)])),
  'Error budget policies': ({ policies }) =>
    new Map(policies.map((policy) => [policy.slug, policyInWords(policy)])),
  Rotations: ({ rotations }) => new Map(rotations.map((one) => [one.slug, rotationInWords(one)])),
}

function termsInWords(slo: CodedSlo | CodedDefaultSlo): Shown {
  return {
    target: `${percentFromShare(slo.target)} %`,
    threshold: slo.thresholdMs === null ? NONE : `${slo.thresholdMs} ms`,
    name: slo.name,
    description: slo.description || NONE,
    deployments: listed(slo.deployments),
    priority: slo.priority === null ? NONE : String(slo.priority),
    runbook: runbookInWords(slo.runbook),
    window: windowInWords(slo.window),
    method: methodInWords(slo.method),
    measurement: measurementInWords(slo),
    queries: queriesOf(slo.measurement)
      .map(({ promql, source }) => (source === null ? promql : `${source}: ${promql}`))
      .join(' over '),
  }
}

function runbookInWords(runbook: Objective['runbook']): string {
  if (runbook === null) return NONE
  return [...(runbook.url === null ? [] : [runbook.url]), ...runbook.firstMoves].join('; ')
}

function sloInWords({ endpoint, slaTarget, flavor }: CodedSlo): Shown {
  return {
    endpoint: endpoint ?? 'whole service',
    SLA: slaTarget === null ? NONE : `${percentFromShare(slaTarget)} %`,
    flavor,
  }
}

function measurementInWords({ measurement }: CodedSlo | CodedDefaultSlo): string {
  const [query] = queriesOf(measurement)
  const reading = query?.reading ?? NONE
  if (measurement.kind === 'ratio') return `ratio of ${measurement.of}, ${reading}`
  if (measurement.kind === 'threshold') return `${measurement.operator} ${measurement.value}, ${reading}`
  return `${measurement.kind}, ${queriesOf(measurement)
    .map((one) => one.reading)
    .join(' over ')}`
}

function windowInWords(window: AgreedWindow | null): string {
  if (window === null) return NONE
  return window.kind === 'rolling'
    ? `${window.duration} rolling`
    : `${window.duration} from ${window.startTime} ${window.timeZone}`
}

function methodInWords(method: BudgetingMethod): string {
  switch (method.kind) {
    case 'occurrences':
      return method.kind
    case 'timeslices':
      return `slices of ${method.sliceMinutes} min, ${percentFromShare(method.sliceTarget)} % of each`
    case 'ratio-timeslices':
      return `mean of slices of ${method.sliceMinutes} min`
  }
}

function periodsInWords(scheme: SloCatalog['periodScheme']): string {
  return scheme.kind === 'days' ? `${scheme.days} days, counted from hour ${scheme.anchorHour}` : scheme.kind
}

const listed = (names: readonly string[]) => (names.length === 0 ? NONE : names.join(', '))

/** What was kept in a database comes back with its keys in another order. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
