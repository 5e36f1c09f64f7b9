import type { Incident } from '../../src/contract/records.ts'
import { noRecords } from '../no-records.ts'
import type { RecordStore } from '../ports.ts'

/** The cart is down in the north, and still is. */
export const tinyIncident: Incident = {
  id: 'inc-7',
  title: 'Redis of <cart> & friends is full',
  services: ['cart'],
  deployments: ['north'],
  startedAt: '2026-11-18T01:00:00Z',
  detectedAt: '2026-11-18T01:04:00Z',
  createdAt: '2026-11-18T01:05:00Z',
  acknowledgedAt: '2026-11-18T01:06:00Z',
  escalatedAt: null,
  resolvedAt: null,
  detectedBy: 'slo',
  priority: 1,
  severity: 'error',
  url: null,
}

/** One incident of the cart in the north that is still open, and what a test adds. */
export function recordsWithIncident(...more: readonly Partial<Incident>[]): RecordStore {
  const all = [tinyIncident, ...more.map((change) => ({ ...tinyIncident, ...change }))]
  return {
    ...noRecords,
    incidents: async ({ isOpen, from }, { after }) => {
      const items = all.filter(
        ({ resolvedAt, createdAt }) =>
          (isOpen === undefined || resolvedAt === null) && (from === undefined || createdAt >= from),
      )
      return { items: after === null ? items : [], totalCount: items.length }
    },
  }
}
