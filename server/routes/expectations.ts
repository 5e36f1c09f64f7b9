import {
  expectationValueOf,
  hypothesisOf,
  type Expectation,
  type ExpectationSortColumn,
  type Hypothesis,
} from '../../src/contract/expectations.ts'
import { describeExpectations } from '../../src/domain/describe-expectations.ts'
import { expectationStates, type ExpectationState } from '../../src/domain/expectation.ts'
import type { ApiContext, Route } from '../context.ts'
import { writeEntry } from '../entries.ts'
import { stampOf, valueKey, valueKeyParts } from '../expectations/entered-expectations.ts'
import { readExpectations } from '../expectations/expectations.ts'
import { readPerceptions } from '../expectations/perceptions.ts'
import type { Entry } from '../entry-ports.ts'
import { listIdentity, pageOf } from '../page.ts'
import { RequestProblem } from '../problem.ts'
import { inOrder, keyIn, rowOrder, type SortKey } from '../row-order.ts'
import { searchedFor } from '../search-words.ts'

/** Verdicts first, then what comes next. */
const EXPECTATION_SORT = 'state,due'

const stateRank: Readonly<Record<ExpectationState, number>> = {
  'not-met': 1,
  met: 2,
  'not-measurable': 3,
  'not-due': 4,
  'on-track': 5,
  changed: 6,
}

const keys: Readonly<Record<ExpectationSortColumn, (row: Expectation) => SortKey>> = {
  state: ({ state }) => stateRank[state],
  title: ({ title }) => title,
  due: ({ checkpoint }) => checkpoint,
  owner: ({ owner }) => owner,
  stakeholder: ({ stakeholder }) => stakeholder,
}

const listExpectations: Route<'listExpectations'> = async ({ query }, context) => {
  const { cursor, limit, sort = EXPECTATION_SORT, ...asked } = query
  const all = (await readExpectations(context)).filter(({ isWithdrawn }) => !isWithdrawn)
  const isSearched = searchedFor(asked.search)
  const isIn = (choice: string | undefined, value: string) => choice?.split(',').includes(value) ?? true
  const found = all.filter(
    (one) =>
      isIn(asked.state, one.state) &&
      isIn(asked.stakeholder, one.stakeholder) &&
      isIn(asked.source, one.source.kind === 'metric' ? 'computed' : 'entered') &&
      isSearched([one.title, one.capability, one.outcome, one.signal, one.owner]),
  )
  const countOf = (state: ExpectationState) => all.filter((one) => one.state === state).length
  const order = rowOrder(sort, keyIn(keys), ({ id }: Expectation) => id)
  return {
    ...pageOf(
      { items: inOrder(found, order), identity: listIdentity(`expectations ${sort}`, asked), ...order },
      { cursor, limit },
    ),
    states: expectationStates.map((state) => ({ state, count: countOf(state) })),
    answer: describeExpectations({
      'not-due': countOf('not-due'),
      'on-track': countOf('on-track'),
      met: countOf('met'),
      'not-met': countOf('not-met'),
      changed: countOf('changed'),
      'not-measurable': countOf('not-measurable'),
    }),
  }
}

const readExpectation: Route<'readExpectation'> = async ({ params }, context) => {
  const { entries } = context.deps
  const expectation = await found(params.expectation, context)
  const [versions, values] = await Promise.all([
    entries.history('hypothesis', expectation.id),
    entries.list('expectation-value'),
  ])
  const own = values.filter(({ key }) => valueKeyParts(key)?.expectation === expectation.id)
  const histories = await Promise.all(own.map(({ key }) => entries.history('expectation-value', key)))
  return {
    expectation,
    versions: versions.map((entry) => ({
      ...stampOf(entry),
      isWithdrawn: entry.isWithdrawn,
      hypothesis: hypothesisOf(entry.body),
    })),
    values: histories.flatMap(valueWithHistory).toSorted((a, b) => b.month.localeCompare(a.month)),
  }
}

function valueWithHistory([latest, ...before]: readonly Entry[]) {
  const month = latest && valueKeyParts(latest.key)?.month
  const entered = latest && expectationValueOf(latest.body)
  if (latest === undefined || month === undefined || !entered) return []
  return [
    {
      month,
      ...stampOf(latest),
      isWithdrawn: latest.isWithdrawn,
      ...entered,
      before: before.flatMap((entry) => {
        const value = expectationValueOf(entry.body)?.value
        return value === undefined ? [] : [{ ...stampOf(entry), value }]
      }),
    },
  ]
}

