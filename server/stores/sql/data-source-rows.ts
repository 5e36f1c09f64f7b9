import type { Sql } from './sql.ts'

/** `connectionDetails` is as the document has it, and may hold anything. */
export type DataSourceRow = Readonly<{ slug: string; connectionDetails: unknown }>

export async function readDataSources(sql: Sql): Promise<readonly DataSourceRow[]> {
  return sql.query<DataSourceRow>(
    `select slug, connection_details as "connectionDetails" from data_source where archived_at is null order by ordinal`,
  )
}
