import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { bottleneckSides, decisionStates } from '../domain/bottleneck.ts'
import { deliveryComponents, deliveryGroups } from '../domain/delivery.ts'
import { hourFromIso } from '../domain/hours.ts'
import { growthComparisons } from '../domain/ticket-trend.ts'
import { parseSearch, stringifySearch, type UrlCodec } from './codec.ts'
import { deliveryCodec, type DeliveryView } from './delivery-view.ts'
import { frozenSearch } from './frozen-search.ts'
import {
  keptCodec,
  onCallRotationsCodec,
  recoveryCodec,
  tableWindows,
  ticketsCodec,
  type IndicatorView,
  type KeptView,
  type RecoveryView,
  type TicketView,
} from './indicator-view.ts'
import { slaAdherenceCodec, slaDepletionCodec, slasCodec, type SlaView } from './sla-view.ts'

const slug = fc.stringMatching(/^[a-z0-9]{1,6}(?:[.-][a-z0-9]{1,6}){0,3}$/)
const slugs = fc.uniqueArray(slug, { maxLength: 4 })

const indicatorView: fc.Arbitrary<IndicatorView> = fc.record({
  team: slugs,
  service: slugs,
  sli: slugs,
  slo: slugs,
  deployment: slugs,
  showDefaults: fc.boolean(),
  prematureOnly: fc.boolean(),
  search: fc.string({ maxLength: 40 }),
  range: fc.oneof(
    fc.record({ window: fc.constantFrom(...tableWindows) }),
    fc.record(
      {
        from: fc.constant('2026-09-07T00:00:00Z'),
        to: fc.constant('2026-11-30T00:00:00Z'),
        at: fc.constantFrom('2026-11-18T03:00:00Z', '2026-11-19T00:00:00Z'),
      },
      { requiredKeys: ['from', 'to'] },
    ),
  ) as fc.Arbitrary<IndicatorView['range']>,
  scale: fc.constantFrom('period', 'month'),
  show: fc.constantFrom('table', 'graph'),
  sort: fc.uniqueArray(
    fc.record({ column: fc.constantFrom('service', 'growth', '2026-P11'), descending: fc.boolean() }),
    { selector: ({ column }) => column },
  ),
  columns: fc.uniqueArray(
    fc.record({ column: fc.constantFrom('team', 'p95', '2026-P11'), isShown: fc.boolean() }),
    { selector: ({ column }) => column },
  ),
})
const figures = fc.constantFrom('chart' as const, 'table' as const)

const ticketView: fc.Arbitrary<TicketView> = fc
  .tuple(
    indicatorView,
    fc.record({
      tickets: fc.constantFrom('reliability' as const, 'all' as const),
      growth: fc.option(
        fc.record({
          comparison: fc.constantFrom(...growthComparisons),
          rate: fc.integer({ min: -9_999, max: 9_999 }).map((tenths) => Math.round(tenths) / 10 / 100 || 0),
        }),
      ),
      figures,
      listed: fc.option(fc.constantFrom('2026-P11', '2026-11', '2026-Q4')),
    }),
  )
  .map(([view, own]) => ({ ...view, ...own }))
const recoveryView: fc.Arbitrary<RecoveryView> = fc
  .tuple(
    indicatorView,
    fc.record({ measure: fc.constantFrom('recovery' as const, 'detection' as const), figures }),
  )
  .map(([view, own]) => ({ ...view, ...own }))
const deliveryView: fc.Arbitrary<DeliveryView> = fc
  .tuple(
    indicatorView,
    fc.record({
      part: fc.constantFrom('indicators' as const, 'bottlenecks' as const),
      group: fc.constantFrom(...deliveryGroups),
      component: fc.constantFrom(...deliveryComponents),
      figures,
      events: fc.constantFrom('deployments' as const, 'builds' as const),
      result: fc.constantFrom('all' as const, 'failed' as const),
      side: fc.subarray([...bottleneckSides]),
      decision: fc.subarray([...decisionStates]),
      open: fc.oneof(fc.constant(''), slug),
    }),
  )
  .map(([view, own]) => ({ ...view, ...own }))
const keptView: fc.Arbitrary<KeptView> = fc
  .tuple(indicatorView, fc.record({ figures }))
  .map(([view, own]) => ({ ...view, ...own }))

function lawsOf<View extends object>(name: string, codec: UrlCodec<View>, view: fc.Arbitrary<View>) {
  describe(name, () => {
    it('survives the trip through the address bar', () => {
      fc.assert(
        fc.property(view, (original) => {
          expect(codec.parse(parseSearch(stringifySearch(codec.format(original))))).toEqual(original)
        }),
      )
    })

    it('reads any query string at all as a view that has a canonical link', () => {
      fc.assert(
        fc.property(fc.dictionary(fc.string(), fc.string()), (params) => {
          const read = codec.parse(params)
          expect(codec.parse(codec.format(read))).toEqual(read)
        }),
      )
    })

    it('leaves defaults out of the link', () => {
      expect(codec.format(codec.parse({}))).toEqual({})
    })
  })
}

lawsOf('the ticket trend', ticketsCodec, ticketView)
lawsOf('on-call rotations', onCallRotationsCodec, indicatorView)
lawsOf('the recovery trend', recoveryCodec, recoveryView)
const slaView: fc.Arbitrary<SlaView> = fc
  .tuple(indicatorView, fc.record({ contract: slugs, customer: slugs }))
  .map(([view, own]) => ({ ...view, ...own }))

lawsOf('delivery', deliveryCodec, deliveryView)
lawsOf('kept budgets', keptCodec, keptView)
lawsOf('SLAs by service', slasCodec, slaView)
lawsOf('SLA adherence', slaAdherenceCodec, slaView)
lawsOf('SLA depletion', slaDepletionCodec, slaView)

test('a frozen link keeps what is special to its page', () => {
  const present = {
    scheme: { kind: 'four-weeks' },
    nowHour: hourFromIso('2026-11-18T03:00:00Z') ?? 0,
    currentPeriodId: '2026-P12',
  } as const
  const at = '2026-11-18T03:00:00Z'
  const year = { from: '2025-12-29T00:00:00Z', to: '2026-11-30T00:00:00Z', at }
  expect(
    frozenSearch('/indicators/support-tickets', { growth: 'above:30', listed: '2026-P11' }, present),
  ).toEqual({ ...year, growth: 'above:30', listed: '2026-P11' })
  expect(frozenSearch('/indicators/recovery-trend', { measure: 'detection' }, present)).toEqual({
    ...year,
    measure: 'detection',
  })
  expect(frozenSearch('/indicators/kept-budgets', {}, present)).toEqual(year)
  expect(frozenSearch('/indicators/on-call-rotations', {}, present)).toEqual({
    from: '2026-11-02T00:00:00Z',
    to: '2026-11-30T00:00:00Z',
    at,
  })
})
