import { describe, expect, it, test } from 'vitest'

import type { Adherence } from './adherence.ts'
import type { ContractPart } from './contract-adherence.ts'
import {
  describeHiddenPart,
  describeRoom,
  describeSlaAdherence,
  describeSlaDepletion,
  describeSlas,
} from './describe-sla-indicators.ts'

/** Plain spaces are easier to read and write here. */
const plain = (sentence: string) => sentence.replaceAll('\u202f', ' ')

describe('SLAs by service, in a sentence', () => {
  const part = (id: string, service: string, isTooTight = false) => ({ id, service, isTooTight })
  const roundtrip = {
    name: 'Data roundtrip',
    parts: [
      part('5 s', 'Service 1'),
      part('10 s', 'Service 1'),
      part('3 s', 'Service 2'),
      part('4 s', 'Service 2'),
    ],
  }

  it.each([
    ['No contractual SLA is in view.', []],
    ['Data roundtrip rests on 4 endpoint-level SLAs of 2 services: Service 1 and Service 2.', [roundtrip]],
    ['No endpoint-level SLA is named for Ingestion.', [{ name: 'Ingestion', parts: [] }]],
    [
      '2 contractual SLAs rest on 5 endpoint-level SLAs of 3 services: Service 1, Service 2 and Service 3.',
      [roundtrip, { name: 'Ingestion', parts: [part('1 h', 'Service 3'), part('3 s', 'Service 2')] }],
    ],
    [
      'Status rests on 1 endpoint-level SLA of 1 service: Service 2. No looser than the SLO beside it: 3 s of Service 2.',
      [{ name: 'Status', parts: [part('3 s', 'Service 2', true)] }],
    ],
    [
      '2 contractual SLAs rest on 1 endpoint-level SLA of 1 service: Service 2. No endpoint-level SLA is named for Ingestion.',
      [
        { name: 'Status', parts: [part('3 s', 'Service 2')] },
        { name: 'Ingestion', parts: [] },
      ],
    ],
  ])('%s', (sentence, contracts) => {
    expect(describeSlas(contracts)).toBe(sentence)
  })
})

test('SLAs that are part of no contract are counted apart, and equal names of two services are two', () => {
  expect(describeSlas([], 1)).toBe(
    'No contractual SLA is in view. 1 endpoint-level SLA is part of no contract.',
  )
  const status = (service: string) => ({ id: 'GET /status 99 %', service, isTooTight: false })
  expect(describeSlas([{ name: 'A', parts: [status('one'), status('two')] }], 2)).toBe(
    'A rests on 2 endpoint-level SLAs of 2 services: one and two. 2 endpoint-level SLAs are part of no contract.',
  )
})

test('contracts that are still to come are named, and not counted', () => {
  const part = { id: 'GET /a 99 %', service: 'a', isTooTight: false }
  expect(describeSlas([{ name: 'A', parts: [part] }], 0, ['B'])).toBe(
    'A rests on 1 endpoint-level SLA of 1 service: a. Not signed in this period: B.',
  )
  expect(describeSlas([], 0, ['B', 'C'])).toBe('Not signed in this period: B and C.')
})

describe('room to promise more', () => {
  const rows = (name: string, ...left: readonly (number | null)[]) =>
    left.map((remaining, at) => ({
      contract: name,
      name,
      periodName: `P${at}`,
      isOpen: false,
      state: null,
      remaining,
      worst: null,
    }))

  test.each([
    ['of nothing', [], null],
    ['more than a quarter in each of three periods', rows('A', 0.26, 0.9, 0.3), 'A'],
    ['a quarter is no more than a quarter', rows('A', 0.25, 0.9, 0.3), null],
    ['two periods are not enough to promise by', rows('A', 0.9, 0.9), null],
    ['a period without measurements leaves it open', rows('A', 0.9, null, 0.9, 0.9), null],
    ['each contract by itself', [...rows('A', 0.9, 0.9, 0.9), ...rows('B', 0.9, 0.1, 0.9)], 'A'],
  ])('%s', (_, history, name) => {
    const sentence = describeRoom(history)
    expect(sentence && plain(sentence)).toBe(
      name && `More than 25 % was left in every closed period of ${name}: room to promise more.`,
    )
  })

  test('the open period says nothing yet', () => {
    const open = {
      contract: 'A',
      name: 'A',
      periodName: 'P3',
      isOpen: true,
      state: null,
      remaining: 0.1,
      worst: null,
    }
    expect(describeRoom([...rows('A', 0.9, 0.9, 0.9), open])).toContain('of A:')
    expect(describeRoom([...rows('A', 0.9, 0.9), { ...open, remaining: 0.9 }])).toBeNull()
  })
})

describe('a part that a mean hides', () => {
  const row = (remaining: number | null, left: number | null, name = 'A') => ({
    contract: name,
    name,
    periodName: 'P2',
    isOpen: false,
    state: null,
    remaining,
    worst: { name: 'GET /x 99 %', remaining: left },
  })

  test.each([
    [
      'is named with its period',
      [row(0.4, -0.1)],
      'A part of A did exceed it: GET /x 99 % in P2 with −10 % left.',
    ],
    ['of several the furthest', [row(0.4, -0.1), row(0.2, -0.6, 'B')], 'A part of B did exceed it'],
    ['is no news of a contract that exceeded it itself', [row(-0.1, -0.6)], null],
    ['has just not exceeded it', [row(0.4, 0)], null],
    ['was not measured', [row(0.4, null)], null],
  ])('%s', (_, rows, part) => {
    const sentence = describeHiddenPart(rows)
    if (part === null) expect(sentence).toBeNull()
    else expect(plain(sentence ?? '')).toContain(part)
  })

  test('leaves no room to promise more', () => {
    expect(describeRoom([row(0.9, 0.3), row(0.9, 0.3), row(0.9, 0.3)])).not.toBeNull()
    expect(describeRoom([row(0.9, 0.3), row(0.9, 0.2), row(0.9, 0.3)])).toBeNull()
  })
})