const writeExpectation: Route<'writeExpectation'> = async ({ params, body }, { deps, caller }) => {
  const { hypothesis, seenVersion } = body
  if (hypothesis !== null) refuseImpossible(hypothesis)
  const { key, version } = await writeEntry(deps, caller, {
    kind: 'hypothesis',
    key: params.expectation,
    seenVersion,
    ...(hypothesis === null
      ? { body: await bodyNow(deps.entries, 'hypothesis', params.expectation), isWithdrawn: true }
      : { body: hypothesis }),
  })
  return { id: key, version }
}

function refuseImpossible({ target, baseline, checkpoint, source }: Hypothesis) {
  const isChange = target.kind === 'fall' || target.kind === 'grow'
  if (isChange && baseline === null && source.kind === 'metric') {
    throw new RequestProblem('invalid-body', {
      detail: 'A change is measured against a time before',
      field: 'hypothesis.baseline',
      hint: 'Give the first and the last month of the time before, or expect a level instead',
    })
  }
  if (baseline !== null && baseline.from > baseline.to) {
    throw new RequestProblem('invalid-body', {
      detail: 'The time before ends before it begins',
      field: 'hypothesis.baseline.to',
      value: baseline.to,
      hint: `Its last month is ${baseline.from} or later`,
    })
  }
  if (baseline !== null && checkpoint <= baseline.to) {
    throw new RequestProblem('invalid-body', {
      detail: 'The checkpoint lies in the time before',
      field: 'hypothesis.checkpoint',
      value: checkpoint,
      hint: `It comes after ${baseline.to}`,
    })
  }
}

const writeExpectationValue: Route<'writeExpectationValue'> = async ({ params, body }, context) => {
  const { deps, caller } = context
  const expectation = await found(params.expectation, context)
  if (expectation.source.kind === 'metric') {
    throw new RequestProblem('invalid-body', {
      detail: 'The product measures this signal itself',
      field: 'expectation',
      value: params.expectation,
      hint: 'Change its source to values that are entered, or leave it to the measurement',
    })
  }
  const key = valueKey(params.expectation, body.month)
  const { version } = await writeEntry(deps, caller, {
    kind: 'expectation-value',
    key,
    seenVersion: body.seenVersion,
    ...(body.entered === null
      ? { body: await bodyNow(deps.entries, 'expectation-value', key), isWithdrawn: true }
      : { body: body.entered }),
  })
  return { id: params.expectation, version }
}

const listPerceptions: Route<'listPerceptions'> = async (_request, context) => ({
  items: await readPerceptions(context),
})

const writePerception: Route<'writePerception'> = async ({ params, body }, { deps, caller }) => {
  const { perception, seenVersion } = body
  if (
    perception !== null &&
    perception.recommend === null &&
    perception.reliable === null &&
    perception.text.trim() === ''
  ) {
    throw new RequestProblem('invalid-body', {
      detail: 'It says nothing',
      field: 'perception.text',
      hint: 'Give answers to one of the questions, or what was said',
    })
  }
  const { key, version } = await writeEntry(deps, caller, {
    kind: 'perception',
    key: params.perception,
    seenVersion,
    ...(perception === null
      ? { body: await bodyNow(deps.entries, 'perception', params.perception), isWithdrawn: true }
      : { body: perception }),
  })
  return { id: key, version }
}

/** What is withdrawn stays readable as it was. */
async function bodyNow(
  entries: ApiContext['deps']['entries'],
  kind: 'hypothesis' | 'expectation-value' | 'perception',
  key: string,
): Promise<Entry['body']> {
  return (await entries.read(kind, key))?.body ?? {}
}

async function found(id: string, context: ApiContext): Promise<Expectation> {
  const expectation = (await readExpectations(context)).find((one) => one.id === id)
  if (expectation !== undefined) return expectation
  throw new RequestProblem('not-found', {
    detail: `There is no expectation "${id}"`,
    field: 'expectation',
    value: id,
    apiHint: 'GET /api/expectations lists them',
  })
}

export const expectationRoutes = {
  listExpectations,
  readExpectation,
  writeExpectation,
  writeExpectationValue,
  listPerceptions,
  writePerception,
}
