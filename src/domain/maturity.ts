import { civilFromDay, dayFromCivil, monthName, padded } from './civil-date.ts'
import {
  maturityAspects,
  maturityDimensions,
  type MaturityDimension,
  type MaturityScore,
} from './maturity-model.ts'

/** By the id of the aspect; null or left out where nobody answered. */
export type MaturityScores = Readonly<Partial<Record<string, MaturityScore | null>>>

const MOST_POINTS_OF_ASPECT = 2

export type MaturityPoints = Readonly<{
  points: number
  /** Two of each aspect that was answered. */
  possible: number
  answered: number
  unanswered: number
  /** Of what is possible; null where nothing was answered. */
  share: number | null
}>

type AspectFilter = (aspect: Readonly<{ id: string; dimension: MaturityDimension }>) => boolean

/** What was not answered is counted and has no other part: it is no zero. */
export function maturityPoints(scores: MaturityScores, isCounted: AspectFilter = () => true): MaturityPoints {
  const counted = maturityAspects.filter(isCounted)
  const given = counted.map(({ id }) => scores[id] ?? null).filter((score) => score !== null)
  const points = given.reduce<number>((sum, score) => sum + score, 0)
  const possible = MOST_POINTS_OF_ASPECT * given.length
  return {
    points,
    possible,
    answered: given.length,
    unanswered: counted.length - given.length,
    share: possible === 0 ? null : points / possible,
  }
}

export function dimensionPoints(scores: MaturityScores, dimension: MaturityDimension): MaturityPoints {
  return maturityPoints(scores, (aspect) => aspect.dimension === dimension)
}

export const MATURITY_MAX_POINTS = MOST_POINTS_OF_ASPECT * maturityAspects.length

export const maturityChanges = ['progressing', 'stagnating', 'regressing'] as const
export type MaturityChange = (typeof maturityChanges)[number]

/** Null where one of both is not known. */
function maturityChange(
  before: number | null | undefined,
  now: number | null | undefined,
): MaturityChange | null {
  if (before === null || before === undefined || now === null || now === undefined) return null
  if (now === before) return 'stagnating'
  return now > before ? 'progressing' : 'regressing'
}

export type MaturityComparison = Readonly<{
  aspects: Readonly<Record<string, MaturityChange | null>>
  /** By the aspects answered in both: what was left out once must look like no step. */
  dimensions: Readonly<Record<MaturityDimension, MaturityChange | null>>
  progressing: number
  stagnating: number
  regressing: number
  notCompared: number
}>

export function compareMaturity(before: MaturityScores, now: MaturityScores): MaturityComparison {
  const changes = maturityAspects.map(({ id, dimension }) => ({
    id,
    dimension,
    change: maturityChange(before[id], now[id]),
  }))
  const isInBoth = new Set(changes.filter(({ change }) => change !== null).map(({ id }) => id))
  const count = (wanted: MaturityChange | null) => changes.filter(({ change }) => change === wanted).length
  const shareIn = (scores: MaturityScores, dimension: MaturityDimension) =>
    maturityPoints(scores, (aspect) => aspect.dimension === dimension && isInBoth.has(aspect.id)).share
  const ofDimension = (dimension: MaturityDimension) =>
    maturityChange(shareIn(before, dimension), shareIn(now, dimension))
  return {
    aspects: Object.fromEntries(changes.map(({ id, change }) => [id, change])),
    dimensions: byDimension(ofDimension),
    progressing: count('progressing'),
    stagnating: count('stagnating'),
    regressing: count('regressing'),
    notCompared: count(null),
  }
}

export function byDimension<Value>(
  valueOf: (dimension: MaturityDimension) => Value,
): Readonly<Record<MaturityDimension, Value>> {
  const [organization, people, technology, culture, process] = maturityDimensions
  return {
    organization: valueOf(organization),
    people: valueOf(people),
    technology: valueOf(technology),
    culture: valueOf(culture),
    process: valueOf(process),
  }
}

const MONTHS_BETWEEN_ASSESSMENTS = 6

/** "2026-11-11" as days since 1970-01-01. */
export function dayOf(date: string): number {
  const [year = NaN, month = NaN, day = NaN] = date.split('-').map(Number)
  return dayFromCivil(year, month, day)
}

function dateOf(dayNumber: number): string {
  const { year, month, day } = civilFromDay(dayNumber)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
}

/** Six months after the last one: the same day of the month, or its last where there is none. */
export function nextAssessment(lastDate: string): string {
  const { year, month, day } = civilFromDay(dayOf(lastDate))
  const target = month + MONTHS_BETWEEN_ASSESSMENTS
  const lastOfMonth = dayFromCivil(year, target + 1, 1) - 1
  return dateOf(Math.min(dayFromCivil(year, target, 1) + day - 1, lastOfMonth))
}

export function isAssessmentDue(lastDate: string, today: string): boolean {
  return dayOf(today) >= dayOf(nextAssessment(lastDate))
}

const DAYS_PER_YEAR = 365.25
const DAYS_PER_MONTH = DAYS_PER_YEAR / 12
/** Assessments are made in the same weeks of a year, not on the same day. */
const YEAR_SLACK_DAYS = 45

type Dated = Readonly<{ date: string }>

/** What is compared with where nobody chose: about a year before, else as long before as there is. Of the same scope. */
export function defaultBefore<Item extends Dated>(all: readonly Item[], now: Item): Item | null {
  const earlier = all
    .filter(({ date }) => date < now.date)
    .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
  const yearBefore = dayOf(now.date) - DAYS_PER_YEAR + YEAR_SLACK_DAYS
  return earlier.find(({ date }) => dayOf(date) <= yearBefore) ?? earlier.at(-1) ?? null
}

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function counted(count: number, unit: string): string {
  return `${count < smallNumbers.length ? smallNumbers[count] : count} ${unit}${count === 1 ? '' : 's'}`
}

/** "a year", "half a year", "five months", "three weeks". */
export function spanInWords(from: string, to: string): string {
  const days = Math.abs(dayOf(to) - dayOf(from))
  const months = Math.round(days / DAYS_PER_MONTH)
  if (months === 6) return 'half a year'
  if (months === 12) return 'a year'
  if (months > 12 && months % 12 === 0) return counted(months / 12, 'year')
  if (months > 1) return counted(months, 'month')
  if (months === 1) return 'a month'
  return days >= 14 ? counted(Math.round(days / 7), 'week') : counted(days, 'day')
}

/** "14 Nov 2025": a day of the calendar, the same in every zone. */
export function dayInWords(date: string): string {
  const { year, month, day } = civilFromDay(dayOf(date))
  return `${day}\u00a0${monthName(month)}\u00a0${year}`
}
