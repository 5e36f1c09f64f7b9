import type { RecordedCorrection } from '../../correction-ports.ts'
import { instant } from './instant-text.ts'
import type { Sql } from './sql.ts'

/** By the series they belong to, in the order they were recorded. */
export async function readCorrections(sql: Sql): Promise<ReadonlyMap<number, readonly RecordedCorrection[]>> {
  // Only the columns of its kind: the domain tells the two apart by more than their name.
  const rows = await sql.query<{ seriesId: number; correction: RecordedCorrection }>(`
    select series_id as "seriesId", (json_build_object('id', id, 'decision', decision, 'kind', kind, 'category', category,
        'dependency', dependency, 'rule', rule, 'timeZone', time_zone, 'author', author, 'reason', reason,
        'at', ${instant('recorded_at')}, 'withdrawnAt', ${instant('withdrawn_at')}, 'withdrawnBy', withdrawn_by,
        'withdrawnReason', withdrawn_reason)::jsonb ||
      case kind
        when 'exclusion' then jsonb_build_object('fromHour', from_hour, 'toHour', to_hour)
        else jsonb_build_object('atHour', at_hour, 'share', share)
      end) as correction
    from correction order by series_id, recorded_at, coalesce(from_hour, at_hour), id`)
  const bySeries = Map.groupBy(rows, ({ seriesId }) => seriesId)
  return new Map([...bySeries].map(([id, group]) => [id, group.map(({ correction }) => correction)]))
}

/** A correction is not edited: one with the same id is taken as withdrawn or not, as it comes. */
export async function upsertCorrections(
  sql: Sql,
  seriesId: number,
  corrections: readonly RecordedCorrection[],
): Promise<void> {
  if (corrections.length === 0) return
  const rows = corrections.map((correction) => ({ series_id: seriesId, ...rowOf(correction) }))
  await sql.transaction(async (transaction) => {
    await transaction.query(
      `insert into correction select * from jsonb_populate_recordset(null::correction, $1::jsonb)
      on conflict (series_id, id) do update set withdrawn_at = excluded.withdrawn_at,
        withdrawn_by = excluded.withdrawn_by, withdrawn_reason = excluded.withdrawn_reason`,
      [JSON.stringify(rows)],
    )
    await countChange(transaction)
  })
}

/** Hours already past are judged differently, and the snapshot that servers hold is no longer right. */
export async function countChange(sql: Sql): Promise<void> {
  await sql.script('update store_state set revision = revision + 1, catalog_revision = catalog_revision + 1')
}

function rowOf(correction: RecordedCorrection): object {
  const { id, kind, decision, category, dependency, rule, author, reason, at } = correction
  const signed = {
    id,
    kind,
    decision,
    category,
    dependency,
    rule,
    time_zone: correction.timeZone,
    author,
    reason,
    recorded_at: at,
    withdrawn_at: correction.withdrawnAt,
    withdrawn_by: correction.withdrawnBy,
    withdrawn_reason: correction.withdrawnReason,
  }
  return correction.kind === 'exclusion'
    ? { ...signed, from_hour: correction.fromHour, to_hour: correction.toHour }
    : { ...signed, at_hour: correction.atHour, share: correction.share }
}
