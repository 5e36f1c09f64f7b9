import { expect, test } from 'vitest'

import { apiClient, sending } from '../testing/api-client.ts'
import { person } from '../testing/callers.ts'
import { harbourline } from '../testing/harbourline.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'

const DAY = '2026-11-02'
const KEY = `organization.${DAY}`
const answer = (aspect: string, score: 0 | 1 | 2 | null, comment = '') => ({
  aspect,
  score,
  comment,
  evidence: '',
})
const assessment = {
  team: null,
  date: DAY,
  assessor: 'Kim',
  isDraft: false,
  answers: [answer('logging', 1), answer('compliance', 2, 'From pipelines'), answer('testing', null)],
}
const address = (key: string) => `/api/maturity/assessments/${key}`

test('the simulated organization tells of a year', async () => {
  const { read } = harbourline
  const maturity = await read('readMaturity', {})
  expect(maturity.answer).toBe(
    'From 15 to 36 of 56 points in a year: 20 aspects moved up, 7 stayed, 1 slipped',
  )
  expect(maturity.assessments.map(({ date }) => date)).toEqual(['2025-11-14', '2026-05-20', '2026-11-11'])
  expect(maturity.dimensions.map(({ before, now }) => [before?.points, now?.points, now?.possible])).toEqual([
    [1, 5, 8],
    [1, 4, 8],
    [5, 9, 12],
    [4, 9, 12],
    [4, 9, 16],
  ])
  expect(maturity.next).toEqual({ date: '2027-05-11', isDue: false })
  expect(maturity.lookNext.map(({ aspect }) => aspect)[0]).toBe('compliance')
  expect(maturity.scopes.map(({ team, count }) => [team, count])).toEqual([
    [null, 3],
    ['payments', 1],
  ])
  const payments = await read('readMaturity', { team: 'payments' })
  expect(payments.answer).toContain('2 aspects unanswered')
})

test('what data tell is counted over services, breaches and SLOs of production', async () => {
  const { read } = harbourline
  const { items } = await read('readMaturityEvidence', {})
  const services = (await read('listServices', { limit: 500 })).totalCount
  const of = (kind: string) => items.find((item) => item.kind === kind)
  expect(of('services-with-owner')).toMatchObject({ count: services, of: services })
  expect(of('services-on-call')?.of).toBe(services)
  expect(of('breaches-reviewed')?.of).toBeGreaterThan(0)
  for (const { count, of: all } of items) expect(count).toBeLessThanOrEqual(all)
  const own = await read('readMaturityEvidence', { team: 'payments' })
  expect(own.items.find(({ kind }) => kind === 'services-with-owner')?.of).toBeLessThan(services)
})

test('a draft is listed and compared with nothing until it is finished', async () => {
  const { read, write } = apiClient(tinyOrganization(), person('coach'))
  const put = (seenVersion: number, isDraft: boolean) =>
    write('writeAssessment', {
      params: { assessment: KEY },
      body: { seenVersion, assessment: { ...assessment, isDraft } },
    })
  await put(0, true)
  expect((await read('listAssessments', {})).items).toMatchObject([
    { id: KEY, isDraft: true, version: 1, by: 'A coach', whole: { points: 3, possible: 4, unanswered: 26 } },
  ])
  expect(await read('readMaturity', {})).toMatchObject({
    now: null,
    next: null,
    answer: 'Nobody has finished an assessment yet',
  })
  await put(1, false)
  expect(await read('readMaturity', {})).toMatchObject({ now: KEY, before: null })
})

test('who was too late is told with what stands there', async () => {
  const { problem, write } = apiClient(tinyOrganization())
  await write('writeAssessment', { params: { assessment: KEY }, body: { seenVersion: 0, assessment } })
  const late = await problem(address(KEY), sending('writeAssessment', { seenVersion: 0, assessment }))
  expect(late).toMatchObject({ status: 409, field: 'seenVersion', current: { version: 1, body: assessment } })
})

test('taken back it is gone, and its versions stay', async () => {
  const { read, write, problem } = apiClient(tinyOrganization())
  const none = sending('writeAssessment', { seenVersion: 0, assessment: null })
  expect(await problem(address(KEY), none)).toMatchObject({ status: 404, field: 'assessment' })
  await write('writeAssessment', { params: { assessment: KEY }, body: { seenVersion: 0, assessment } })
  await write('writeAssessment', { params: { assessment: KEY }, body: { seenVersion: 1, assessment: null } })
  expect((await read('listAssessments', {})).items).toEqual([])
  const { items } = await read('listEntries', { kind: 'maturity-assessment', key: KEY })
  expect(items.map(({ version, isWithdrawn }) => [version, isWithdrawn])).toEqual([
    [1, false],
    [2, true],
  ])
})

test.each([
  ['organization.2026-11-03', assessment, 'assessment'],
  ['team.buyin.2026-11-02', { ...assessment, team: 'buyin' }, 'assessment.team'],
  ['organization.2099-01-01', { ...assessment, date: '2099-01-01' }, 'assessment.date'],
  [KEY, { ...assessment, answers: [answer('logging', null)] }, 'assessment.answers'],
])('%s is refused for its %s', async (key, sent, field) => {
  const { problem } = apiClient(tinyOrganization())
  const refused = await problem(
    address(key),
    sending('writeAssessment', { seenVersion: 0, assessment: sent }),
  )
  expect(refused).toMatchObject({ status: 400, field })
  expect(refused.hint ?? refused.apiHint).toMatch(/\S/)
})

test('an aspect twice, a fourth level and an unknown aspect are refused', async () => {
  const { problem } = apiClient(tinyOrganization())
  for (const answers of [
    [answer('logging', 1), answer('logging', 2)],
    [{ ...answer('logging', 1), score: 3 }],
    [answer('moods', 1)],
  ]) {
    const body = { seenVersion: 0, assessment: { ...assessment, answers } }
    expect(await problem(address(KEY), sending('writeAssessment', body))).toMatchObject({ status: 400 })
  }
})

test('an unknown assessment to compare with is refused by name', async () => {
  const { refused } = apiClient(tinyOrganization())
  expect(await refused('readMaturity', { before: 'organization.2020-01-01' })).toMatchObject({
    field: 'before',
    allowed: [],
  })
})

test('an organization words the rows itself, and the others stay', async () => {
  const { read, write } = apiClient(tinyOrganization())
  const text = {
    aspect: 'logging',
    name: 'Logs',
    regressive: { short: 'Text', full: 'Text for people' },
    beginner: { short: 'Mixed', full: 'Some are structured' },
    advanced: { short: 'Structured', full: 'All are structured' },
  } as const
  await write('writeTexts', { params: {}, body: { seenVersion: 0, texts: [text] } })
  const { aspects, texts } = await read('readMaturity', {})
  expect(aspects.find(({ aspect }) => aspect === 'logging')).toMatchObject(text)
  expect(aspects.find(({ aspect }) => aspect === 'testing')?.name).toBe('Testing')
  expect(texts.version).toBe(1)
})
