import type { BudgetsQuery } from '../../src/contract/budget.ts'
import type { Period } from '../../src/domain/period.ts'
import { chosenNames, type CatalogIndex } from '../catalog-index.ts'
import { createLru } from '../lru.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import type { Moment } from '../moment.ts'
import { listIdentity } from '../page.ts'
import { isOpenAt, type BudgetBook, type Standing } from './budget-book.ts'
import { budgetOrder } from './budget-sort.ts'
import type { Member } from './series.ts'
import { namesOf } from './subject.ts'

/** One series of a period with all that lists filter and sort by. */
export type BudgetEntry = Readonly<{
  id: string
  member: Member
  teamName: string
  sliName: string
  isProduction: boolean
  standing: Standing
  /** Lower case; what `search` looks through. */
  words: string
}>

export type BudgetFilter = Omit<BudgetsQuery, 'cursor' | 'limit' | 'period' | 'sort'>

/** Every series that existed in one period. */
export type BudgetIndex = Readonly<{
  period: Period
  entries: readonly BudgetEntry[]
  /** Filtered and sorted; worked out once per question. */
  select(filter: BudgetFilter, sort: string): readonly BudgetEntry[]
}>

export type BudgetIndexes = Readonly<{
  of(period: Period, index: CatalogIndex, moment: Moment): Promise<BudgetIndex>
}>

const READS_AT_ONCE = 16
/** A year of four-week periods and the current one. */
const MOST_INDEXES = 14
const MOST_ORDERS = 8
const MOST_SELECTIONS = 16

export function createBudgetIndexes(book: BudgetBook): BudgetIndexes {
  const indexes = createLru<Readonly<{ catalog: CatalogIndex; reading: Promise<BudgetIndex> }>>(MOST_INDEXES)
  return {
    of(period, catalog, moment) {
      const key = `${period.id} ${moment.revision} ${isOpenAt(period, moment) ? moment.nowHour : 'closed'}`
      const known = indexes.get(key)
      if (known?.catalog === catalog) return known.reading
      const reading = readIndex(book, period, catalog, moment)
      indexes.set(key, { catalog, reading })
      reading.catch(() => indexes.delete(key))
      return reading
    },
  }
}

async function readIndex(
  book: BudgetBook,
  period: Period,
  catalog: CatalogIndex,
  moment: Moment,
): Promise<BudgetIndex> {
  const members = catalog.catalog.slos.flatMap((slo) =>
    slo.deployments.map((deployment) => ({ slo, deployment })),
  )
  const standings = await mapConcurrently(members, READS_AT_ONCE, (member) =>
    book.standing(member, period, moment),
  )
  const entries = members.flatMap((member, row) => {
    const standing = standings[row] ?? null
    return standing === null ? [] : [entryOf(member, standing, catalog)]
  })
  return { period, entries, select: createSelect(entries, catalog) }
}

function entryOf(member: Member, standing: Standing, catalog: CatalogIndex): BudgetEntry {
  const { slo, deployment } = member
  const { teamName, sliName } = namesOf(member, catalog)
  const place = catalog.deployments.get(deployment)
  const { verb, path, slug } = slo.endpoint
  const words = [slo.service, verb, path, slug, slo.sli, sliName, slo.team, teamName, deployment, place?.name]
  return {
    id: `${slo.id}@${deployment}`,
    member,
    teamName,
    sliName,
    isProduction: place?.kind === 'production',
    standing,
    words: words.join(' ').toLowerCase(),
  }
}

function createSelect(entries: readonly BudgetEntry[], catalog: CatalogIndex): BudgetIndex['select'] {
  const orders = createLru<readonly BudgetEntry[]>(MOST_ORDERS)
  const selections = createLru<readonly BudgetEntry[]>(MOST_SELECTIONS)

  function ordered(sort: string): readonly BudgetEntry[] {
    const known = orders.get(sort)
    if (known !== undefined) return known
    const { positionOf, compare } = budgetOrder(sort)
    const placed = entries.map((entry) => ({ entry, position: positionOf(entry) }))
    const sorted = placed.sort((a, b) => compare(a.position, b.position)).map(({ entry }) => entry)
    orders.set(sort, sorted)
    return sorted
  }

  return (filter, sort) => {
    const identity = listIdentity(sort, filter)
    const known = selections.get(identity)
    if (known !== undefined) return known
    const selected = ordered(sort).filter(matcher(filter, catalog))
    selections.set(identity, selected)
    return selected
  }
}

function matcher(filter: BudgetFilter, catalog: CatalogIndex): (entry: BudgetEntry) => boolean {
  const teams = chosenNames('team', filter.team, catalog.teams)
  const services = chosenNames('service', filter.service, catalog.services)
  const slis = chosenNames('sli', filter.sli, catalog.slis)
  const deployments = chosenNames('deployment', filter.deployment, catalog.deployments)
  const states = filter.state === undefined ? null : new Set(filter.state.split(','))
  const searched = (filter.search ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return ({ member: { slo, deployment }, standing, words }) =>
    (teams?.has(slo.team) ?? true) &&
    (services?.has(slo.service) ?? true) &&
    (slis?.has(slo.sli) ?? true) &&
    (deployments?.has(deployment) ?? true) &&
    (states?.has(standing.budget.state) ?? true) &&
    (filter.burning === undefined || standing.burning !== null) &&
    (filter.defaults !== 'hide' || slo.flavor === 'explicit') &&
    searched.every((word) => words.includes(word))
}
