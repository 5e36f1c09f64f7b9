import type { RollUp } from '../../src/contract/hierarchy.ts'
import { describeElsewhere, describeWhere, elsewhere } from '../../src/domain/elsewhere.ts'
import { servicesKept } from '../../src/domain/roll-up.ts'
import type { BudgetEntry } from '../budgets/budget-index.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { countEntries } from './count-entries.ts'

type Chosen = Readonly<{
  /** Null where all are. */
  deployments: ReadonlySet<string> | null
  stage: 'production' | undefined
  isOneSlo: boolean
}>

/** `entries` are those of every deployment, chosen or not. */
export function rollUp(
  entries: readonly BudgetEntry[],
  { deployments, stage, isOneSlo }: Chosen,
  index: CatalogIndex,
): Omit<RollUp, 'period'> {
  const chosen = entries.filter(
    ({ series }) =>
      (deployments?.has(series.member.deployment) ?? true) && (stage === undefined || series.isProduction),
  )
  const byDeployment = Map.groupBy(entries, ({ series }) => series.member.deployment)
  const [only, ...others] = deployments ?? []
  return {
    ...countEntries(chosen),
    services: servicesKept(
      chosen.map(({ series, standing }) => ({
        service: series.member.slo.service,
        state: standing.budget.state,
      })),
    ),
    deployments: index.catalog.deployments.flatMap(({ slug, name }) => {
      const own = byDeployment.get(slug)
      return own === undefined ? [] : [{ slug, name, ...countEntries(own) }]
    }),
    elsewhere: only !== undefined && others.length === 0 ? comparedWithOthers(entries, only, index) : null,
    where: isOneSlo && deployments === null ? whereInTrouble(entries, index) : null,
  }
}

/** A laboratory says nothing about what customers have elsewhere: production is compared with production. */
function comparedWithOthers(
  entries: readonly BudgetEntry[],
  here: string,
  { deployments }: CatalogIndex,
): RollUp['elsewhere'] {
  if (deployments.get(here)?.kind !== 'production') return null
  const bySlo = Map.groupBy(
    entries.filter(({ series }) => series.isProduction),
    ({ series }) => series.member.slo.id,
  )
  const slos = [...bySlo.values()].flatMap((own) => {
    const hereOwn = own.find(({ series }) => series.member.deployment === here)
    if (hereOwn === undefined) return []
    const others = own.filter((entry) => entry !== hereOwn)
    return [{ here: standingOf(hereOwn), elsewhere: others.map(standingOf) }]
  })
  const found = elsewhere(slos)
  return { ...found, answer: describeElsewhere(deployments.get(here)?.name ?? here, found) }
}

function whereInTrouble(entries: readonly BudgetEntry[], { deployments }: CatalogIndex): string | null {
  const places = entries
    .filter(({ series }) => series.isProduction)
    .map((entry) => {
      const { deployment } = entry.series.member
      return { name: deployments.get(deployment)?.name ?? deployment, ...standingOf(entry) }
    })
  return places.length === 0 ? null : describeWhere(places)
}

function standingOf({ standing }: BudgetEntry) {
  return { state: standing.budget.state, isBurning: standing.burning !== null }
}
