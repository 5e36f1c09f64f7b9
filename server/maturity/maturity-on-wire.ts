import type { Assessment, AssessmentRef, Maturity } from '../../src/contract/maturity.ts'
import { describeMaturity, lookNext } from '../../src/domain/describe-maturity.ts'
import { maturityAspects, maturityDimensions } from '../../src/domain/maturity-model.ts'
import {
  byDimension,
  compareMaturity,
  defaultBefore,
  dimensionPoints,
  isAssessmentDue,
  nextAssessment,
  spanInWords,
} from '../../src/domain/maturity.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { didYouMean } from '../closest-names.ts'
import { invalidParameter } from '../problem.ts'
import { scoresOf, type KnownTexts } from './assessments.ts'

/** As many as fit beside one another. */
const MOST_TO_LOOK_AT = 3

type Asked = Readonly<{ team: string | null; before?: string | undefined; now?: string | undefined }>

export function maturityOnWire(
  all: readonly Assessment[],
  asked: Asked,
  texts: KnownTexts,
  index: CatalogIndex,
  today: string,
): Maturity {
  const finished = all.filter(({ isDraft }) => !isDraft)
  const own = finished.filter(({ team }) => team === asked.team).toReversed()
  const now = chosen('now', asked.now, own) ?? own.at(-1) ?? null
  const before = chosen('before', asked.before, own) ?? (now === null ? null : defaultBefore(own, now))
  const [beforeScores, nowScores] = [before, now].map((one) => (one === null ? {} : scoresOf(one)))
  const compared = compareMaturity(beforeScores ?? {}, nowScores ?? {})
  const answerOf = (one: Assessment | null, aspect: string) =>
    one?.answers.find((answer) => answer.aspect === aspect)
  const last = own.at(-1)
  return {
    team: asked.team,
    scopeName: scopeName(asked.team, index),
    scopes: scopesOf(finished, asked.team, index),
    assessments: own.map(refOf),
    before: before?.id ?? null,
    now: now?.id ?? null,
    answer: describeMaturity(
      before && { date: before.date, scores: scoresOf(before) },
      now && { date: now.date, scores: scoresOf(now) },
    ),
    counts: {
      progressing: compared.progressing,
      stagnating: compared.stagnating,
      regressing: compared.regressing,
      notCompared: compared.notCompared,
    },
    dimensions: maturityDimensions.map((dimension) => ({
      dimension,
      before: before && dimensionPoints(scoresOf(before), dimension),
      now: now && dimensionPoints(scoresOf(now), dimension),
      change: compared.dimensions[dimension],
    })),
    aspects: maturityAspects.map(({ id, dimension }) => ({
      aspect: id,
      dimension,
      ...texts.of(id),
      before: answerOf(before, id)?.score ?? null,
      now: answerOf(now, id)?.score ?? null,
      change: compared.aspects[id] ?? null,
      comment: answerOf(now, id)?.comment ?? '',
      evidence: answerOf(now, id)?.evidence ?? '',
      commentBefore: answerOf(before, id)?.comment ?? '',
    })),
    lookNext: lookNext(
      beforeScores ?? {},
      nowScores ?? {},
      (aspect) => (answerOf(now, aspect)?.comment ?? '') !== '',
      MOST_TO_LOOK_AT,
    ).map((next) => ({ ...next })),
    span: before && now && spanInWords(before.date, now.date),
    next:
      last === undefined
        ? null
        : { date: nextAssessment(last.date), isDue: isAssessmentDue(last.date, today) },
    texts: {
      version: texts.entry?.version ?? 0,
      changed: texts.entry && { by: texts.entry.by.name, at: texts.entry.at },
    },
  }
}

function chosen(field: 'before' | 'now', id: string | undefined, own: readonly Assessment[]) {
  if (id === undefined) return undefined
  const found = own.find((one) => one.id === id)
  if (found !== undefined) return found
  const allowed = own.map((one) => one.id)
  throw invalidParameter(field, id, {
    detail: `There is no finished assessment "${id}" of this scope`,
    allowed,
    hint: didYouMean(id, allowed),
    apiHint: 'GET /api/maturity/assessments lists them',
  })
}

function scopeName(team: string | null, { catalog, teams }: CatalogIndex): string {
  return team === null ? catalog.organization.name : (teams.get(team)?.name ?? team)
}

/** What is looked at is offered as well, assessed or not. */
function scopesOf(finished: readonly Assessment[], team: string | null, index: CatalogIndex) {
  const names = new Set([null, ...finished.map((one) => one.team), team])
  const count = (scope: string | null) => finished.filter((one) => one.team === scope).length
  return [...names]
    .map((scope) => ({ team: scope, name: scopeName(scope, index), count: count(scope) }))
    .toSorted((a, b) => (a.team === null ? -1 : b.team === null ? 1 : a.name < b.name ? -1 : 1))
}

function refOf(one: Assessment): AssessmentRef {
  const { id, date, assessor, version, by, at, whole } = one
  const scores = scoresOf(one)
  return {
    id,
    date,
    assessor,
    version,
    by,
    at,
    whole,
    shares: byDimension((dimension) => dimensionPoints(scores, dimension).share),
  }
}
