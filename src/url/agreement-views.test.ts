import fc from 'fast-check'

import { dependencyStrengths, failureModes } from '../domain/composition.ts'
import { isoFromHour } from '../domain/hours.ts'
import {
  setSlaViewCodec,
  sreCapacityViewCodec,
  type SetSlaView,
  type SreCapacityView,
} from './agreement-views.ts'
import { tableWindows } from './indicator-view.ts'
import { setSloViewCodec, type SetSloView } from './set-slo-view.ts'
import { lawsOf } from './testing/laws-of.ts'

const slug = fc.stringMatching(/^[a-z0-9]{1,6}(?:[.-][a-z0-9]{1,6}){0,3}$/)
const slugs = fc.uniqueArray(slug, { maxLength: 4 })
const hour = fc.integer({ min: 400_000, max: 600_000 })

const setSloView: fc.Arbitrary<SetSloView> = fc.record({
  service: fc.option(slug),
  deployment: fc.option(slug),
  answers: fc.uniqueArray(
    fc.record({
      name: fc.stringMatching(/^[A-Za-z][A-Za-z -]{0,12}[a-z]$/),
      strength: fc.option(fc.constantFrom(...dependencyStrengths)),
      hasAdaptiveCapacity: fc.boolean(),
      failure: fc.constantFrom(...failureModes),
      promise: fc.option(fc.constantFrom(0.9, 0.9995)),
      isKept: fc.option(fc.boolean()),
    }),
    { selector: ({ name }) => name, maxLength: 4 },
  ),
  target: fc.option(fc.constantFrom(0.5, 0.99, 0.9995, 0.999_999_9)),
  at: fc.option(hour.map(isoFromHour)),
})

const sreCapacityFields = {
  team: slugs,
  deployment: slugs,
  range: fc.oneof(
    fc.record({ window: fc.constantFrom(...tableWindows) }),
    fc.tuple(hour, fc.integer({ min: 1, max: 9_000 })).map(([from, length]) => ({
      from: isoFromHour(from),
      to: isoFromHour(from + length),
      at: isoFromHour(from + length),
    })),
  ),
}
const sreCapacityView: fc.Arbitrary<SreCapacityView> = fc.record(sreCapacityFields)
const setSlaView: fc.Arbitrary<SetSlaView> = fc.record({ ...sreCapacityFields, contract: slugs })

lawsOf('the setting of an SLO', setSloViewCodec, setSloView)
lawsOf('the setting of an SLA', setSlaViewCodec, setSlaView)
lawsOf('the capacity of a team', sreCapacityViewCodec, sreCapacityView)
