import { describe, expect, test } from 'vitest'

import { dayFrom } from '../../src/domain/day.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { addCadence } from '../../src/domain/review-calendar.ts'
import { parseCalendar, unescaped } from '../../src/domain/testing/strict-icalendar.ts'
import { apiClient, sending } from '../testing/api-client.ts'
import { person, token } from '../testing/callers.ts'
import { harbourline } from '../testing/harbourline.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'

const check = { review: 'slo-check.buying', day: '2026-11-10' }
const outcome = { by: 'Lead of Buying', decision: 'All targets are kept', nextOn: null }

describe('the list', () => {
  test('begins with what is overdue longest, and every day follows from what was held', async () => {
    const { items, today, states, answer } = await harbourline.read('listReviews', { limit: '500' })
    expect(today).toBe('2026-11-18')
    expect(items.map(({ due }) => due)).toEqual(items.map(({ due }) => due).toSorted())
    for (const { due, because, cadence, last, state, daysLeft } of items) {
      if (because === 'cadence' && cadence !== null) {
        expect(dayFrom(due)).toBe(addCadence(dayFrom(last?.heldOn ?? '') ?? 0, cadence))
      }
      expect(state).toBe(daysLeft < 0 ? 'overdue' : daysLeft <= 14 ? 'soon' : 'later')
    }
    const counted = states.map(({ state }) => items.filter((one) => one.state === state).length)
    expect(states.map(({ count }) => count)).toEqual(counted)
    expect(counted[0]).toBeGreaterThan(0)
    expect(answer).toContain(`${counted[0]} reviews are overdue`)
  })

  test('a finished assessment is the outcome of its review', async () => {
    const { review, assessments } = await harbourline.read('readReview', {}, { review: 'maturity' })
    expect(review).toMatchObject({ because: 'cadence', last: { heldOn: '2026-11-11', decision: 'Assessed' } })
    expect(review.due).toBe('2027-05-11')
    expect(assessments.now).toBe('organization.2026-11-11')
    expect(assessments.before).not.toBeNull()
  })

  test('filters by team, tier, state and words, and sorts by who', async () => {
    const { read, refused } = harbourline
    const payments = await read('listReviews', { team: 'payments', limit: '500' })
    expect(new Set(payments.items.map(({ team }) => team))).toEqual(new Set(['payments']))
    const both = await read('listReviews', { team: 'payments,organization', tier: 'strategic', sort: 'team' })
    expect(new Set(both.items.map(({ tier }) => tier))).toEqual(new Set(['strategic']))
    expect(both.items.at(-1)?.team).toBeNull()
    const overdue = await read('listReviews', { state: 'overdue', search: 'slo check' })
    expect(new Set(overdue.items.map(({ teamName }) => teamName))).toEqual(
      new Set(['Fleet', 'Messaging', 'Search']),
    )
    expect(await refused('listReviews', { team: 'payment' })).toMatchObject({
      field: 'team',
      hint: 'Did you mean payments?',
    })
    expect(await refused('readReview', {}, { review: 'maturty' })).toMatchObject({
      hint: 'Did you mean maturity?',
    })
  })

  test('says what a major incident made due sooner, and which it was', async () => {
    const { items } = await harbourline.read('listReviews', { kind: 'slo-review', limit: '500' })
    const struck = items.filter(({ because }) => because === 'incident')
    expect(struck).not.toEqual([])
    for (const { due, incident, last } of struck) {
      expect(dayFrom(due)).toBe((dayFrom(incident?.endedOn ?? '') ?? 0) + 14)
      expect(incident?.endedOn ?? '').toMatch(new RegExp('^20'))
      expect((incident?.endedOn ?? '') > (last?.heldOn ?? '')).toBe(true)
    }
  })
})

