import type { RecordDeed } from './access-in-memory.ts'
import {
  decisionDeed,
  isWithdrawnBy,
  withdrawalDeed,
  type CorrectionStore,
  type RecordedCorrection,
  type SeriesCorrection,
} from './correction-ports.ts'
import type { SeriesKey } from './ports.ts'

/** What was there before anybody came: worked out as it is asked for. */
type Given = Readonly<{
  list(series: SeriesKey): readonly RecordedCorrection[]
  all(): readonly SeriesCorrection[]
}>

type CorrectionsInMemory = CorrectionStore &
  Readonly<{
    /** Whether somebody changed what was given of the series. */
    isChanged(series: SeriesKey): boolean
    /** Differs after every change. */
    revision(): number
  }>

/** For hosts that keep nothing: what was recorded is gone with the process or the page. */
export function createCorrectionsInMemory(record: RecordDeed, given: Given): CorrectionsInMemory {
  /** All of a series, from its first change on. */
  const changed = new Map<string, readonly SeriesCorrection[]>()
  let revision = 0

  const of = (series: SeriesKey) =>
    changed.get(nameOf(series)) ?? given.list(series).map((correction) => ({ series, correction }))
  const all = () => {
    const untouched = given.all().filter(({ series }) => !changed.has(nameOf(series)))
    return [...untouched, ...[...changed.values()].flat()]
  }
  const put = (those: readonly SeriesCorrection[]) => {
    const [first] = those
    if (first !== undefined) changed.set(nameOf(first.series), those)
    revision += 1
  }

  return {
    list: async (series) => of(series).map(({ correction }) => correction),
    all: async () => all(),
    async record(corrections, change) {
      for (const one of corrections) put([...of(one.series), one])
      record(change, decisionDeed(corrections))
    },
    async withdraw(withdrawal, change) {
      const { reason } = withdrawal
      const isMeant = ({ correction }: SeriesCorrection) => isWithdrawnBy(withdrawal, correction)
      const meant = all().filter(isMeant)
      const withdrawn = {
        withdrawnAt: change.at,
        withdrawnBy: change.by.name,
        withdrawnReason: reason,
      }
      for (const { series } of new Map(meant.map((one) => [nameOf(one.series), one])).values())
        put(
          of(series).map((one) =>
            isMeant(one) ? { series, correction: { ...one.correction, ...withdrawn } } : one,
          ),
        )
      if (meant.length > 0) record(change, withdrawalDeed(withdrawal, meant.length))
      return meant.length
    },
    isChanged: (series) => changed.has(nameOf(series)),
    revision: () => revision,
  }
}

function nameOf({ sloId, deployment }: SeriesKey): string {
  return `${sloId}@${deployment}`
}
