import type { ApiDeps, SummaryStore } from '../ports.ts'
import { migrate } from '../stores/sql/migrate.ts'
import { seedOnce } from '../stores/sql/seed.ts'
import { createSqlStore, type SqlStore } from '../stores/sql/sql-store.ts'
import type { Sql } from '../stores/sql/sql.ts'
import { createSummarizer } from '../stores/sql/summarizer.ts'
import type { MakeTiny } from './tiny-organization.ts'

/** A copy of another organization in an empty database. */
export async function storeOrganization(sql: Sql, source: ApiDeps): Promise<SqlStore> {
  await migrate(sql)
  await seedOnce(sql, { source, onProgress: () => undefined })
  return createSqlStore(sql, source)
}

/** With everything summed up, so that what is asked of it is read from summaries. */
async function storeSummarized(sql: Sql, source: ApiDeps): Promise<SqlStore> {
  const store = await storeOrganization(sql, source)
  await createSummarizer(sql, store).bringUpToDate()
  return store
}

/** The same, copied when it is first asked for anything: tests make organizations without waiting. */
function storedLater(empty: () => Promise<Sql>, source: ApiDeps): ApiDeps {
  let storing: Promise<SqlStore> | null = null
  const stored = () => (storing ??= empty().then((sql) => storeSummarized(sql, source)))
  const ports: ApiDeps = {
    catalog: async () => (await stored()).catalog(),
    buckets: {
      read: async (...span) => (await stored()).buckets.read(...span),
      lifetime: async (series) => (await stored()).buckets.lifetime(series),
      nowHour: async () => (await stored()).buckets.nowHour(),
      fromHour: async () => (await stored()).buckets.fromHour(),
      restatements: {
        horizon: async (hour) =>
          (await stored()).buckets.restatements?.horizon(hour) ?? { knownUntil: hour, fromHour: null },
        list: async (asked) => (await stored()).buckets.restatements?.list(asked) ?? [],
      },
      revision: async () => (await stored()).buckets.revision?.() ?? 0,
    },
    releases: { list: async (filter) => (await stored()).releases.list(filter) },
    builds: { list: async (filter) => (await stored()).builds.list(filter) },
    access: {
      tokens: {
        list: async () => (await stored()).access.tokens.list(),
        create: async (...made) => (await stored()).access.tokens.create(...made),
        revoke: async (...which) => (await stored()).access.tokens.revoke(...which),
        findByHash: async (hash) => (await stored()).access.tokens.findByHash(hash),
        used: async (...use) => (await stored()).access.tokens.used(...use),
      },
      sessions: {
        start: async (...session) => (await stored()).access.sessions.start(...session),
        find: async (idHash) => (await stored()).access.sessions.find(idHash),
        end: async (...session) => (await stored()).access.sessions.end(...session),
      },
      audit: { list: async (...asked) => (await stored()).access.audit.list(...asked) },
    },
    entries: {
      read: async (...which) => (await stored()).entries.read(...which),
      list: async (kind) => (await stored()).entries.list(kind),
      history: async (...which) => (await stored()).entries.history(...which),
      all: async () => (await stored()).entries.all(),
      write: async (...written) => (await stored()).entries.write(...written),
      revision: async () => (await stored()).entries.revision(),
    },
    corrections: {
      list: async (series) => (await stored()).corrections.list(series),
      all: async () => (await stored()).corrections.all(),
      record: async (...written) => (await stored()).corrections.record(...written),
      withdraw: async (...withdrawn) => (await stored()).corrections.withdraw(...withdrawn),
    },
    records: {
      incidents: async (...asked) => (await stored()).records.incidents(...asked),
      tickets: async (...asked) => (await stored()).records.tickets(...asked),
      rotations: async (...asked) => (await stored()).records.rotations(...asked),
      endpointFigures: async (...asked) => (await stored()).records.endpointFigures(...asked),
      breaches: async (...asked) => (await stored()).records.breaches(...asked),
    },
    now: source.now,
    report: source.report,
  }
  const summaries: SummaryStore = {
    read: async (...asked) => (await stored()).summaries.read(...asked),
  }
  const changes = async () => (await stored()).changes()
  const marks = async () => (await stored()).marks()
  Object.defineProperty(ports.buckets, 'marks', { value: marks, enumerable: false })
  // Not enumerable: a copy in which a test puts another port has no summaries of what the first one told, nor its changes.
  return Object.defineProperties(ports, {
    summaries: { value: summaries, enumerable: false },
    changes: { value: changes, enumerable: false },
  })
}

/** `tinyOrganization` as the API's tests call it, over a database; what a test puts in place of a port stays in place. */
export function tinyOrganizationsIn(empty: () => Promise<Sql>, make: MakeTiny): MakeTiny {
  const unchanged = storedLater(empty, make())
  return (change) => {
    const stored =
      change?.series === undefined ? unchanged : storedLater(empty, make({ series: change.series }))
    return change?.deps === undefined ? stored : { ...stored, ...change.deps }
  }
}
