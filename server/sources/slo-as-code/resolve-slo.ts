import type { ObjectiveDeclaration, SloDeclaration } from './declarations.ts'
import { slugOf } from './name-registry.ts'
import { queriesOf, resolveIndicator, resolveMeasurement, thresholdInQueries } from './resolve-measurement.ts'
import type { ResolvedNames } from './resolved-names.ts'
import { sliOf } from './sli-of.ts'
import type { CodedSlo, Measurement } from './slo-catalog.ts'
import { isSlug, slugFrom } from '../../../src/domain/slug.ts'
import { sloIdOf } from '../../../src/domain/slo-id.ts'

export type ResolvedSlo = Readonly<{
  slo: CodedSlo
  declaration: SloDeclaration
  objective: ObjectiveDeclaration
}>

/** One SLO an objective. Nothing, with the mistakes, where the declaration refers to what is not there. */
export function resolveSlo(declaration: SloDeclaration, names: ResolvedNames): readonly ResolvedSlo[] {
  const service = names.serviceOf(declaration)
  const indicator = resolveIndicator(declaration.indicator, names.indicators)
  const deployments = names.deploymentsOf(declaration.deployments, service)
  const sources = indicator?.sources.map((source) => names.dataSources.resolve(source)) ?? []
  if (service === null || indicator === null || deployments === null || sources.includes(null)) return []
  const sli = sliOf(declaration, indicator.name)
  const base = sli === null ? null : baseSlug(declaration, service, sli)
  if (sli === null || base === null) return []

  const isAlone = declaration.objectives.length === 1
  return declaration.objectives.flatMap((objective, index) => {
    const measurement = resolveMeasurement(indicator, objective)
    if (measurement === null) return []
    checkDeployments(declaration, deployments, measurement)
    const suffix = isAlone ? '' : suffixOf(objective, index)
    const slug = suffix === '' ? base : `${base}-${suffix}`
    const { name, displayName, description, endpoint, priority, runbook, window } = declaration
    const shown = displayName ?? name.name
    const slo: CodedSlo = {
      id: sloIdOf({ service, sli, slo: slug }),
      slug,
      service,
      sli,
      name: isAlone || objective.displayName === null ? shown : `${shown}, ${objective.displayName}`,
      description,
      endpoint: endpoint?.trim() || null,
      flavor: 'explicit',
      target: objective.target,
      method: objective.method,
      thresholdMs: declaration.thresholdMs ?? (sli === 'latency' ? thresholdInQueries(measurement) : null),
      priority,
      runbook,
      window,
      deployments,
      measurement,
      slaTarget: null,
    }
    return [{ slo, declaration, objective }]
  })
}

/** An SLO that is called by its id, as in an export, is called by the last part of it in addresses. */
function baseSlug({ name }: SloDeclaration, service: string, sli: string): string | null {
  const prefix = `${service}.${sli}.`
  const rest = name.name.startsWith(prefix) ? name.name.slice(prefix.length) : ''
  return isSlug(rest) ? rest : slugOf(name)
}

/** The target never tells objectives apart: it may change. */
function suffixOf({ displayName, value }: ObjectiveDeclaration, index: number): string {
  const named = slugFrom(displayName ?? (value === null ? '' : String(value)))
  return named === '' && index > 0 ? String(index + 1) : named
}

function checkDeployments(
  { name: { document, path } }: SloDeclaration,
  deployments: readonly string[],
  measurement: Measurement,
): void {
  const tellsApart = queriesOf(measurement).every(({ promql }) => promql.includes('{{.deployment}}'))
  if (deployments.length < 2 || tellsApart) return
  document.warn({
    rule: 'not-split',
    path,
    problem: `holds in ${deployments.length} deployments, but its queries ask for all of them at once`,
    hint: 'Put {{.deployment}} into a matcher of each query, such as cluster="{{.deployment}}".',
  })
}
