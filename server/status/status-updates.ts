import { keptStatusUpdateSchema, type StatusIncident } from '../../src/contract/status.ts'
import type { ApiDeps } from '../ports.ts'

type Update = StatusIncident['updates'][number]

/** Of every incident, newest first. */
export async function readStatusUpdates({
  entries,
}: Pick<ApiDeps, 'entries'>): Promise<ReadonlyMap<string, readonly Update[]>> {
  const told = (await entries.list('status-update')).flatMap(({ key, body, by, at, isWithdrawn }) => {
    const parsed = keptStatusUpdateSchema.safeParse(body)
    if (!parsed.success || isWithdrawn) return []
    const { incident, ...update } = parsed.data
    return [{ incident, update: { key, ...update, by: by.name, at } }]
  })
  const byIncident = Map.groupBy(told, ({ incident }) => incident)
  return new Map(
    [...byIncident].map(([incident, those]) => [
      incident,
      those
        .map(({ update }) => update)
        .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.key.localeCompare(a.key))),
    ]),
  )
}

/** Sorts as it is counted, up to more than anybody writes. */
export function updateKey(incident: string, number: number): string {
  return `${incident}/${String(number).padStart(3, '0')}`
}
