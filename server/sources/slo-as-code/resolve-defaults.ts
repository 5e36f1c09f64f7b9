import { effectiveSlos } from '../../../src/domain/default-slo.ts'
import type { DefaultSloDeclaration, Reference } from './declarations.ts'
import { noteDuplicate, slugOf } from './name-registry.ts'
import {
  mapQueries,
  queriesOf,
  resolveIndicator,
  resolveMeasurement,
  thresholdInQueries,
} from './resolve-measurement.ts'
import type { ResolvedNames } from './resolved-names.ts'
import type { CodedDefaultSlo, CodedSlo, Measurement } from './slo-catalog.ts'
import { slugFrom } from '../../../src/domain/slug.ts'
import { sloIdOf } from '../../../src/domain/slo-id.ts'

export type ResolvedDefault = Readonly<{ value: CodedDefaultSlo; declaration: DefaultSloDeclaration }>

/** One a service and SLI. */
export function resolveDefaults(
  declarations: readonly DefaultSloDeclaration[],
  names: ResolvedNames,
): readonly ResolvedDefault[] {
  const taken = new Map<string, Reference>()
  return declarations.flatMap((declaration) => {
    const value = resolveDefault(declaration, names)
    if (value === null) return []
    const key = `${value.service}.${value.sli}`
    const first = taken.get(key)
    if (first) {
      noteDuplicate(declaration.name, first, `the default SLO of ${key}`)
      return []
    }
    taken.set(key, declaration.name)
    return [{ value, declaration }]
  })
}

function resolveDefault(declaration: DefaultSloDeclaration, names: ResolvedNames): CodedDefaultSlo | null {
  const service = names.knownService(declaration.service)
  const sli = declaration.sli && slugOf(declaration.sli)
  const indicator = resolveIndicator(declaration.indicator, names.indicators)
  const deployments = names.deploymentsOf(declaration.deployments, service)
  const sources = indicator?.sources.map((source) => names.dataSources.resolve(source)) ?? []
  const [objective] = declaration.objectives
  const measurement = indicator && objective ? resolveMeasurement(indicator, objective) : null
  if (service === null || sli === null || deployments === null) return null
  if (!objective || measurement === null || sources.includes(null)) return null
  const { name, displayName, description, endpoints, priority, runbook, window } = declaration
  return {
    service,
    sli,
    name: displayName ?? name.name,
    description,
    endpoints: [...new Set(endpoints.map((endpoint) => endpoint.trim()))].toSorted(),
    deployments,
    target: objective.target,
    method: objective.method,
    thresholdMs: declaration.thresholdMs ?? (sli === 'latency' ? thresholdInQueries(measurement) : null),
    priority,
    runbook,
    window,
    measurement,
  }
}

/** The SLOs that defaults give to endpoints without an explicit one. */
export function derivedSlos(
  defaults: readonly ResolvedDefault[],
  explicit: readonly CodedSlo[],
): readonly CodedSlo[] {
  const endpointsOf = (service: string) =>
    new Set([
      ...explicit.flatMap((slo) => (slo.service === service && slo.endpoint !== null ? [slo.endpoint] : [])),
      ...defaults.flatMap(({ value }) => (value.service === service ? value.endpoints : [])),
    ])
  return defaults.flatMap(({ value, declaration }) => {
    const endpoints = endpointsOf(value.service)
    checkEndpoints(declaration, value, endpoints.size)
    const taken = new Map<string, string>()
    return [...endpoints].flatMap((endpoint) => {
      const own = explicit.filter(
        (slo) => slo.service === value.service && slo.sli === value.sli && slo.endpoint === endpoint,
      )
      if (effectiveSlos(own, value)[0]?.flavor !== 'default') return []
      const slo = derivedSlo(value, endpoint)
      const other = taken.get(slo.id)
      taken.set(slo.id, endpoint)
      if (other === undefined) return [slo]
      noteSameSlug(declaration, endpoint, other)
      return []
    })
  })
}

function derivedSlo(fallback: CodedDefaultSlo, endpoint: string): CodedSlo {
  const { endpoints: _, ...terms } = fallback
  const slug = `default-${slugFrom(endpoint)}`
  return {
    ...terms,
    id: sloIdOf({ ...fallback, slo: slug }),
    slug,
    endpoint,
    flavor: 'default',
    measurement: measurementOf(fallback.measurement, endpoint),
    slaTarget: null,
  }
}

function measurementOf(measurement: Measurement, endpoint: string): Measurement {
  const [verb, path] = /^[A-Z]+ \S/.test(endpoint) ? endpoint.split(/ (.*)/) : ['', endpoint]
  const inQuotes = (text = '') => text.replaceAll(/["\\]/g, (character) => `\\${character}`)
  return mapQueries(measurement, (query) => ({
    ...query,
    promql: query.promql
      .replaceAll('{{.verb}}', () => inQuotes(verb))
      .replaceAll('{{.path}}', () => inQuotes(path)),
  }))
}

function checkEndpoints(
  { name: { document, path } }: DefaultSloDeclaration,
  { measurement, service }: CodedDefaultSlo,
  endpointCount: number,
): void {
  if (endpointCount === 0) {
    const problem = `holds for nothing: no endpoint of ${service} is known`
    const hint =
      'List them under spec.endpoints, or name them in SLOs with the annotation sre-indicators/endpoint.'
    document.warn({ rule: 'taken-as', path, problem, hint })
  }
  const tellsApart = queriesOf(measurement).every(({ promql }) => /\{\{\.(?:verb|path)\}\}/.test(promql))
  if (endpointCount > 1 && !tellsApart) {
    const problem = `holds for ${endpointCount} endpoints, but its queries ask for all of them at once`
    const hint = 'Put {{.verb}} and {{.path}} into matchers of each query.'
    document.warn({ rule: 'not-split', path, problem, hint })
  }
}

function noteSameSlug({ name }: DefaultSloDeclaration, endpoint: string, other: string): void {
  const problem = `has two endpoints of the same address: ${other} and ${endpoint}`
  name.document.error({ rule: 'duplicate-name', path: name.path, problem })
}
