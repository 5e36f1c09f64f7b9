import type { DecisionPage, DecisionRow, DecisionSortColumn } from '../../src/contract/decision-answers.ts'
import type { DecisionBody } from '../../src/contract/decisions.ts'
import type { QueryOf } from '../../src/contract/operations.ts'
import { decisionCategories, decisionOrigins, decisionStates } from '../../src/domain/decision.ts'
import { describeDecisions } from '../../src/domain/describe-decisions.ts'
import { chosenNames, type CatalogIndex } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { decisionDetail } from '../decisions/decision-detail.ts'
import {
  foundDecision,
  readDecisionRows,
  todayOf,
  type StandingDecision,
} from '../decisions/decision-rows.ts'
import { listIdentity, pageOf } from '../page.ts'
import { inOrder, keyIn, rowOrder, type SortKey } from '../row-order.ts'
import { searchedFor } from '../search-words.ts'
import { decisionWriteRoutes } from './decision-writes.ts'

const DECISION_SORT = '-changed'
/** What is no team's, where teams are chosen. */
const ORGANIZATION = 'organization'

const keys: Readonly<Record<DecisionSortColumn, (row: DecisionRow) => SortKey>> = {
  changed: ({ at }) => at,
  title: ({ title }) => title.toLowerCase(),
  category: ({ category }) => decisionCategories.indexOf(category),
  team: ({ subject }) => subject.teamName,
  state: ({ state }) => decisionStates.indexOf(state),
  effective: ({ effectiveFrom }) => effectiveFrom,
  effect: ({ effect }) => (effect === null || effect.state === 'checked' ? null : effect.on),
  review: ({ nextReview }) => nextReview,
}

const facetOf = {
  state: ({ state }: DecisionRow) => state,
  category: ({ category }: DecisionRow) => category,
  workflow: ({ workflow }: DecisionRow) => workflow ?? 'none',
} as const
type Facet = keyof typeof facetOf

const listDecisions: Route<'listDecisions'> = async ({ query }, context) => {
  const { cursor, limit, sort = DECISION_SORT, ...asked } = query
  const all = await readDecisionRows(context)
  const rows = all.map(({ row }) => row)
  const isOf = chosenBy(asked, all, context.index)
  const found = rows.filter((row) => isOf(row, null))
  const countsOf = <Name extends string>(facet: Facet, names: readonly Name[]) => {
    const others = rows.filter((row) => isOf(row, facet))
    return names.map((value) => ({
      value,
      count: others.filter((row) => facetOf[facet](row) === value).length,
    }))
  }
  const order = rowOrder(sort, keyIn(keys), ({ id }: DecisionRow) => id)
  const page = pageOf(
    { items: inOrder(found, order), identity: listIdentity(`decisions ${sort}`, asked), ...order },
    { cursor, limit },
  )
  return {
    ...page,
    today: todayOf(context.deps),
    states: countsOf('state', decisionStates),
    categories: countsOf('category', decisionCategories),
    workflows: countsOf('workflow', decisionOrigins),
    people: [...new Set(rows.flatMap(({ deciders }) => deciders.map(({ name }) => name)))].toSorted(),
    answer: answerOf(found, rows.length),
  }
}

function answerOf(found: readonly DecisionRow[], known: number): DecisionPage['answer'] {
  const due = found.filter(({ effect }) => effect?.state === 'due')
  const [oldest] = due.toSorted((a, b) => ((a.effect?.on ?? '') < (b.effect?.on ?? '') ? -1 : 1))
  const countOf = (state: DecisionRow['state']) => found.filter((row) => row.state === state).length
  return describeDecisions({
    known,
    byState: {
      draft: countOf('draft'),
      'in-review': countOf('in-review'),
      agreed: countOf('agreed'),
      effective: countOf('effective'),
      superseded: countOf('superseded'),
      withdrawn: countOf('withdrawn'),
    },
    dueEffects: due.length,
    oldestEffect: oldest?.effect ? { title: oldest.title, on: oldest.effect.on } : null,
  })
}

type Asked = Omit<QueryOf<'listDecisions'>, 'cursor' | 'limit' | 'sort'>

/** Whether a row is of the choice, leaving out one facet where its own members are counted. */
function chosenBy(asked: Asked, all: readonly StandingDecision[], index: CatalogIndex) {
  const named = asked.team?.split(',').filter((one) => one !== ORGANIZATION)
  if (named !== undefined && named.length > 0) chosenNames('team', named.join(','), index.teams)
  const services = chosenNames('service', asked.service, index.services)
  const isSearched = searchedFor(asked.search)
  const bodies = new Map(all.map(({ kept, row }) => [row.id, kept.latest.body]))
  const isIn = (choice: string | undefined, value: string) => choice?.split(',').includes(value) ?? true
  return (row: DecisionRow, without: Facet | null) => {
    const body = bodies.get(row.id)
    return (
      (Object.keys(facetOf) as Facet[]).every(
        (facet) => facet === without || isIn(asked[facet], facetOf[facet](row)),
      ) &&
      isIn(asked.team, row.subject.team ?? ORGANIZATION) &&
      (services === null || servicesOf(row, body, index).some((slug) => services.has(slug))) &&
      (asked.effect === undefined || (row.effect !== null && isIn(asked.effect, row.effect.state))) &&
      (asked.decider === undefined || row.deciders.some(({ name }) => name === asked.decider)) &&
      isSearched([
        row.title,
        row.decision,
        row.subject.teamName,
        row.subject.service,
        row.subject.slo,
        body?.reasons,
        ...(body?.workItems ?? []),
      ])
    )
  }
}

/** Those it is about: by name, by an SLO of theirs, or by a contract that rests on one. */
function servicesOf(
  { subject }: DecisionRow,
  body: DecisionBody | undefined,
  { contracts, slos }: CatalogIndex,
): readonly string[] {
  const named = [subject.sla, ...(body?.contracts ?? [])].flatMap((slug) => contracts.get(slug ?? '') ?? [])
  const parts = named.flatMap((contract) => contract.parts)
  const about = [subject.slo, subject.sla, ...parts].flatMap((id) => slos.get(id ?? '')?.service ?? [])
  return subject.service === null ? about : [subject.service, ...about]
}

const readDecision: Route<'readDecision'> = async ({ params }, context) => {
  const all = await readDecisionRows(context)
  return decisionDetail(foundDecision(params.decision, all), all, context)
}

export const decisionRoutes = { listDecisions, readDecision, ...decisionWriteRoutes }
