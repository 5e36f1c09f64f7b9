import type { TableScale } from '../../src/contract/names.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import type { ApiContext } from '../context.ts'
import type { tablePeriods } from '../indicators/table-periods.ts'
import type { Moment } from '../moment.ts'
import { periodOnWire } from '../wire.ts'
import { knownSlas } from './known-slas.ts'
import { chosenSlas, slaFacets } from './sla-facets.ts'
import { slaRows } from './sla-rows.ts'
import { slasOverPeriods } from './slas-over-periods.ts'

type SlaQuery = Parameters<typeof tablePeriods>[0] & Parameters<typeof chosenSlas>[0]

/** All that is promised in the periods, those that were chosen of it, and how many each choice would show. */
export async function selectedSlas(
  asked: SlaQuery,
  periods: readonly Period[],
  { index, slaBook, moment }: Pick<ApiContext, 'index' | 'slaBook'> & Readonly<{ moment: Moment }>,
) {
  const isChosen = chosenSlas(asked, index)
  const over = await slasOverPeriods(knownSlas(index), periods, { slaBook, moment })
  const rows = slaRows(over, asked, index)
  return {
    rows: rows.filter(({ place }) => isChosen(place)),
    facets: slaFacets(
      rows.map(({ place }) => place),
      asked,
      index,
    ),
  }
}

/** What every table says of itself. */
export function tableFrame(
  { scale = 'period' }: Readonly<{ scale?: TableScale | undefined }>,
  periods: readonly Period[],
  { nowHour }: Moment,
) {
  return {
    scale,
    periods: periods.map((period) => periodOnWire(period, nowHour)),
    dataUpTo: isoFromHour(nowHour),
  }
}
