import type { Slo } from '../../../src/contract/catalog.ts'
import type { Hour } from '../../../src/domain/hours.ts'
import type { Period } from '../../../src/domain/period.ts'
import { targetTimeline } from '../../budgets/series.ts'
import type { Catalog, SeriesKey, SummaryStore } from '../../ports.ts'
import { seriesName, type Snapshot } from './snapshot.ts'
import type { Sql } from './sql.ts'
import { summaryInputs } from './summary-inputs.ts'
import { readSummaries } from './summary-rows.ts'

export function createSummaryReader(sql: Sql, snapshot: () => Promise<Snapshot>): SummaryStore {
  return {
    async read(figure, asked, period, nowHour) {
      const now = await snapshot()
      const ids = asked.map((series) => now.series.get(seriesName(series))?.id ?? null)
      const known = ids.filter((id) => id !== null)
      const rows = await readSummaries(sql, figure, known, period, nowHour)
      const byId = new Map(rows.map((row) => [row.seriesId, row]))
      return asked.map((series, position) => {
        const row = byId.get(ids[position] ?? -1)
        return row?.inputs === currentInputs(now, series, period, nowHour) ? row?.figure : undefined
      })
    },
  }
}

function currentInputs(
  { catalog, series, corrections }: Snapshot,
  key: SeriesKey,
  period: Period,
  nowHour: Hour,
): string | null {
  const slo = slosById(catalog).get(key.sloId)
  const stored = series.get(seriesName(key))
  if (slo === undefined || stored === undefined) return null
  return summaryInputs(
    {
      targets: targetTimeline(slo),
      corrections: corrections.get(stored.id) ?? [],
      // As `lifetime` tells it of a series that was never measured.
      beganHour: stored.beganHour ?? nowHour,
      endedHour: stored.endedHour,
    },
    period,
    nowHour,
  )
}

const known = new WeakMap<Catalog, ReadonlyMap<string, Slo>>()

function slosById(catalog: Catalog): ReadonlyMap<string, Slo> {
  const slos = known.get(catalog) ?? new Map(catalog.slos.map((slo) => [slo.id, slo]))
  known.set(catalog, slos)
  return slos
}
