import type { NewCorrection, RecordedDecision } from '../../src/contract/corrections.ts'
import { recurrenceInWords } from '../budgets/history-marks.ts'
import { chosenNames, foundSeries } from '../catalog-index.ts'
import type { ApiContext, Route } from '../context.ts'
import type { RecordedCorrection } from '../correction-ports.ts'
import { correctionEffects } from '../corrections/correction-effects.ts'
import { decisionsOf, newestFirst, positionOf } from '../corrections/decisions.ts'
import { firstTimes, plannedCorrection, type PlannedCorrection } from '../corrections/planned-correction.ts'
import { instantOf } from '../instant.ts'
import { listIdentity, pageOf } from '../page.ts'
import { RequestProblem } from '../problem.ts'
import { searchedFor } from '../search-words.ts'

const listCorrections: Route<'listCorrections'> = async ({ query }, context) => {
  const { index } = context
  const teams = chosenNames('team', query.team, index.teams)
  const services = chosenNames('service', query.service, index.services)
  const deployments = chosenNames('deployment', query.deployment, index.deployments)
  const isSearched = searchedFor(query.search)
  const items = (await recorded(context)).filter(
    (decision) =>
      (teams?.has(decision.team) ?? true) &&
      (services?.has(decision.service) ?? true) &&
      (deployments?.has(decision.deployment) ?? true) &&
      (query.category?.split(',').includes(decision.category) ?? true) &&
      (query.status?.split(',').includes(decision.status) ?? true) &&
      isSearched(textsOf(decision)),
  )
  return pageOf(
    { items, identity: listIdentity('corrections', query), positionOf, compare: newestFirst },
    query,
  )
}

function textsOf({ reason, author, dependency, service, deployment }: RecordedDecision) {
  return [reason, author, dependency, service, deployment]
}

const previewCorrection: Route<'previewCorrection'> = async ({ params, body }, context) => {
  const { planned, corrections } = await checked(params.slo, body, context)
  const { deps, index, moment } = context
  return {
    kind: planned.kind,
    recurrence: recurrenceInWords(planned.rule),
    times: firstTimes(planned),
    timeCount: planned.parts.length,
    effects: await correctionEffects(
      deps,
      {
        planned,
        deployment: body.deployment,
        corrections,
        sliName: ({ sli }) => index.slis.get(sli)?.name ?? sli,
      },
      await moment(),
    ),
  }
}

const createCorrection: Route<'createCorrection'> = async ({ params, body }, context) => {
  const { planned, corrections } = await checked(params.slo, body, context)
  const { deps, caller } = context
  const { deployment } = body
  await deps.corrections.record(
    planned.slos.flatMap(({ id: sloId }) =>
      corrections.map((correction) => ({ series: { sloId, deployment }, correction })),
    ),
    { by: caller, at: instantOf(deps.now()) },
  )
  const [first] = corrections
  return found(first?.decision ?? '', params.slo, context)
}

const withdrawCorrection: Route<'withdrawCorrection'> = async ({ params, body }, context) => {
  const { deps, caller, moment } = context
  const decision = await found(params.correction, params.slo, context)
  const fromHour = body.part === 'all' ? null : (await moment()).nowHour
  await deps.corrections.withdraw(
    { decision: decision.id, fromHour, reason: body.reason },
    { by: caller, at: instantOf(deps.now()) },
  )
  return found(params.correction, params.slo, context)
}

async function checked(sloId: string, body: NewCorrection, { deps, index, caller, moment }: ApiContext) {
  const slo = foundSeries(index, { slo: sloId, deployment: body.deployment })
  const planned = plannedCorrection(body, slo, index, await moment())
  return { planned, corrections: correctionsOf(planned, body, caller.name, instantOf(deps.now())) }
}

function correctionsOf(
  { kind, parts, rule, timeZone }: PlannedCorrection,
  { category, reason, dependency, share }: NewCorrection,
  author: string,
  at: string,
): readonly RecordedCorrection[] {
  const decision = newDecision()
  return parts.map(({ span }, position): RecordedCorrection => {
    const signed = {
      id: parts.length === 1 ? decision : `${decision}.${String(position + 1).padStart(4, '0')}`,
      decision,
      category,
      dependency,
      rule,
      timeZone,
      author,
      reason,
      at,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnReason: null,
    }
    if (kind === 'exclusion') return { ...signed, kind, ...span }
    return { ...signed, kind, atHour: span.fromHour, share: share ?? 0, dependency: dependency ?? '' }
  })
}

const DECISION_BYTES = 6

/** Names that nobody else's can be, however many servers write at a time. */
function newDecision(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(DECISION_BYTES))
  return `c-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

async function recorded({ deps, index, moment }: ApiContext): Promise<readonly RecordedDecision[]> {
  return decisionsOf(await deps.corrections.all(), index, (await moment()).nowHour)
}

/** The SLO is the one that it was looked up by: whose budget may be changed was decided by it. */
async function found(id: string, sloId: string, context: ApiContext): Promise<RecordedDecision> {
  const decision = (await recorded(context)).find(
    (one) => one.id === id && one.slos.some((slo) => slo.id === sloId),
  )
  if (decision !== undefined) return decision
  throw new RequestProblem('not-found', {
    detail: `There is no correction "${id}" of ${sloId}`,
    field: 'correction',
    value: id,
    hint: 'GET /api/corrections lists them',
  })
}

export const correctionRoutes = { listCorrections, createCorrection, previewCorrection, withdrawCorrection }
