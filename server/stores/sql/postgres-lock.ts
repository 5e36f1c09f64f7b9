import { Client } from 'pg'

import { advisoryLocks, LOCK_SPACE, onlyRow, type HeldLock } from './sql.ts'

const CONNECT_TIMEOUT_MS = 5_000
/** How often the holder makes sure that the database still knows it, and how long it waits for the answer. */
const HEARTBEAT_MS = 10_000
/** When this machine is gone without a word, the database notices after 10 + 3 x 5 seconds and lets go of what it held. */
export const noticeSilence = `
  set tcp_keepalives_idle = 10;
  set tcp_keepalives_interval = 5;
  set tcp_keepalives_count = 3;
`

/**
 * A lock for as long as the process lives, on a connection of its own: the database lets go of it when the connection
 * ends, however that comes about. Null while another holds it.
 */
export async function holdPostgresLock(
  url: string,
  lock: keyof typeof advisoryLocks,
): Promise<HeldLock | null> {
  const client = new Client({
    connectionString: url,
    application_name: `sre-indicators ${lock}`,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: HEARTBEAT_MS,
    keepAlive: true,
  })
  const lost = new AbortController()
  const lose = (error?: unknown) =>
    lost.abort(error ?? new Error('The connection that held the lock has ended'))
  client.on('error', lose)
  client.on('end', lose)
  try {
    await client.connect()
    await client.query(noticeSilence)
    const { rows } = await client.query<{ isHeld: boolean }>(
      'select pg_try_advisory_lock($1, $2) as "isHeld"',
      [LOCK_SPACE, advisoryLocks[lock]],
    )
    const { isHeld } = await onlyRow(Promise.resolve(rows))
    if (!isHeld) {
      await client.end()
      return null
    }
  } catch (error) {
    await client.end().catch(lose)
    throw error
  }
  const heartbeat = setInterval(() => void client.query('select 1').catch(lose), HEARTBEAT_MS)
  heartbeat.unref()
  lost.signal.addEventListener('abort', () => {
    clearInterval(heartbeat)
    client.end().catch(() => undefined)
  })
  return {
    lost: lost.signal,
    async release() {
      clearInterval(heartbeat)
      if (!lost.signal.aborted) await client.end().catch(lose)
    },
  }
}
