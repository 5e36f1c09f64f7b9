import type { Slo } from '../../../src/contract/catalog.ts'
import type { CatalogIndex } from '../../catalog-index.ts'
import { didYouMean } from '../../closest-names.ts'
import type { AlertmanagerSettings } from '../../settings/alertmanager-settings.ts'
import { slugFrom } from '../../../src/domain/slug.ts'

export type Labels = Readonly<Record<string, string>>

/** What a label is called and what it says. */
type Label = Readonly<{ name: string; value: string }>

/** One SLO in one deployment, or why it is not known which. */
export type FoundSeries = Readonly<{ slo: Slo; deployment: string } | { unknown: string }>

/** The first of the labels that the alert has. */
export function labelOf(labels: Labels, names: readonly string[]): Label | null {
  const name = names.find((each) => Object.hasOwn(labels, each) && labels[each] !== '')
  return name === undefined ? null : { name, value: labels[name] ?? '' }
}

/** Null for an alert that is about no SLO at all. */
export function seriesOfAlert(
  labels: Labels,
  index: CatalogIndex,
  settings: AlertmanagerSettings,
): FoundSeries | null {
  const named = labelOf(labels, settings.sloLabels)
  if (named === null) return null
  const service = labelOf(labels, settings.serviceLabels)
  const candidates = candidatesFor(named.value, service?.value ?? null, index)
  const [slo] = candidates
  if (slo === undefined) return { unknown: unknownSlo(named, service, index) }
  if (candidates.length > 1) {
    const ids = candidates.map(({ id }) => id).join(', ')
    return {
      unknown: `${shown(named)} may be any of ${ids}; the label ${settings.sloLabels[0]} with one of them tells`,
    }
  }
  return inDeployment(slo, labelOf(labels, settings.deploymentLabels), index)
}

/** By its id here, or by the name it was declared under: the last part of the id. */
function candidatesFor(
  name: string,
  service: string | null,
  { catalog, slos }: CatalogIndex,
): readonly Slo[] {
  const exact = slos.get(name)
  if (exact !== undefined) return [exact]
  const slug = slugFrom(name)
  const sameName = catalog.slos.filter((slo) => slo.slug === slug)
  if (service === null) return sameName
  const ofService = sameName.filter((slo) => slo.service === slugFrom(service))
  // A label such as job often names something else; where the name alone is clear it decides.
  return ofService.length > 0 || sameName.length > 1 ? ofService : sameName
}

function unknownSlo(named: Label, service: Label | null, { slos }: CatalogIndex): string {
  const of = service === null ? '' : ` of ${shown(service)}`
  const hint = didYouMean(named.value, slos.keys())
  return `There is no SLO with ${shown(named)}${of}${hint === undefined ? '' : `. ${hint}`}`
}

function inDeployment(slo: Slo, label: Label | null, { deployments }: CatalogIndex): FoundSeries {
  const [only] = slo.deployments
  if (label === null) {
    return only !== undefined && slo.deployments.length === 1
      ? { slo, deployment: only }
      : { unknown: `No label says in which deployment ${slo.id} is: ${slo.deployments.join(', ')}` }
  }
  const slug = slugFrom(label.value)
  const matching = slo.deployments.filter(
    (name) => name === slug || slugFrom(deployments.get(name)?.region ?? '') === slug,
  )
  const exact = matching.includes(slug) ? slug : matching[0]
  if (exact !== undefined && (exact === slug || matching.length === 1)) return { slo, deployment: exact }
  return { unknown: `${slo.id} is in ${slo.deployments.join(', ')}; ${shown(label)} is none of them` }
}

const MOST_SHOWN_CHARACTERS = 100

function shown({ name, value }: Label): string {
  return `${name}="${value.slice(0, MOST_SHOWN_CHARACTERS)}"`
}
