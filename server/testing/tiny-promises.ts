import type { Contract } from '../../src/contract/contracts.ts'
import type { Incident } from '../../src/contract/records.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { noRecords } from '../no-records.ts'
import { apiClient } from './api-client.ts'
import { DATA_FROM, hourlyRows, NOW_HOUR, tinyCatalog, tinyOrganization } from './tiny-organization.ts'

const CART = 'cart.availability.get-cart'

export const dayOf = (hour: Hour) => isoFromHour(hour).slice(0, 10)

export type Plan = Readonly<{
  contracts: readonly Partial<Contract>[]
  badAt: (hour: Hour) => number
  incidents?: readonly Incident[]
}>

/** 10 requests an hour, and its one contract as often, and as much changed, as is said. */
export function organizationThatPromised({ contracts, badAt, incidents = [] }: Plan) {
  const [signed] = tinyCatalog.contracts
  if (signed === undefined) throw new Error('The tiny organization has promised nothing')
  const catalog = { ...tinyCatalog, contracts: contracts.map((change) => ({ ...signed, ...change })) }
  return apiClient(
    tinyOrganization({
      series: { [`${CART}@north`]: { rows: hourlyRows(DATA_FROM, NOW_HOUR, badAt) } },
      deps: {
        catalog: async () => catalog,
        records: {
          ...noRecords,
          incidents: async () => ({ items: incidents, totalCount: incidents.length }),
        },
      },
    }),
  )
}

/** The row of the contract in the one deployment of production. */
export async function adherenceOf(
  { read }: ReturnType<typeof organizationThatPromised>,
  slug = 'shop-opens',
) {
  const table = await read('listSlaAdherence')
  const row = table.items.find(({ type, id }) => type === 'contractual' && id === slug)
  if (row === undefined) throw new Error(`${slug} is not in the table`)
  return { ...table, row }
}
