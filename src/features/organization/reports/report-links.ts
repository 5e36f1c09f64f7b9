import type { PeriodOnWire } from '../../../contract/catalog.ts'
import { indicatorPaths } from '../../../url/indicator-paths.ts'

/** Where the figures of a report stand; the reader follows them as they were when it was written. */
export function reportTargets(
  over: Readonly<{ from: string; to: string }>,
  { start, end }: Pick<PeriodOnWire, 'start' | 'end'>,
) {
  const own = { from: start, to: end }
  return {
    kept: indicatorPaths.keptBudgets({ range: over }),
    adherence: indicatorPaths.sloAdherence({ range: own }),
    exhaustion: indicatorPaths.prematureExhaustion({ range: own }),
    recovery: indicatorPaths.recoveryTrend({ range: over }),
    detection: indicatorPaths.recoveryTrend({ range: over, measure: 'detection' }),
    tickets: indicatorPaths.supportTickets({ range: over }),
    contracts: indicatorPaths.slaAdherence({ range: own }),
    costs: indicatorPaths.slaDepletion({ range: own }),
    leastAvailable: indicatorPaths.leastAvailable({ range: own }),
    mostAvailable: indicatorPaths.leastAvailable({
      range: own,
      sort: [{ column: 'availability', descending: true }],
    }),
  } as const
}

export type ReportLinks = Readonly<Record<keyof ReturnType<typeof reportTargets>, string>>
