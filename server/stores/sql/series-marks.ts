import type { Slo } from '../../../src/contract/catalog.ts'
import type { Hour } from '../../../src/domain/hours.ts'
import type { HourRange } from '../../../src/domain/time-window.ts'
import type { Catalog, SeriesKey } from '../../ports.ts'
import { seriesName, type Snapshot } from './snapshot.ts'
import { lifeDigest, targetsDigest } from './summary-inputs.ts'

/** Changes with the hours of the series in their weeks, and with whatever was agreed about it. */
export function markOf(now: Snapshot, series: SeriesKey, range: HourRange): string | null {
  const agreed = agreedAbout(now, series)
  if (agreed === null) return null
  return `${agreed.targets} ${agreed.lifeAt(UNMEASURED)} ${now.hours.lastOf(agreed.id, range)}`
}

/** `lifeAt` that hour: a series that was never measured begins with it, as `lifetime` tells it. */
type AgreedDigests = Readonly<{ id: number; targets: string; lifeAt: (nowHour: Hour) => string }>

const UNMEASURED = -1

/** Null for what the catalog does not know. */
export function agreedAbout(now: Snapshot, series: SeriesKey): AgreedDigests | null {
  const slo = slosById(now.catalog).get(series.sloId)
  const stored = now.series.get(seriesName(series))
  if (slo === undefined || stored === undefined) return null
  // A snapshot that is loaded anew has its own objects, with the corrections of that moment.
  const corrections = now.corrections.get(stored.id) ?? []
  const lifeAt = (nowHour: Hour) => {
    const { beganHour, endedHour } = stored
    if (beganHour === null) return lifeDigest({ corrections, beganHour: nowHour, endedHour })
    const life = lives.get(stored) ?? lifeDigest({ corrections, beganHour, endedHour })
    lives.set(stored, life)
    return life
  }
  return { id: stored.id, targets: targetsDigest(slo), lifeAt }
}

const lives = new WeakMap<object, string>()
const known = new WeakMap<Catalog, ReadonlyMap<string, Slo>>()

function slosById(catalog: Catalog): ReadonlyMap<string, Slo> {
  const slos = known.get(catalog) ?? new Map(catalog.slos.map((slo) => [slo.id, slo]))
  known.set(catalog, slos)
  return slos
}
