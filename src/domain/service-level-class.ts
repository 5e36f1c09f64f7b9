import type { Adherence } from './adherence.ts'
import { CONSISTENT_PERIODS } from './kept-overview.ts'

export const serviceLevelClasses = ['undefined', 'low', 'medium', 'high'] as const
/** How far one can rely on a dependency, by what it promises and keeps. */
export type ServiceLevelClass = (typeof serviceLevelClasses)[number]

export const keptStandings = ['none', 'fulfilled', 'broken', 'no-data', 'too-new'] as const
/**
 * How the SLOs, or the SLAs, of a service were kept over time. `none`: it has none. `no-data`: none has a verdict.
 * `too-new`: no verdict is bad, and none has as many as are asked for.
 */
export type KeptStanding = (typeof keptStandings)[number]

export type KeptOverTime = Readonly<{
  standing: KeptStanding
  /** Of how many there are. */
  count: number
  /** Those broken in one of the periods at least. */
  brokenCount: number
  /** Those without a verdict in any of the periods; what is left decides. */
  silentCount: number
}>

/**
 * The last closed periods of each SLO or SLA, in each deployment looked at: kept only if every one was kept in every one of
 * its periods. Those that nobody asked anything of say nothing either way.
 */
export function keptOverTime(series: readonly (readonly Adherence[])[]): KeptOverTime {
  const verdicts = series.map((cells) => cells.filter((cell) => cell === 'fulfilled' || cell === 'broken'))
  const brokenCount = verdicts.filter((own) => own.includes('broken')).length
  const silentCount = verdicts.filter((own) => own.length === 0).length
  return { standing: standingOf(verdicts), count: series.length, brokenCount, silentCount }
}

function standingOf(verdicts: readonly (readonly Adherence[])[]): KeptStanding {
  if (verdicts.length === 0) return 'none'
  if (verdicts.some((own) => own.includes('broken'))) return 'broken'
  const longest = Math.max(...verdicts.map((own) => own.length))
  if (longest === 0) return 'no-data'
  return longest < CONSISTENT_PERIODS ? 'too-new' : 'fulfilled'
}

export const levelNotes = ['sla-broken-under-kept-slo', 'no-data'] as const
export type LevelNote = (typeof levelNotes)[number]

/** The highest level found counts: SLOs that are kept say more than SLAs, and either more than none. */
export function serviceLevelClass(
  slo: KeptStanding,
  sla: KeptStanding,
): Readonly<{ level: ServiceLevelClass; note: LevelNote | null }> {
  if (slo === 'fulfilled')
    return { level: 'high', note: sla === 'broken' ? 'sla-broken-under-kept-slo' : null }
  if (sla === 'fulfilled') return { level: 'medium', note: null }
  if (slo === 'broken' || sla === 'broken') return { level: 'low', note: null }
  return { level: 'undefined', note: slo === 'none' && sla === 'none' ? null : 'no-data' }
}
