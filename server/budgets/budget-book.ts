import type { DepletionSpeeds } from '../../src/domain/episode.ts'
import type { Hour } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import { correctionsKnownThen, nameOfSeries } from '../corrections/known-then.ts'
import { createLru, type Lru } from '../lru.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps } from '../ports.ts'
import {
  figuresOf,
  hoursBehind,
  isOpenAt,
  type DailyRemaining,
  type FigureName,
  type PeriodFigures,
  type Standing,
} from './period-figures.ts'
import { keyOf, livesIn, loadSeries, type Member } from './series.ts'

type Asked = readonly [members: readonly Member[], period: Period, moment: Moment]

/**
 * Figures that were worked out, kept as long as they cannot have changed. Null where the series did not exist in the
 * period; all in the order of the members asked for.
 */
export type BudgetBook = Readonly<{
  standings(...asked: Asked): Promise<readonly (Standing | null)[]>
  dailyRemaining(...asked: Asked): Promise<readonly (DailyRemaining | null)[]>
  speeds(...asked: Asked): Promise<readonly (DepletionSpeeds | null)[]>
  /** Members with the same one have the same standing in every period. */
  measurementsId(member: Member): string
}>

type Kept<Name extends FigureName> = Lru<Promise<PeriodFigures[Name] | null>>

const MOST_KEPT = 200_000
const READS_AT_ONCE = 16

/** Of a book of SLAs members stand for what was promised to customers, by targets of their own: stores sum up SLOs only. */
export function createBudgetBook(deps: ApiDeps, promise: 'slo' | 'sla' = 'slo'): BudgetBook {
  const standings: Kept<'standing'> = createLru(MOST_KEPT)
  const days: Kept<'daily'> = createLru(MOST_KEPT)
  const speeds: Kept<'speeds'> = createLru(MOST_KEPT)

  function measurementsId(member: Member): string {
    const { sloId, deployment } = deps.sameMeasurementsAs?.(keyOf(member)) ?? keyOf(member)
    const measured = `${sloId}@${deployment}`
    return promise === 'slo' ? measured : `${measured} ${agreedTargets(member)}`
  }

  function isCorrectedSince(member: Member, { correctedSince }: Moment): boolean {
    if (correctedSince.size === 0) return false
    const key = keyOf(member)
    return [key, deps.sameMeasurementsAs?.(key) ?? key].some((series) =>
      correctedSince.has(nameOfSeries(series)),
    )
  }

  function depsFor(member: Member, moment: Moment): ApiDeps {
    if (!isCorrectedSince(member, moment)) return deps
    return { ...deps, corrections: correctionsKnownThen(deps.corrections, moment.nowHour) }
  }

  /** Closed periods stay until past hours change; the open one until the next hour is complete. */
  function cacheKey(member: Member, period: Period, moment: Moment): string {
    const { revision, nowHour } = moment
    const isMoving = isOpenAt(period, nowHour) || isCorrectedSince(member, moment)
    const validity = isMoving ? `${revision}@${nowHour}` : revision
    return `${measurementsId(member)} ${period.id} ${validity}`
  }

  /** From memory, else from the store's summaries, else worked out of the hours. */
  async function found<Name extends FigureName>(
    name: Name,
    kept: Kept<Name>,
    ...[members, period, moment]: Asked
  ): Promise<readonly (PeriodFigures[Name] | null)[]> {
    const asked = members.map((member) => ({ member, key: cacheKey(member, period, moment) }))
    const isSummedUp = ({ member }: (typeof asked)[number]) => !isCorrectedSince(member, moment)
    const isUnknown = ({ key }: Readonly<{ key: string }>) => kept.get(key) === undefined
    const unknown = asked.filter(isUnknown)
    // Summaries count every correction there is.
    const summedUp = unknown.filter(isSummedUp)
    if (promise === 'slo' && deps.summaries !== undefined && summedUp.length > 0) {
      const series = summedUp.map(({ member }) => keyOf(member))
      const held = await deps.summaries.read(name, series, period, moment.nowHour)
      for (const [row, { key }] of summedUp.entries()) {
        const figure = held[row]
        if (figure !== undefined) kept.set(key, Promise.resolve(figure))
      }
    }
    const readOne = ({ member, key }: (typeof asked)[number]) =>
      remembered(kept, key, () => workOut(depsFor(member, moment), name, member, period, moment.nowHour))
    await mapConcurrently(unknown.filter(isUnknown), READS_AT_ONCE, readOne)
    return Promise.all(asked.map(readOne))
  }

  return {
    measurementsId,
    standings: (...asked) => found('standing', standings, ...asked),
    dailyRemaining: (...asked) => found('daily', days, ...asked),
    speeds: (...asked) => found('speeds', speeds, ...asked),
  }
}

/** One series has several SLAs: its endpoint's, and those of the contracts that are measured on it. */
function agreedTargets({ slo: { versions } }: Member): string {
  return versions.map(({ effectiveFrom, target }) => `${effectiveFrom}=${target}`).join(' ')
}

async function workOut<Name extends FigureName>(
  deps: ApiDeps,
  name: Name,
  member: Member,
  period: Period,
  nowHour: Hour,
): Promise<PeriodFigures[Name] | null> {
  const lifetime = await deps.buckets.lifetime(keyOf(member))
  // Looked at from an hour already past, what began later is not there yet.
  if (!livesIn(lifetime, period) || lifetime.beganHour > nowHour) return null
  const { fromHour, toHour } = hoursBehind(period, nowHour)
  return figuresOf[name](await loadSeries(deps, member, fromHour, toHour), period, nowHour)
}

function remembered<Value>(
  cache: Lru<Promise<Value>>,
  key: string,
  read: () => Promise<Value>,
): Promise<Value> {
  const known = cache.get(key)
  if (known !== undefined) return known
  const reading = read()
  cache.set(key, reading)
  // A failure is not an answer: the next request tries again.
  reading.catch(() => cache.delete(key))
  return reading
}
