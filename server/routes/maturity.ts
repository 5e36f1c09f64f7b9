import { assessmentKey, type AssessmentBody } from '../../src/contract/maturity.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { didYouMean } from '../closest-names.ts'
import { chosenNames, type CatalogIndex } from '../catalog-index.ts'
import type { ApiContext, Route } from '../context.ts'
import { writeEntry } from '../entries.ts'
import type { Entry } from '../entry-ports.ts'
import { instantOf } from '../instant.ts'
import { readAssessments, readTexts, TEXTS_KEY } from '../maturity/assessments.ts'
import { EVIDENCE_DAYS, maturityEvidence } from '../maturity/evidence.ts'
import { maturityOnWire } from '../maturity/maturity-on-wire.ts'
import { RequestProblem } from '../problem.ts'

const readMaturity: Route<'readMaturity'> = async ({ query }, { deps, index }) => {
  const { before, now } = query
  const team = knownTeam(query.team, index)
  const [all, texts] = await Promise.all([readAssessments(deps.entries, index), readTexts(deps.entries)])
  return maturityOnWire(all, { team, before, now }, texts, index, today(deps))
}

const readMaturityEvidence: Route<'readMaturityEvidence'> = async ({ query }, context) => {
  const team = knownTeam(query.team, context.index)
  const moment = await context.moment()
  return {
    dataUpTo: isoFromHour(moment.nowHour),
    days: EVIDENCE_DAYS,
    items: await maturityEvidence(team, context, moment),
  }
}

const listAssessments: Route<'listAssessments'> = async ({ query }, { deps, index }) => {
  const team = knownTeam(query.team, index)
  const all = await readAssessments(deps.entries, index)
  return { items: all.filter((one) => query.team === undefined || one.team === team) }
}

/** Each change of a draft is a version as well: whoever assesses loses nothing, and it is known who said what. */
const writeAssessment: Route<'writeAssessment'> = async ({ params, body }, context) => {
  const { deps, caller } = context
  const { assessment, seenVersion } = body
  const draft = { kind: 'maturity-assessment', key: params.assessment, seenVersion } as const
  if (assessment === null) {
    const current = await deps.entries.read(draft.kind, draft.key)
    if (current === null) throw unknownAssessment(draft.key)
    return stamped(await writeEntry(deps, caller, { ...draft, body: current.body, isWithdrawn: true }))
  }
  refuseWrong(params.assessment, assessment, context)
  return stamped(await writeEntry(deps, caller, { ...draft, body: assessment }))
}

const writeTexts: Route<'writeTexts'> = async ({ body }, { deps, caller }) => {
  const { seenVersion, texts } = body
  return stamped(
    await writeEntry(deps, caller, { kind: 'maturity-texts', key: TEXTS_KEY, seenVersion, body: { texts } }),
  )
}

function unknownAssessment(key: string) {
  return new RequestProblem('not-found', {
    detail: `There is no assessment "${key}"`,
    field: 'assessment',
    value: key,
    apiHint: 'GET /api/maturity/assessments lists them',
  })
}

function stamped({ version, by, at }: Entry) {
  return { version, by: by.name, at }
}

function today({ now }: ApiContext['deps']): string {
  return instantOf(now()).slice(0, 'yyyy-mm-dd'.length)
}

function knownTeam(team: string | undefined, { teams }: CatalogIndex): string | null {
  chosenNames('team', team, teams)
  return team ?? null
}

function refuseWrong(key: string, assessment: AssessmentBody, { deps, index }: ApiContext): void {
  const { team, date, isDraft, answers } = assessment
  if (team !== null && !index.teams.has(team)) {
    throw wrong('assessment.team', team, {
      detail: `There is no team "${team}"`,
      hint: didYouMean(team, index.teams.keys()),
      apiHint: 'GET /api/teams lists them; null is the organization',
    })
  }
  const right = assessmentKey(assessment)
  if (key !== right) {
    throw wrong('assessment', key, {
      detail: 'An assessment is named by what it is of and its day',
      allowed: [right],
      apiHint: `PUT /api/maturity/assessments/${right}`,
    })
  }
  if (date > today(deps)) {
    throw wrong('assessment.date', date, {
      detail: 'An assessment cannot lie in the future',
      hint: `${today(deps)} or an earlier day`,
    })
  }
  if (!isDraft && answers.every(({ score }) => score === null)) {
    throw wrong('assessment.answers', '[]', {
      detail: 'Nothing was answered, so there is nothing to finish',
      hint: 'Answer at least one aspect, or leave it a draft',
    })
  }
}

function wrong(
  field: string,
  value: string,
  more: Readonly<{ detail: string; hint?: string | undefined; apiHint?: string; allowed?: string[] }>,
) {
  return new RequestProblem('invalid-body', { field, value, ...more })
}

export const maturityRoutes = {
  readMaturity,
  readMaturityEvidence,
  listAssessments,
  writeAssessment,
  writeTexts,
}