describe('SLA depletion, in a sentence', () => {
  const row = (
    name: string,
    periodName: string,
    remaining: number | null,
    state: 'no-data' | 'no-traffic' | null = null,
  ) => ({ contract: name.replace(/ in .*/, ''), name, periodName, state, remaining })

  it.each([
    ['No contractual SLA is in view.', []],
    ['No contractual SLA in view has been measured.', [row('A', 'P1', null)]],
    ['No measurements have arrived for anything in view.', [row('A', 'P1', null, 'no-data')]],
    ['Nobody asked for anything in view.', [row('A', 'P1', null, 'no-traffic')]],
    [
      'No contractual SLA exceeded what may fail; nearest came A, of which 12 % of what may fail was left in P2.',
      [row('A', 'P1', 0.3), row('A', 'P2', 0.12), row('B', 'P2', null)],
    ],
    [
      'No contractual SLA exceeded what may fail; nearest came A, of which 0 % of what may fail was left in P1.',
      [row('A', 'P1', 0)],
    ],
    [
      'The only contractual SLA exceeded what may fail: furthest A in P2 with −13 % left.',
      [row('A', 'P1', -0.02), row('A', 'P2', -0.129)],
    ],
    [
      '2 of 3 contractual SLAs exceeded what may fail: furthest B in P1 with −40 % left.',
      [row('A', 'P1', -0.02), row('B', 'P1', -0.4), row('C', 'P1', 0.9)],
    ],
    [
      '1 of 2 contractual SLAs exceeded what may fail: furthest A in us in P1 with −40 % left.',
      [row('A in eu', 'P1', -0.02), row('A in us', 'P1', -0.4), row('B in eu', 'P1', 0.9)],
    ],
  ])('%s', (sentence, rows) => {
    expect(plain(describeSlaDepletion(rows))).toBe(sentence)
  })
})

describe('SLA adherence, in a sentence', () => {
  const part = (id: string, service: string): ContractPart => ({
    id,
    service,
    budget: { isOpen: false, state: 'broken', remaining: -0.1, total: 10 },
  })
  const five = part('5 sec 95%', 'Service 1')
  const three = part('3 sec 93%', 'Service 2')
  const period = (
    periodName: string,
    adherence: Adherence,
    brokenBy: readonly ContractPart[] = [],
    isDerived = true,
  ) => ({
    periodName,
    period: { adherence, brokenBy, isDerived },
  })
  const contract = (name: string, ...periods: readonly ReturnType<typeof period>[]) => ({
    contract: name.replace(/ in .*/, ''),
    name,
    periods,
  })

  it.each([
    ['No contractual SLA is in view.', []],
    ['No period in view has a verdict yet.', [contract('A', period('P1', 'open'))]],
    [
      'No measurements have arrived for anything in the closed periods in view.',
      [contract('A', period('P1', 'open'), period('P0', 'no-data'))],
    ],
    [
      'Nobody asked for anything in the closed periods in view.',
      [contract('A', period('P1', 'open'), period('P0', 'no-traffic'))],
    ],
    [
      'No contractual SLA was broken: 2 verdicts, all fulfilled.',
      [contract('A', period('P1', 'fulfilled'), period('P2', 'fulfilled'), period('P3', 'open'))],
    ],
    [
      'The only contractual SLA did not hold: Roundtrip in P3, because 5 sec 95% of Service 1 was broken.',
      [
        contract(
          'Roundtrip',
          period('P1', 'fulfilled'),
          period('P2', 'fulfilled'),
          period('P3', 'broken', [five]),
        ),
      ],
    ],
    [
      '2 of 3 contractual SLAs did not hold: A in 2 periods, last in P2, because 5 sec 95% of Service 1 and 3 sec 93% of Service 2 were broken; B in P1, by its own measure, while every part held.',
      [
        contract('A', period('P1', 'broken', [three]), period('P2', 'broken', [five, three])),
        contract('B', period('P1', 'broken', [], false), period('P2', 'fulfilled')),
        contract('C', period('P1', 'fulfilled')),
      ],
    ],
    [
      '1 of 2 contractual SLAs did not hold: A in eu in P1, because 5 sec 95% of Service 1 was broken; A in us in P1, because 3 sec 93% of Service 2 was broken.',
      [
        contract('A in eu', period('P1', 'broken', [five])),
        contract('A in us', period('P1', 'broken', [three])),
        contract('B in eu', period('P1', 'fulfilled')),
      ],
    ],
    [
      'The only contractual SLA did not hold: A in P1, because 5 sec 95% of Service 1 was broken.',
      [contract('A', period('P1', 'broken', [five], false))],
    ],
    [
      'The only contractual SLA did not hold: A in P1, by a part that is not known.',
      [contract('A', period('P1', 'broken'))],
    ],
  ])('%s', (sentence, contracts) => {
    expect(describeSlaAdherence(contracts)).toBe(sentence)
  })
})
