import { hourFromIso, type Hour } from '../../src/domain/hours.ts'
import type { CorrectionStore, RecordedCorrection } from '../correction-ports.ts'
import type { SeriesKey } from '../ports.ts'

/** What had been recorded and withdrawn by the end of an hour: whoever looked in it saw that much. */
export function correctionsKnownThen(corrections: CorrectionStore, hour: Hour): CorrectionStore {
  return {
    ...corrections,
    list: async (series) => (await corrections.list(series)).flatMap((one) => asKnownThen(one, hour)),
    all: async () =>
      (await corrections.all()).flatMap(({ series, correction }) =>
        asKnownThen(correction, hour).map((known) => ({ series, correction: known })),
      ),
  }
}

/** The series of which more has been recorded or withdrawn since. */
export async function seriesCorrectedSince(
  corrections: CorrectionStore,
  hour: Hour,
): Promise<ReadonlySet<string>> {
  const changed = (await corrections.all()).filter(
    ({ correction: { at, withdrawnAt } }) => isSince(at, hour) || isSince(withdrawnAt, hour),
  )
  return new Set(changed.map(({ series }) => nameOfSeries(series)))
}

export function nameOfSeries({ sloId, deployment }: SeriesKey): string {
  return `${sloId}@${deployment}`
}

function asKnownThen(correction: RecordedCorrection, hour: Hour): readonly RecordedCorrection[] {
  if (isSince(correction.at, hour)) return []
  if (!isSince(correction.withdrawnAt, hour)) return [correction]
  return [{ ...correction, withdrawnAt: null, withdrawnBy: null, withdrawnReason: null }]
}

function isSince(instant: string | null, hour: Hour): boolean {
  return instant !== null && (hourFromIso(instant) ?? hour) > hour
}
