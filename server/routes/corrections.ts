import type { NewCorrection, RecordedDecision, WithdrawalPart } from '../../src/contract/corrections.ts'
import { recurrenceInWords } from '../budgets/history-marks.ts'
import { chosenNames, foundSeries } from '../catalog-index.ts'
import type { ApiContext, Route } from '../context.ts'
import { periodAt } from '../../src/domain/period.ts'
import { beginOf, isWithdrawnBy, type RecordedCorrection } from '../correction-ports.ts'
import { correctionEffects } from '../corrections/correction-effects.ts'
import { decisionsOf, newestFirst, positionOf } from '../corrections/decisions.ts'
import { firstTimes, plannedCorrection, type PlannedCorrection } from '../corrections/planned-correction.ts'
import { timeOnWire, timesOf, withdrawnHours } from '../corrections/times.ts'
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
        slos: planned.slos,
        deployment: body.deployment,
        periods: planned.parts.map(({ period }) => period),
        change: (standing) => [...standing, ...corrections],
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

const listCorrectionTimes: Route<'listCorrectionTimes'> = async ({ params }, context) => {
  const decision = await found(params.correction, params.slo, context)
  const { scheme } = await context.moment()
  const times = timesOf(await partsOf(decision, params.slo, context), scheme)
  return { items: times.map((time) => timeOnWire(time, scheme)) }
}

const previewWithdrawal: Route<'previewWithdrawal'> = async ({ params, body }, context) => {
  const { deps, index, moment: momentOf } = context
  const decision = await found(params.correction, params.slo, context)
  const parts = await partsOf(decision, params.slo, context)
  const moment = await momentOf()
  const withdrawal = await withdrawalOf(decision, params.slo, body, context)
  const meant = parts.filter((part) => isWithdrawnBy(withdrawal, part))
  const at = instantOf(deps.now())
  return {
    timeCount: timesOf(meant, moment.scheme).length,
    effects: await correctionEffects(
      deps,
      {
        slos: decision.slos.flatMap(({ id }) => index.slos.get(id) ?? []),
        deployment: decision.deployment,
        periods: meant.map((part) => periodAt(moment.scheme, beginOf(part))),
        change: (standing) =>
          standing.map((one) => (isWithdrawnBy(withdrawal, one) ? { ...one, withdrawnAt: at } : one)),
        sliName: ({ sli }) => index.slis.get(sli)?.name ?? sli,
      },
      moment,
    ),
  }
}

const withdrawCorrection: Route<'withdrawCorrection'> = async ({ params, body }, context) => {
  const { deps, caller } = context
  const decision = await found(params.correction, params.slo, context)
  const withdrawal = await withdrawalOf(decision, params.slo, body, context)
  await deps.corrections.withdraw(
    { ...withdrawal, reason: body.reason },
    { by: caller, at: instantOf(deps.now()) },
  )
  return found(params.correction, params.slo, context)
}

/** Those of one SLO: in the others of the decision they are the same. */
async function partsOf(
  { id, deployment }: RecordedDecision,
  sloId: string,
  { deps }: ApiContext,
): Promise<readonly RecordedCorrection[]> {
  const all = await deps.corrections.list({ sloId, deployment })
  return all.filter(({ decision }) => decision === id)
}

async function withdrawalOf(
  decision: RecordedDecision,
  sloId: string,
  asked: WithdrawalPart,
  context: ApiContext,
) {
  const { scheme, nowHour } = await context.moment()
  const times = timesOf(await partsOf(decision, sloId, context), scheme)
  return { decision: decision.id, ...withdrawnHours(asked, times, nowHour) }
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
    apiHint: 'GET /api/corrections lists them',
  })
}

export const correctionRoutes = {
  listCorrections,
  listCorrectionTimes,
  createCorrection,
  previewCorrection,
  previewWithdrawal,
  withdrawCorrection,
}
