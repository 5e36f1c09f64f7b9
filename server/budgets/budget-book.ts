import type { DepletionSpeeds } from '../../src/domain/episode.ts'
import type { Period } from '../../src/domain/period.ts'
import { createKeptWhileValid, type KeptWhileValid as ValidKept, type Stamp } from '../kept-while-valid.ts'
import { isOtherThen, portsThen } from '../known-then.ts'
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
import { keyOf, lifetimeOf, livesIn, loadSeries, targetTimeline, type Member } from './series.ts'

type Asked = readonly [members: readonly Member[], period: Period, moment: Moment]

/**
 * Figures that were worked out, kept as long as they cannot have changed. Null where the series did not exist in the
 * period; all in the order of the members asked for.
 */
export type BudgetBook = Readonly<{
  standings(...asked: Asked): Promise<readonly (Standing | null)[]>
  dailyRemaining(...asked: Asked): Promise<readonly (DailyRemaining | null)[]>
  speeds(...asked: Asked): Promise<readonly (DepletionSpeeds | null)[]>
  /** What is read of a member that is looked at from an hour already past, and a name for what was known of it then; empty where that is all. */
  asKnown(member: Member, period: Period, moment: Moment): Readonly<{ deps: ApiDeps; name: string }>
  /** Members with the same one have the same standing in every period, as far as the same rules judge them. */
  measurementsId(member: Member): string
}>

type Kept<Name extends FigureName> = ValidKept<Promise<PeriodFigures[Name] | null>>

const MOST_KEPT = 200_000
const READS_AT_ONCE = 16

/** Of a book of SLAs members stand for what was promised to customers, by targets of their own. */
export function createBudgetBook(deps: ApiDeps, promise: 'slo' | 'sla' = 'slo'): BudgetBook {
  const standings: Kept<'standing'> = createKeptWhileValid(MOST_KEPT)
  const days: Kept<'daily'> = createKeptWhileValid(MOST_KEPT)
  const speeds: Kept<'speeds'> = createKeptWhileValid(MOST_KEPT)

  function measurementsId(member: Member): string {
    const { sloId, deployment } = deps.sameMeasurementsAs?.(keyOf(member)) ?? keyOf(member)
    const measured = `${sloId}@${deployment}`
    return promise === 'slo' ? measured : `${measured} ${agreedTargets(member)}`
  }

  function isOther(member: Member, period: Period, { knownThen, nowHour }: Moment): boolean {
    return isOtherThen(deps, knownThen, member, hoursBehind(period, nowHour))
  }

  function asKnown(member: Member, period: Period, moment: Moment): ReturnType<BudgetBook['asKnown']> {
    const name = isOther(member, period, moment) ? ` as known at ${moment.nowHour}` : ''
    return { deps: portsThen(deps, moment.knownThen), name }
  }

  /** The open period has other figures with every hour and by other rules, and so has what was corrected or restated since the hour that is looked from. */
  function nameOf(member: Member, period: Period, moment: Moment): string {
    const { nowHour, rules } = moment
    const isOpen = isOpenAt(period, nowHour) ? ` @${nowHour} ${rules.nameOf(member.slo.team)}` : ''
    return `${measurementsId(member)} ${period.id}${isOpen}${asKnown(member, period, moment).name}`
  }

  /** From memory, else from the store's summaries, else worked out of the hours. */
  async function found<Name extends FigureName>(
    name: Name,
    kept: Kept<Name>,
    ...[members, period, moment]: Asked
  ): Promise<readonly (PeriodFigures[Name] | null)[]> {
    // Before anything is read: what is written meanwhile is younger than this mark, and seen as such.
    const markOf = await deps.buckets.marks?.()
    const hours = hoursBehind(period, moment.nowHour)
    const asked = members.map((member) => {
      // What came since it was looked what came later would be taken for known then: the mark is too young to tell.
      const mark = isOther(member, period, moment) ? null : (markOf?.(keyOf(member), hours) ?? null)
      return { member, key: nameOf(member, period, moment), stamp: { revision: moment.revision, mark } }
    })
    const isUnknown = ({ key, stamp }: Readonly<{ key: string; stamp: Stamp }>) =>
      kept.get(key, stamp) === undefined
    const unknown = asked.filter(isUnknown)
    // Summaries count every correction and every hour there is.
    const summedUp = unknown.filter(({ member }) => !isOther(member, period, moment))
    if (deps.summaries !== undefined && summedUp.length > 0) {
      const missing = summedUp.map(({ member }) => member)
      const held = await deps.summaries.read(name, missing, period, moment)
      for (const [row, { key, stamp }] of summedUp.entries()) {
        const figure = held[row]
        if (figure !== undefined) kept.set(key, stamp, Promise.resolve(figure))
      }
    }
    const readOne = ({ member, key, stamp }: (typeof asked)[number]) =>
      remembered(kept, key, stamp, () =>
        workOut(asKnown(member, period, moment).deps, name, member, period, moment),
      )
    await mapConcurrently(unknown.filter(isUnknown), READS_AT_ONCE, readOne)
    return Promise.all(asked.map(readOne))
  }

  return {
    asKnown,
    measurementsId,
    standings: (...asked) => found('standing', standings, ...asked),
    dailyRemaining: (...asked) => found('daily', days, ...asked),
    speeds: (...asked) => found('speeds', speeds, ...asked),
  }
}

/** One series has several SLAs: its endpoint's, and those of the contracts that are measured on it, each from its own beginning on. */
function agreedTargets({ slo: { versions }, sinceHour }: Member): string {
  const targets = versions.map(({ effectiveFrom, target }) => `${effectiveFrom}=${target}`)
  return [...targets, ...(sinceHour === undefined ? [] : [`since ${sinceHour}`])].join(' ')
}

async function workOut<Name extends FigureName>(
  deps: ApiDeps,
  name: Name,
  member: Member,
  period: Period,
  { nowHour, rules, knownThen }: Moment,
): Promise<PeriodFigures[Name] | null> {
  const lifetime = await lifetimeOf(deps, member)
  // Looked at from an hour already past, what began later is not there yet, nor is what was not agreed yet either.
  if (!livesIn(lifetime, period) || lifetime.beganHour > nowHour) return null
  if (
    knownThen !== null &&
    lifetime.beganHour === nowHour &&
    targetTimeline(member.slo)[0].fromHour > nowHour
  )
    return null
  const { fromHour, toHour } = hoursBehind(period, nowHour)
  const series = await loadSeries(deps, member, fromHour, toHour)
  return figuresOf[name](series, period, nowHour, rules.of(member.slo.team))
}

function remembered<Value>(
  cache: ValidKept<Promise<Value>>,
  key: string,
  stamp: Stamp,
  read: () => Promise<Value>,
): Promise<Value> {
  const known = cache.get(key, stamp)
  if (known !== undefined) return known
  const reading = read()
  cache.set(key, stamp, reading)
  // A failure is not an answer: the next request tries again.
  reading.catch(() => cache.delete(key))
  return reading
}