describe('a policy', () => {
  const policy = {
    slug: 'buying',
    name: 'Policy of Buying',
    team: 'buying',
    services: ['cart'],
    state: 'enacted',
    visibility: 'public',
    nextReview: { on: '2026-12-01', orAfter: null },
  }
  const withPolicies = (...policies: readonly object[]) => {
    const tiny = tinyOrganization()
    return apiClient({
      ...tiny,
      catalog: async () => ({ ...(await tiny.catalog()), policies: policies as readonly Policy[] }),
    })
  }

  test('is reviewed on the day it names, and one that a team keeps to itself is on no list', async () => {
    const { read, refused } = withPolicies(policy, {
      ...policy,
      slug: 'own',
      visibility: 'team',
      nextReview: null,
      state: 'draft',
    })
    const { items } = await read('listReviews', { kind: 'policy-review' })
    expect(items).toMatchObject([
      {
        id: 'policy-review.buying',
        name: 'Policy review: Policy of Buying',
        due: '2026-12-01',
        because: 'policy',
      },
    ])
    expect(items).toHaveLength(1)
    expect(await refused('readReview', {}, { review: 'policy-review.own' })).toMatchObject({ status: 404 })
  })

  test('counts in the catalog once it is agreed, and not as a draft or when it is retired', async () => {
    const known = async (state: string) => {
      const { items } = await withPolicies({ ...policy, state }).read('listCatalogServices')
      return !items.find(({ slug }) => slug === 'cart')?.missing.includes('policy')
    }
    expect(await Promise.all(['draft', 'agreed', 'enacted', 'in-review', 'retired'].map(known))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
  })
})

describe('an outcome', () => {
  test('puts the review off, is versioned, and can be taken back', async () => {
    const { read, write } = apiClient(tinyOrganization(), person('team-editor', 'buying'))
    const before = await read('readReview', {}, { review: check.review })
    await write('writeReviewOutcome', { params: check, body: { seenVersion: 0, outcome } })
    const after = await read('readReview', {}, { review: check.review })
    expect(after.review).toMatchObject({ due: '2027-02-10', because: 'cadence', state: 'later' })
    expect(after.outcomes).toMatchObject([{ heldOn: '2026-11-10', version: 1, enteredBy: 'A team-editor' }])
    const agreed = { ...outcome, nextOn: '2026-12-01' }
    await write('writeReviewOutcome', { params: check, body: { seenVersion: 1, outcome: agreed } })
    expect((await read('readReview', {}, { review: check.review })).review).toMatchObject({
      due: '2026-12-01',
      because: 'agreed',
    })
    await write('writeReviewOutcome', { params: check, body: { seenVersion: 2, outcome: null } })
    expect((await read('readReview', {}, { review: check.review })).review.due).toBe(before.review.due)
  })

  test('is refused with what would be right', async () => {
    const { problem } = apiClient(tinyOrganization(), person('team-editor', 'buying'))
    const at = (review: string, day: string) => `/api/calendar/reviews/${review}/outcomes/${day}`
    const body = sending('writeReviewOutcome', { seenVersion: 0, outcome })
    expect(await problem(at(check.review, '2026-12-01'), body)).toMatchObject({
      field: 'day',
      value: '2026-12-01',
    })
    expect(await problem(at(check.review, '2026-02-30'), body)).toMatchObject({ status: 400, field: 'day' })
    expect(await problem(at('maturity', '2026-11-10'), body)).toMatchObject({ status: 403 })
    const early = sending('writeReviewOutcome', {
      seenVersion: 0,
      outcome: { ...outcome, nextOn: check.day },
    })
    expect(await problem(at(check.review, check.day), early)).toMatchObject({ field: 'outcome.nextOn' })
    const late = sending('writeReviewOutcome', { seenVersion: 3, outcome })
    expect(await problem(at(check.review, check.day), late)).toMatchObject({ status: 409 })
  })
})

describe('cadences', () => {
  test('are the organization’s own where a coach says so', async () => {
    const { read, write } = apiClient(tinyOrganization(), person('coach'))
    const usual = await read('readReview', {}, { review: check.review })
    await write('writeCadences', {
      body: {
        seenVersion: 0,
        since: '2026-11-01',
        cadences: [
          { kind: 'slo-check', cadence: { every: 1, unit: 'week' } },
          { kind: 'maturity', cadence: null },
        ],
      },
    })
    expect((await read('readReview', {}, { review: check.review })).review).toMatchObject({
      due: '2026-11-08',
      because: 'first',
      state: 'overdue',
    })
    expect(usual.review.due).not.toBe('2026-11-08')
    const { items } = await read('listReviews', { limit: '500' })
    expect(items.map(({ kind }) => kind)).not.toContain('maturity')
    expect((await read('readCadences')).items.find(({ kind }) => kind === 'maturity')).toMatchObject({
      cadence: null,
      usual: { every: 6, unit: 'month' },
    })
  })
})

describe('the feed', () => {
  const feed = async (query = '', api = harbourline.api) => {
    const response = await api.request(`/api/calendar.ics${query}`)
    return { response, text: await response.text() }
  }

  test('has an all-day event for each review of the list, with a name that stays', async () => {
    const { response, text } = await feed()
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const { head, events } = parseCalendar(text)
    expect(head['NAME']).toBe('Reviews of Harbourline')
    const { items } = await harbourline.read('listReviews', { limit: '500' })
    const named = items.flatMap(({ id, following }) => [
      `${id}@harbourline.sre-indicators`,
      ...following.map((_, place) => `${id}.then-${place + 1}@harbourline.sre-indicators`),
    ])
    expect(new Set(events.map((event) => event['UID']?.value))).toEqual(new Set(named))
    expect([events.length, new Set(named).size]).toEqual([named.length, named.length])
    for (const event of events) {
      const [id, turn] = event['UID']?.value.split('@')[0]?.split('.then-') ?? []
      if (turn !== undefined) {
        const following = items.find((one) => one.id === id)?.following[Number(turn) - 1]
        expect(event['DTSTART']?.value).toBe(following?.replaceAll('-', ''))
        continue
      }
      const review = items.find((one) => one.id === id)
      expect(event['DTSTART']?.value).toBe(review?.due.replaceAll('-', ''))
      expect(event['URL']?.value).toMatch(new RegExp(`/calendar\\?open=${id}$`))
      if (review?.last) expect(unescaped(event['DESCRIPTION']?.value ?? '')).toContain(review.last.decision)
    }
    expect((await feed()).text).toBe(text)
  })

  test('says of what moved that it changed, however it was moved', async () => {
    const deps = tinyOrganization()
    const { api, write } = apiClient(deps, person('coach'))
    const stampOf = async (review: string) => {
      const { events } = parseCalendar((await feed('', api)).text)
      const event = events.find((one) => one['UID']?.value.startsWith(`${review}@`))
      return { day: event?.['DTSTART']?.value, stamp: event?.['DTSTAMP']?.value }
    }
    const enteredNow = '20261118T031000Z'
    const first = await stampOf('slo-check.finding')
    await write('writeCadences', {
      body: {
        seenVersion: 0,
        since: null,
        cadences: [{ kind: 'slo-check', cadence: { every: 24, unit: 'month' } }],
      },
    })
    const moved = await stampOf('slo-check.finding')
    expect(moved.day).not.toBe(first.day)
    expect(moved.stamp).toBe(enteredNow)

    const params = { review: 'dependency-map.finding', day: '2026-11-10' }
    await write('writeReviewOutcome', { params, body: { seenVersion: 0, outcome } })
    await write('writeReviewOutcome', { params, body: { seenVersion: 1, outcome: null } })
    expect((await stampOf('dependency-map.finding')).stamp).toBe(enteredNow)
  })

  test('is a calendar also where nothing is due', async () => {
    const { text } = await feed('?kind=on-call-nights', apiClient(tinyOrganization()).api)
    expect(parseCalendar(text).events).toEqual([])
    expect(text).toContain('BEGIN:VTIMEZONE')
  })

  test('is filtered by team, refused as other reads are, and allowed with a token that may read', async () => {
    const { events } = parseCalendar((await feed('?team=payments')).text)
    expect(events.length).toBeGreaterThan(3)
    expect(
      events.every((event) => /\.payments(?:-policy)?(?:\.then-\d+)?@/.test(event['UID']?.value ?? '')),
    ).toBe(true)
    expect((await feed('?team=nobody')).response.status).toBe(400)
    const held = apiClient(tinyOrganization(), token('read')).api
    expect((await feed('', held)).response.status).toBe(200)
    const other = apiClient(tinyOrganization(), token('ingest:buckets')).api
    expect((await feed('', other)).response.status).toBe(403)
  })
})
