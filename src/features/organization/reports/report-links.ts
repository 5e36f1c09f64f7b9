import type { PeriodOnWire } from '../../../contract/catalog.ts'
import { paths } from '../../../url/paths.ts'

/** Where the figures of a report stand; the reader follows them as they were when it was written. */
export function reportTargets(
  over: Readonly<{ from: string; to: string }>,
  { start, end }: Pick<PeriodOnWire, 'start' | 'end'>,
) {
  const own = { from: start, to: end }
  return {
    kept: paths.keptBudgets({ range: over }),
    adherence: paths.sloAdherence({ range: own }),
    exhaustion: paths.prematureExhaustion({ range: own }),
    recovery: paths.recoveryTrend({ range: over }),
    detection: paths.recoveryTrend({ range: over, measure: 'detection' }),
    tickets: paths.supportTickets({ range: over }),
    contracts: paths.slaAdherence({ range: own }),
    costs: paths.slaDepletion({ range: own }),
    leastAvailable: paths.leastAvailable({ range: own }),
    mostAvailable: paths.leastAvailable({ range: own, sort: [{ column: 'availability', descending: true }] }),
  } as const
}

export type ReportLinks = Readonly<Record<keyof ReturnType<typeof reportTargets>, string>>
