import type { PeriodSchemeOnWire } from '../../src/contract/catalog.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import type { PeriodScheme } from '../../src/domain/period.ts'
import type { Route } from '../context.ts'
import { eventId, readStanding } from '../live/standing.ts'
import { periodOnWire } from '../wire.ts'

export const readOrganization: Route<'readOrganization'> = async (_request, { deps, index, moment }) => {
  // First: what comes while the rest is read is told again rather than missed. Without a count it would cost a look at all.
  const standing = deps.changes === undefined ? null : eventId(await readStanding(deps))
  const [{ scheme, currentPeriod, nowHour, dataFromHour }, restatementsFrom, recordsFrom] = await Promise.all(
    [moment(), deps.buckets.restatements?.keptFrom?.() ?? null, deps.records.keptFrom?.() ?? null],
  )
  return {
    ...index.catalog.organization,
    periodScheme: schemeOnWire(scheme),
    currentPeriod: periodOnWire(currentPeriod, nowHour),
    now: new Date(deps.now()).toISOString(),
    dataUpTo: isoFromHour(nowHour),
    dataFrom: isoFromHour(dataFromHour),
    ...(standing !== null && { standing }),
    ...(restatementsFrom !== null && { restatementsFrom }),
    ...(recordsFrom !== null && { recordsFrom }),
  }
}

function schemeOnWire(scheme: PeriodScheme): PeriodSchemeOnWire {
  return scheme.kind === 'days'
    ? { kind: 'days', days: scheme.days, from: isoFromHour(scheme.anchorHour) }
    : scheme
}
