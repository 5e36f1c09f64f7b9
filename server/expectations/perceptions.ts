import { perceptionOf, type PerceptionItem } from '../../src/contract/expectations.ts'
import { monthFrom, monthOfPeriod } from '../../src/domain/month.ts'
import { meanAnswer, netPromoter } from '../../src/domain/net-promoter.ts'
import type { ApiContext } from '../context.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import { stampOf } from './entered-expectations.ts'
import { readSignals, type Signals } from './signals.ts'

const AT_ONCE = 4

/** Newest month first, each beside what the product measured in the period that had ended by then. */
export async function readPerceptions(context: ApiContext): Promise<PerceptionItem[]> {
  const [kept, signals] = await Promise.all([context.deps.entries.list('perception'), readSignals(context)])
  const items = await mapConcurrently(
    kept.filter(({ isWithdrawn }) => !isWithdrawn),
    AT_ONCE,
    async (entry): Promise<PerceptionItem | null> => {
      const perception = perceptionOf(entry.body)
      if (perception === null) return null
      const { recommend, reliable, month } = perception
      return {
        ...perception,
        id: entry.key,
        ...stampOf(entry),
        recommendScore: recommend === null ? null : netPromoter(recommend),
        reliableMean: reliable === null ? null : meanAnswer(reliable),
        measured: await measuredBy(month, signals),
      }
    },
  )
  return items
    .filter((item) => item !== null)
    .toSorted((a, b) => b.month.localeCompare(a.month) || a.id.localeCompare(b.id))
}

async function measuredBy(month: string, { periods, valueOf }: Signals): Promise<PerceptionItem['measured']> {
  const period = periods.findLast((one) => monthOfPeriod(one) <= monthFrom(month))
  if (period === undefined) return null
  const percent = await valueOf('services-within-budget', [period])
  return {
    period: period.name,
    servicesWithinBudget: percent === null ? null : percent / 100,
    notDetectedInternally: await valueOf('not-detected-internally', [period]),
    reliabilityTickets: await valueOf('reliability-tickets', [period]),
  }
}
