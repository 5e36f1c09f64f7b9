import type { CatalogIndex } from '../catalog-index.ts'
import type { ContractPeriod } from '../../src/domain/contract-adherence.ts'
import type { SortKey } from '../row-order.ts'
import { placeOfContract, placeOfEndpoint, type SlaPlace } from './known-slas.ts'
import { contractSubject, endpointSubject, selectedServices, type SlaSubject } from './sla-subject.ts'
import {
  memberOnWire,
  type ContractOverPeriods,
  type EndpointOverPeriods,
  type SlasOverPeriods,
} from './slas-over-periods.ts'

/** A contractual or an endpoint-level SLA over the periods, ready to be listed. */
export type SlaRow = Readonly<{ id: string; place: SlaPlace; subject: SlaSubject }> &
  (
    | Readonly<{ type: 'contractual'; over: ContractOverPeriods; selected: readonly string[] }>
    | Readonly<{ type: 'endpoint-level'; over: EndpointOverPeriods }>
  )

type Selection = Readonly<{ team?: string | undefined; service?: string | undefined }>

/** Contracts first, in the catalog's order. */
export function slaRows(
  { contracts, endpoints }: SlasOverPeriods,
  selection: Selection,
  index: CatalogIndex,
): readonly SlaRow[] {
  return [
    ...contracts.map((over): SlaRow => {
      const selected = selectedServices(over.sla, selection)
      return {
        type: 'contractual',
        id: over.sla.id,
        over,
        selected,
        place: placeOfContract(over.sla, index),
        subject: contractSubject(over.sla, selected, index),
      }
    }),
    ...endpoints.map((over): SlaRow => ({
      type: 'endpoint-level',
      id: over.sla.id,
      over,
      place: placeOfEndpoint(over.sla, index),
      subject: endpointSubject(over.sla, index),
    })),
  ]
}

/** As sentences call it: "Resellers can book and pay in prod-eu". */
export function rowName({ subject }: SlaRow): string {
  return `${subject.name} in ${subject.deployment}`
}

export function worstOnWire({ worst }: Pick<ContractPeriod, 'worst'>, { parts }: ContractOverPeriods) {
  return worst === null ? null : memberOnWire(worst, parts)
}

type SubjectColumn = 'contract' | 'sla' | 'type' | 'service' | 'team' | 'sli' | 'target' | 'deployment'

/** What tables sort by that no period changes. */
export function keysOfSubject<Entry extends Readonly<{ row: SlaRow }>>(): Readonly<
  Record<SubjectColumn, (entry: Entry) => SortKey>
> {
  return {
    contract: ({ row: { subject } }) => subject.contracts[0]?.name ?? null,
    sla: ({ row: { subject } }) => subject.name,
    type: ({ row: { subject } }) => subject.type,
    service: ({ row: { subject } }) => subject.part?.service ?? null,
    team: ({ row: { subject } }) => subject.part?.teamName ?? null,
    sli: ({ row: { subject } }) => subject.sliName,
    target: ({ row: { subject } }) => subject.target,
    deployment: ({ row: { subject } }) => subject.deployment,
  }
}
