import { expect, test } from 'vitest'

import { apiClient, sending } from '../testing/api-client.ts'
import { person, token } from '../testing/callers.ts'
import { harbourline } from '../testing/harbourline.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'

const team = 'buying'
const place = `/api/board/${team}/place`
const silent = { observability: null, nominal: null, ownership: null, 'protected-time': null }
const said = { nextStep: 'the first SLO', coachVisit: '2026-11-20', note: '', group: 2, readiness: silent }

function boardOf(client: ReturnType<typeof apiClient>) {
  const move = (seenVersion: number, to: string | null) =>
    client.write('moveTeam', { params: { team }, body: { seenVersion, to } })
  const card = async () => (await client.read('readBoard')).cards.find((one) => one.team === team)
  return { move, card }
}

test('before anybody has entered anything there are the columns of the reference, and teams that have not begun', async () => {
  const { columns, cards, meanTeams, phases, practices } =
    await apiClient(tinyOrganization()).read('readBoard')
  expect(columns.map(({ number, id }) => `${number} ${id}`)).toContain('4 answering-breaches')
  expect([columns.length, meanTeams, phases.version]).toEqual([9, 0, 0])
  expect(columns.some(({ isConcentrated }) => isConcentrated)).toBe(false)
  expect(cards.map((card) => [card.team, card.phase, card.since, card.weeksInPhase, card.version])).toEqual([
    ['buying', null, null, null, 0],
    ['finding', null, null, null, 0],
  ])
  expect(practices.every(({ share }) => share === 0)).toBe(true)
})

test('a team is where its last move took it; taken back, it is where it was', async () => {
  const client = apiClient(tinyOrganization(), person('coach'))
  const { move, card } = boardOf(client)
  await move(0, 'induction')
  expect(await move(1, 'first-slos')).toEqual({ version: 2 })
  expect(await card()).toMatchObject({ phase: 'first-slos', weeksInPhase: 0, phaseThen: null, version: 2 })
  await move(2, null)
  const back = await card()
  expect([back?.phase, back?.version, back?.moves.length]).toEqual(['induction', 3, 1])
  expect(back?.moves[0]).toEqual({ to: 'induction', at: '2026-11-18T03:10:00Z', by: 'A coach' })
})

test('what is reached keeps when and by whom, whoever saves the card after', async () => {
  const deps = tinyOrganization()
  await boardOf(apiClient(deps, person('coach'))).move(0, 'logging')
  const save = (role: 'coach' | 'admin', seenVersion: number, reached: readonly string[]) =>
    apiClient(deps, person(role)).write('changeCard', {
      params: { team },
      body: { seenVersion, reached, ...said },
    })
  await save('coach', 1, ['logging-1'])
  await save('admin', 2, ['logging-1', 'logging-2'])
  const { card } = boardOf(apiClient(deps))
  expect((await card())?.reached.map(({ measure, by }) => [measure, by])).toEqual([
    ['logging-1', 'A coach'],
    ['logging-2', 'A admin'],
  ])
  expect(await card()).toMatchObject({ nextStep: 'the first SLO', coachVisit: '2026-11-20', group: 2 })
})

test('whoever is too late is told what stands there now, and who may not, who may', async () => {
  const deps = tinyOrganization()
  const { problem, write } = apiClient(deps, person('coach'))
  await write('moveTeam', { params: { team }, body: { seenVersion: 0, to: 'logging' } })
  const late = await problem(place, sending('moveTeam', { seenVersion: 0, to: 'first-slos' }))
  expect(late).toMatchObject({ status: 409, current: { version: 1, by: 'A coach' } })
  for (const caller of [person('viewer'), person('team-editor', team), token('read')]) {
    const refused = await apiClient(deps, caller).problem(
      place,
      sending('moveTeam', { seenVersion: 1, to: 'first-slos' }),
    )
    expect(refused).toMatchObject({ status: 403 })
  }
})

test('what is not on the board is refused by name', async () => {
  const { problem } = apiClient(tinyOrganization())
  const nowhere = await problem(place, sending('moveTeam', { seenVersion: 0, to: 'nirvana' }))
  expect(nowhere).toMatchObject({ status: 400, field: 'to', value: 'nirvana' })
  expect(nowhere.allowed).toContain('first-slos')
  expect(await problem(place, sending('moveTeam', { seenVersion: 0, to: null }))).toMatchObject({
    status: 400,
    field: 'to',
  })
  const card = sending('changeCard', { seenVersion: 0, reached: ['no-such'], ...said })
  expect(await problem(`/api/board/${team}/card`, card)).toMatchObject({ status: 400, value: 'no-such' })
  expect(
    await problem('/api/board/nobody/place', sending('moveTeam', { seenVersion: 0, to: 'logging' })),
  ).toMatchObject({ status: 404, field: 'team' })
})

test('a phase with teams in it cannot go, one without goes with its name kept, and none is dropped', async () => {
  const { read, write, problem } = apiClient(tinyOrganization())
  await write('moveTeam', { params: { team }, body: { seenVersion: 0, to: 'logging' } })
  const { columns } = await read('readBoard')
  const plain = columns.map(
    ({ number: _number, teams: _teams, countThen: _then, isConcentrated: _concentrated, ...phase }) => phase,
  )
  const send = (gone: string, isKept = true) => ({
    seenVersion: 0,
    phases: plain.filter(({ id }) => id !== gone).toReversed(),
    retired: isKept ? plain.filter(({ id }) => id === gone) : [],
    stuckAfterWeeks: 4,
  })
  const held = await problem('/api/board-phases', sending('changePhases', send('logging')))
  expect(held).toMatchObject({ status: 409, field: 'retired', value: 'logging' })
  expect(held.detail).toContain('Buying')
  expect(await problem('/api/board-phases', sending('changePhases', send('induction', false)))).toMatchObject(
    {
      status: 400,
      value: 'induction',
    },
  )
  await write('changePhases', { body: send('induction') })
  const after = await read('readBoard')
  expect(after.columns.map(({ id }) => id)).toEqual(send('induction').phases.map(({ id }) => id))
  expect([after.columns.length, after.retired[0]?.name, after.stuckAfterWeeks]).toEqual([8, 'Induction', 4])
})

test('the six teams of the simulated organization are where their story brought them', async () => {
  const { read } = harbourline
  const { columns, cards, practices } = await read('readBoard')
  expect(columns.map(({ teams }) => teams)).toEqual([
    [],
    [],
    [],
    ['messaging', 'fleet'],
    ['booking', 'search'],
    ['identity'],
    ['payments'],
    [],
    [],
  ])
  expect(columns.filter(({ isConcentrated }) => isConcentrated).map(({ number }) => number)).toEqual([4, 5])
  expect(columns.map(({ countThen }) => countThen)).toEqual([0, 0, 2, 2, 1, 1, 0, 0, 0])
  expect(cards.filter(({ weeksStuck }) => weeksStuck !== null).map(({ team: slug }) => slug)).toEqual([
    'messaging',
  ])
  expect(practices.map(({ teams }) => teams.length)).toEqual([6, 6, 4, 2, 1, 0])
  const evidence = cards.find((card) => card.team === 'payments')?.evidence
  expect(evidence?.find(({ kind }) => kind === 'slos')?.count).toBeGreaterThan(0)
  const log = await read('listEntries', { kind: 'team-card', key: 'fleet' })
  expect(log.items.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5])
})
