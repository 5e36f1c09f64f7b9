import type { Contract } from '../../src/contract/contracts.ts'
import type { Catalog } from '../ports.ts'

type Customer = Contract['customers'][number]

/** Whoever a contract names. */
export function customersOf({ contracts }: Pick<Catalog, 'contracts'>): ReadonlyMap<string, Customer> {
  return new Map(contracts.flatMap(({ customers }) => customers).map((one) => [one.slug, one]))
}
