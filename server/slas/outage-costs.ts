import type { OutageCost } from '../../src/contract/outage-cost.ts'
import type { Contract } from '../../src/contract/contracts.ts'
import { contractFromHour } from '../../src/domain/contract-beginning.ts'
import { recoveryMinutes } from '../../src/domain/incident.ts'
import { outageCost } from '../../src/domain/outage-cost.ts'
import { HOURS_PER_DAY } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { incidentEntries, type IncidentEntry } from '../indicators/incident-table.ts'
import type { Moment } from '../moment.ts'
import type { RecordStore } from '../ports.ts'
import type { SlaRow } from './sla-rows.ts'

const HOUR_MS = 3_600_000
const DAYS_PER_YEAR = 365

type Source = Readonly<{ records: RecordStore; index: CatalogIndex; moment: Moment }>

/** A contract in the deployments and with the services that are looked at. */
type Looked = Readonly<{
  contract: Contract
  services: ReadonlySet<string>
  deployments: ReadonlySet<string>
}>

/** Of the contracts that name revenue and refund share; incidents that were resolved and created in the periods. */
export async function outageCosts(
  rows: readonly SlaRow[],
  periods: readonly Period[],
  { records, index, moment }: Source,
): Promise<OutageCost[]> {
  const [first, last] = [periods[0], periods.at(-1)]
  const looked = lookedAt(rows).filter(({ contract: { penalty } }) => penalty?.yearlyRevenue != null)
  if (looked.length === 0 || first === undefined || last === undefined) return []
  const entries = await incidentEntries(records, periods, index, moment)
  return looked.flatMap((one) => {
    const fromHour = Math.max(first.startHour, contractFromHour(one.contract.since))
    const inWindow = entries.filter(
      ({ incident: { createdMs } }) => createdMs >= fromHour * HOUR_MS && createdMs < last.endHour * HOUR_MS,
    )
    return costOf(one, inWindow) ?? []
  })
}

function lookedAt(rows: readonly SlaRow[]): readonly Looked[] {
  const contractual = rows.flatMap((row) => (row.type === 'contractual' ? [row] : []))
  return [...Map.groupBy(contractual, ({ over }) => over.sla.contract)].map(([contract, own]) => ({
    contract,
    services: new Set(own.flatMap(({ selected }) => selected)),
    deployments: new Set(own.map(({ over }) => over.sla.deployment)),
  }))
}

function costOf(
  { contract, services, deployments }: Looked,
  entries: readonly IncidentEntry[],
): OutageCost | null {
  const { slug, name, since, penalty } = contract
  if (penalty === null || penalty.yearlyRevenue === null || penalty.refundShare === null) return null
  const minutes = entries
    .filter(({ places }) =>
      places.some(({ service, deployment }) => services.has(service) && deployments.has(deployment)),
    )
    .map(({ incident }) => recoveryMinutes(incident))
    .filter((one) => one !== null)
  const { yearlyRevenue, refundShare, slotMinutes } = penalty
  const outageMinutes = minutes.reduce((sum, one) => sum + one, 0)
  return {
    contract: { slug, name },
    since,
    currency: penalty.currency ?? '',
    yearlyRevenue,
    hourlyRevenue: yearlyRevenue / DAYS_PER_YEAR / HOURS_PER_DAY,
    refundShare,
    slotMinutes,
    incidentCount: minutes.length,
    outageMinutes,
    meanMinutes: minutes.length === 0 ? null : outageMinutes / minutes.length,
    cost: outageCost(minutes, { yearlyRevenue, refundShare, slotMinutes }),
  }
}
