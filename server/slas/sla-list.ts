import type { SlaListRow, SlaListSortColumn, SlaListTable } from '../../src/contract/sla-indicators.ts'
import type { Contract } from '../../src/contract/contracts.ts'
import { isSignedIn } from '../../src/domain/contract-beginning.ts'
import { describeSlas } from '../../src/domain/describe-sla-indicators.ts'
import type { Period } from '../../src/domain/period.ts'
import { slaLeeway } from '../../src/domain/sla.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import { endpointSlaName, placeOfEndpoint, type EndpointSla, type SlaPlace } from './known-slas.ts'
import { endpointSubject } from './sla-subject.ts'
import type { EndpointOverPeriods, SlasOverPeriods } from './slas-over-periods.ts'

export const SLA_LIST_SORT = 'contract,service,sla,deployment'

/** An SLA below one of the contracts that rest on it, or below none. */
export type SlaListEntry = Readonly<{
  over: EndpointOverPeriods
  under: Contract | null
  /** False where that contract holds only from later than the newest period on. */
  isSigned: boolean
  place: SlaPlace
  row: SlaListRow
}>

export function slaListEntries(
  { contracts, endpoints }: SlasOverPeriods,
  period: Period | undefined,
  index: CatalogIndex,
): readonly SlaListEntry[] {
  const partsOf = new Map(contracts.map(({ sla, parts }) => [sla.id, parts]))
  return endpoints.flatMap((over) => {
    const { sla } = over
    const above = sla.contracts.length === 0 ? [null] : sla.contracts
    return above.map((under): SlaListEntry => {
      const isSigned = under === null || period === undefined || isSignedIn(under.since, period)
      const parts = under && partsOf.get(`${under.slug}@${sla.member.deployment}`)
      // As far as the contract counts it, which a beginning of its own may cut short.
      const counted = under === null ? over : parts?.find((part) => part.sla.id === sla.id)
      return {
        over,
        under,
        isSigned,
        place: placeOfEndpoint(under === null ? sla : { ...sla, contracts: [under] }, index),
        row: { ...rowOf(sla, counted?.budgets ?? [], index), under: under && nameSince(under), isSigned },
      }
    })
  })
}

const nameSince = ({ slug, name, since }: Contract) => ({ slug, name, since })

function rowOf(
  sla: EndpointSla,
  budgets: EndpointOverPeriods['budgets'],
  index: CatalogIndex,
): Omit<SlaListRow, 'under' | 'isSigned'> {
  const newest = budgets.at(-1) ?? null
  const { share, badEvents } = slaLeeway(sla.slo.target, sla.slaTarget, newest?.total ?? 0)
  return {
    ...endpointSubject(sla, index),
    state: newest?.state ?? null,
    remaining: newest?.remaining ?? null,
    leeway: { share, badEvents: newest === null || newest.total === 0 ? null : badEvents },
  }
}

const keys: Readonly<Record<SlaListSortColumn, (entry: SlaListEntry) => SortKey>> = {
  contract: ({ under }) => under?.name ?? null,
  service: ({ row }) => row.part.service,
  team: ({ row }) => row.part.teamName,
  sli: ({ row }) => row.sliName,
  sla: ({ row }) => row.name,
  target: ({ row }) => row.target,
  deployment: ({ row }) => row.deployment,
  leeway: ({ row }) => row.leeway.share,
  remaining: ({ row }) => row.remaining,
}

export function slaListOrder(sort: string): RowOrder<SlaListEntry> {
  return rowOrder(sort, keyIn(keys), ({ over, under }) => `${over.sla.id} ${under?.slug ?? ''}`)
}

/** The contracts that have a row in view, in the catalog's order. */
export function contractsInView(
  entries: readonly SlaListEntry[],
  { catalog, slos, slis }: CatalogIndex,
): SlaListTable['contracts'] {
  const inView = new Set(entries.map(({ under }) => under?.slug))
  return catalog.contracts
    .filter(({ slug }) => inView.has(slug))
    .map((contract) => ({
      ...contract,
      sliName: slis.get(contract.sli)?.name ?? contract.sli,
      services: [...new Set(contract.parts.flatMap((id) => slos.get(id)?.service ?? []))],
    }))
}

export function slaListAnswer(entries: readonly SlaListEntry[]): string {
  const resting = new Set(entries.filter(({ under }) => under !== null).map(({ row }) => row.id))
  const alone = new Set(entries.map(({ row }) => row.id).filter((id) => !resting.has(id)))
  const under = entries.filter((entry) => entry.under !== null)
  const byContract = Map.groupBy(
    under.filter(({ isSigned }) => isSigned),
    ({ row }) => row.under?.name ?? '',
  )
  const contracts = [...byContract].map(([name, own]) => ({
    name,
    parts: [...new Map(own.map((entry) => [entry.row.id, entry])).values()].map(({ over: { sla }, row }) => ({
      id: endpointSlaName(sla),
      service: row.part.service,
      isTooTight: row.part.isTooTight,
    })),
  }))
  const toCome = under.filter(({ isSigned }) => !isSigned).map(({ row }) => row.under?.name ?? '')
  return describeSlas(contracts, alone.size, [...new Set(toCome)])
}
