import { chosenNames, type CatalogIndex } from '../catalog-index.ts'
import { searchedFor } from '../search-words.ts'
import type { ListedSeries } from './listed-series.ts'

type Selection = Readonly<{
  team?: string | undefined
  service?: string | undefined
  sli?: string | undefined
  slo?: string | undefined
  deployment?: string | undefined
  stage?: 'production' | undefined
  defaults?: 'show' | 'hide' | undefined
  search?: string | undefined
}>

/** Whether a series is one of those chosen. A name that nothing bears is refused, not passed over. */
export function selectedSeries(
  selection: Selection,
  catalog: CatalogIndex,
): (series: Pick<ListedSeries, 'member' | 'words' | 'isProduction'>) => boolean {
  const teams = chosenNames('team', selection.team, catalog.teams)
  const services = chosenNames('service', selection.service, catalog.services)
  const slis = chosenNames('sli', selection.sli, catalog.slis)
  const slos = chosenNames('slo', selection.slo, catalog.slos)
  const deployments = chosenNames('deployment', selection.deployment, catalog.deployments)
  const isSearched = searchedFor(selection.search)
  return ({ member: { slo, deployment }, words, isProduction }) =>
    (teams?.has(slo.team) ?? true) &&
    (services?.has(slo.service) ?? true) &&
    (slis?.has(slo.sli) ?? true) &&
    (slos?.has(slo.id) ?? true) &&
    (deployments?.has(deployment) ?? true) &&
    (selection.stage === undefined || isProduction) &&
    (selection.defaults !== 'hide' || slo.flavor === 'explicit') &&
    isSearched([words])
}
