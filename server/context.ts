import type { BodyOf, OperationId, QueryOf, ResponseOf } from '../src/contract/operations.ts'
import type { PathParams } from '../src/contract/path.ts'
import type { Caller } from '../src/domain/access/caller.ts'
import type { Hour } from '../src/domain/hours.ts'
import type { BudgetBook } from './budgets/budget-book.ts'
import type { BreachBook } from './breaches/breach-book.ts'
import type { BudgetIndexes } from './budgets/budget-index.ts'
import type { CatalogIndex } from './catalog-index.ts'
import type { HeldTables } from './indicators/held-tables.ts'
import type { Moment } from './moment.ts'
import type { ConditionBook } from './policies/condition-book.ts'
import type { ApiDeps } from './ports.ts'

/** Ends the session and says where the browser goes next. */
export type EndSession = () => Promise<Readonly<{ goTo: string }>>

/** What every route may ask. */
export type ApiContext = Readonly<{
  deps: ApiDeps
  /** Allowed what the operation needs; for a subject that stands in the body the route asks with requireAllowed. */
  caller: Caller
  /** Null where who asks has no session to end: a token, a proxy's person, whoever sits at the machine. */
  endSession: EndSession | null
  index: CatalogIndex
  book: BudgetBook
  /** Of what was promised to customers. */
  slaBook: BudgetBook
  budgetIndexes: BudgetIndexes
  breaches: BreachBook
  conditions: ConditionBook
  tables: HeldTables
  /** The hour that runs, or the one a frozen link looks from. What needs no finer time can be held until it is over. */
  clockHour: Hour
  /** Read only where measurements are needed: the catalog answers without them. */
  moment(): Promise<Moment>
}>

type RouteRequest<Id extends OperationId> = Readonly<{
  params: PathParams<Id>
  query: QueryOf<Id>
  body: BodyOf<Id>
}>

export type Route<Id extends OperationId> = (
  request: RouteRequest<Id>,
  context: ApiContext,
) => Promise<ResponseOf<Id>>
