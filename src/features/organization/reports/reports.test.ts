import { expect, it } from 'vitest'

import type { EndpointRow } from '../../../contract/indicators.ts'
import type { KeptBudgets } from '../../../contract/kept-budgets.ts'
import { availabilityNewsletter } from './availability-newsletter.ts'
import { periodReport, sreMinutes, type ReportFacts } from './period-texts.ts'
import type { ReportLinks } from './report-links.ts'
import { reportRange } from './report-range.ts'
import { reportMarkdown } from './report-text.ts'

const periods = ['P10', 'P11', 'P12'].map((name) => ({
  id: `2026-${name}`,
  name,
  start: `${name} start`,
  end: `${name} end`,
  isOpen: name === 'P12',
}))

const link = (name: string) => `https://sre.example/${name}`
const links: ReportLinks = {
  kept: link('kept'),
  adherence: link('adherence'),
  exhaustion: link('exhaustion'),
  recovery: link('recovery'),
  detection: link('detection'),
  tickets: link('tickets'),
  contracts: link('contracts'),
  costs: link('costs'),
  leastAvailable: link('least'),
  mostAvailable: link('most'),
}

function facts(wanted: string | null): ReportFacts {
  const range = reportRange(periods, wanted)
  if (range === null) throw new Error('There are periods')
  const kept: KeptBudgets = {
    dataUpTo: '2026-11-18T03:00:00Z',
    items: range.shown.map((period) => ({ period, kept: 3, counted: 4, share: 0.75 })),
    teams: [{ team: 'payments', name: 'Payments', items: range.shown.map(() => ({ kept: 3, counted: 4 })) }],
    services: [{ service: 'ledger', team: 'payments', brokenPeriods: range.shown.map(() => true) }],
  }
  return {
    organization: 'Harbourline',
    dataUpTo: 'Wed 18 Nov 2026, 03:00 UTC',
    range,
    answers: {
      kept,
      recovery: undefined,
      tickets: undefined,
      contracts: [
        {
          slug: 'checkout',
          name: 'Resellers can pay',
          brokenIn: ['prod-us'],
          hasVerdict: true,
          leastLeft: null,
          notSigned: null,
          counted: 'counted from 12 Oct 2026 on',
          cost: { amount: 4223.7, currency: 'EUR' },
        },
        {
          slug: 'refunds',
          name: 'Refunds',
          brokenIn: [],
          hasVerdict: true,
          leastLeft: null,
          notSigned: null,
          counted: null,
          cost: null,
        },
        {
          slug: 'messages',
          name: 'Messages',
          brokenIn: [],
          hasVerdict: false,
          leastLeft: null,
          notSigned: 'Not yet signed: it holds from 2 Nov 2026 on',
          counted: null,
          cost: null,
        },
      ],
      teams: [],
    },
    beforeSre: null,
    links,
  }
}

const markdown = (report: Parameters<typeof reportMarkdown>[0]) =>
  reportMarkdown(report).replaceAll('\u202f', ' ')

it('tells of the last closed period beside the one before it', () => {
  const text = markdown(periodReport(facts(null)))
  expect(text).toContain('# Harbourline: reliability in P11 of 2026\n')
  expect(text).toContain(
    '3 of 4 services kept every budget in P11: 75 %. [Service by service](https://sre.example/kept).',
  )
  expect(text).toContain('| Team | Services within budget, P11 | P10 |')
  expect(text).toContain('| Payments | 3 of 4 | 3 of 4 |')
  expect(text).toContain('- ledger (Payments)')
})

it('leads to broken SLOs only where there are any, and calls silence no success', () => {
  const all = facts(null)
  const { kept } = all.answers
  const services = kept.services.map((one) => ({ ...one, brokenPeriods: one.brokenPeriods.map(() => false) }))
  const good = markdown(periodReport({ ...all, answers: { ...all.answers, kept: { ...kept, services } } }))
  expect(good).toContain('## Services that broke a budget\n\nNone.\n')
  expect(good).not.toContain('Which SLOs they were')

  const items = kept.items.map((item) => ({ ...item, kept: 0, counted: 0, share: null }))
  const none = { ...kept, items, teams: [], services: [] }
  const silent = markdown(periodReport({ ...all, answers: { ...all.answers, kept: none } }))
  expect(silent).toContain('## Teams\n\nNo team has an SLO in these periods.\n')
  expect(silent).toContain('## Services that broke a budget\n\nNo service had a verdict.\n')
})

it('says what a contract costs where it says so itself, and invents nothing where it does not', () => {
  const text = markdown(periodReport(facts(null)))
  expect(text).toContain(
    '| [Resellers can pay](https://sre.example/contracts) | no, in prod-us, counted from 12 Oct 2026 on | [4 224\u00a0EUR](https://sre.example/costs) |',
  )
  expect(text).toContain('| yes | the contract does not say |')
  expect(text).toContain('| Not yet signed: it holds from 2 Nov 2026 on | – |')
})

it('speaks of what goes on right now only of the open period', () => {
  expect(markdown(sreMinutes(facts('2026-P12')))).toContain('ledger has used up a budget before P12 ends.')
  expect(markdown(sreMinutes(facts('2026-P12')))).toContain('have kept every budget so far in P12')
  expect(markdown(sreMinutes(facts('2026-P11')))).not.toContain('used up')
})

it('begins the minutes with what was before', () => {
  const text = markdown(sreMinutes(facts(null)))
  expect(text.indexOf('3 of 4 kept every budget in P10: 75 %.')).toBeGreaterThan(0)
  expect(text.indexOf('in P10')).toBeLessThan(text.indexOf('in P11:'))
})

it('knows nothing before the first period', () => {
  expect(markdown(sreMinutes(facts('2026-P10')))).toContain('Of the period before nothing is known.')
  expect(reportRange([], null)).toBe(null)
})

function endpoint(service: string, requests: number, failures: number): EndpointRow {
  const period = { id: '2026-P11', name: 'P11', start: '', end: '', isOpen: false }
  return {
    service,
    team: 'payments',
    teamName: 'Payments',
    deployment: 'prod-eu',
    endpoint: { slug: null, verb: 'GET', path: `/${service}` },
    period,
    requests,
    failures,
    availability: requests === 0 ? null : 1 - failures / requests,
    averageLatencyMs: null,
    maxLatencyMs: null,
    percentiles: null,
    isLowTraffic: requests < 100,
  }
}

const letter = (rows: readonly EndpointRow[]) =>
  markdown(
    availabilityNewsletter({
      organization: 'Harbourline',
      dataUpTo: 'now',
      period: 'P11 of 2026',
      rows,
      links,
    }),
  )

it('lists the least and the most available endpoints and services, with their requests', () => {
  const text = letter([endpoint('cart', 1000, 120), endpoint('ledger', 50, 0), endpoint('idle', 0, 0)])
  const least = text.slice(text.indexOf('## Least available endpoints'), text.indexOf('## Most'))
  expect(least.indexOf('cart')).toBeLessThan(least.indexOf('ledger'))
  expect(least).toContain('| cart | [GET /cart](https://sre.example/least) | prod-eu | 88.0 % | 1')
  expect(text).toContain('| ledger | 100 % | 50 |')
  expect(text).toContain('few, 50')
  expect(text).not.toContain('idle')
})

it('says that nothing was asked for rather than naming anybody the best', () => {
  expect(letter([endpoint('idle', 0, 0)])).toContain('No endpoint had a request.')
})
