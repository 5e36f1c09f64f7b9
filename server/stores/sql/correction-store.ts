import {
  decisionDeed,
  withdrawalDeed,
  type CorrectionStore,
  type SeriesCorrection,
} from '../../correction-ports.ts'
import { recorded } from './access/audit.ts'
import { countChange, upsertCorrections } from './correction-rows.ts'
import { seriesName, type Snapshot } from './snapshot.ts'
import { onlyRow, type Sql } from './sql.ts'

export function createCorrectionStore(sql: Sql, snapshot: () => Promise<Snapshot>): CorrectionStore {
  return {
    async list(series) {
      const { series: stored, corrections } = await snapshot()
      const id = stored.get(seriesName(series))?.id
      if (id === undefined)
        throw new Error(`No series ${seriesName(series)}: ask only for those of the catalog`)
      return corrections.get(id) ?? []
    },
    async all() {
      const { catalog, series: stored, corrections } = await snapshot()
      const all = catalog.slos.flatMap(({ id, deployments }) =>
        deployments.map((deployment) => ({ sloId: id, deployment })),
      )
      return all.flatMap((series) =>
        (corrections.get(stored.get(seriesName(series))?.id ?? -1) ?? []).map((correction) => ({
          series,
          correction,
        })),
      )
    },
    async record(corrections, change) {
      const { series: stored } = await snapshot()
      await sql.transaction(async (transaction) => {
        const bySeries = Map.groupBy(corrections, ({ series }) => seriesName(series))
        for (const [name, those] of bySeries) {
          const id = stored.get(name)?.id
          if (id === undefined) throw new Error(`No series ${name}: correct only those of the catalog`)
          await upsertCorrections(transaction, id, those.map(correctionOf))
        }
        await recorded(transaction, change, decisionDeed(corrections))
      })
    },
    withdraw: (withdrawal, change) =>
      sql.transaction(async (transaction) => {
        const { decision, fromHour, toHour, reason } = withdrawal
        const { count } = await onlyRow(
          transaction.query<{ count: number }>(
            `with withdrawn as (
              update correction set withdrawn_at = $2::timestamptz, withdrawn_by = $3, withdrawn_reason = $4
              where decision = $1 and withdrawn_at is null
                and ($5::int is null or coalesce(from_hour, at_hour) >= $5::int)
                and ($6::int is null or coalesce(from_hour, at_hour) < greatest($6::int, $5::int + 1))
              returning 1
            ) select count(*)::int as count from withdrawn`,
            [decision, change.at, change.by.name, reason, fromHour, toHour],
          ),
        )
        if (count > 0) {
          await countChange(transaction)
          await recorded(transaction, change, withdrawalDeed(withdrawal, count))
        }
        return count
      }),
  }
}

const correctionOf = ({ correction }: SeriesCorrection) => correction
