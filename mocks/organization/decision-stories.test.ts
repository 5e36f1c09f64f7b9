import { expect, test } from 'vitest'

import { harbourline } from '../../server/testing/harbourline.ts'
import { formatRemaining } from '../../src/domain/format.ts'

const { read } = harbourline
const list = await read('listDecisions')
const details = await Promise.all(list.items.map(({ id }) => read('readDecision', {}, { decision: id })))
const stateOf = (id: string) => list.items.find((one) => one.id === id)?.state
const figuresOf = (id: string) =>
  details
    .find(({ decision }) => decision.id === id)
    ?.versions[0]?.body.answers.flatMap(({ figures }) => figures) ?? []

test('decisions are told in every state, and every signature fits what it was made over', () => {
  expect(new Set(list.items.map(({ state }) => state))).toEqual(
    new Set(list.states.map(({ value }) => value)),
  )
  const signatures = details.flatMap(({ versions }) => versions.flatMap((version) => version.signatures))
  expect(signatures.filter(({ signed }) => signed?.isFitting === false)).toEqual([])
  expect(signatures.filter(({ signed }) => signed !== null).length).toBeGreaterThan(20)
})

test('one was superseded, one waits for two signatures, one effect was to be looked at and nobody has', () => {
  expect(stateOf('sms-at-three-nines')).toBe('superseded')
  expect(list.items.find(({ id }) => id === 'sms-at-three-nines')?.supersededBy).toBe(
    'sms-as-carriers-promise',
  )
  const waiting = list.items.find(({ state }) => state === 'in-review')
  expect(waiting?.deciders.filter(({ signedAt }) => signedAt === null)).toHaveLength(2)
  expect(waiting?.isDeviating).toBe(true)
  expect(list.items.filter(({ effect }) => effect?.state === 'due').map(({ id }) => id)).toEqual([
    'sms-as-carriers-promise',
  ])
  expect(list.answer).toBe(
    '6 decisions are in effect. 1 waits for signatures. The effect of one is to be looked at, “SLO of sending text messages, as carriers promise”, since 25 Oct 2026.',
  )
})

test('the figures of the evidence are those of the indicators, to the digit', async () => {
  const { periods, items } = await read('listAdherence', { window: 'current-year', limit: 500 })
  const rowOf = (slo: string, deployment: string) =>
    items.find((row) => row.sloId === slo && row.deployment === deployment)
  const at = (name: string) => periods.findIndex((period) => period.name === name)
  const timetable = rowOf('timetable.availability.get-timetable', 'prod-eu')
  const broken = timetable?.cells
    .slice(at('P1'), at('P8') + 1)
    .filter((cell) => cell.adherence === 'broken').length
  expect(figuresOf('timetable-first')).toContainEqual({
    label: 'timetable availability get-timetable, prod-eu, P1–P8 broken',
    value: `${broken} of 8`,
  })
  const charge = rowOf('payment-gateway.availability.post-charge', 'prod-eu')?.cells[at('P9')]
  expect(figuresOf('payments-after-three-releases')).toContainEqual({
    label: 'payment-gateway availability post-charge, prod-eu, left at the end of P9',
    value: `${formatRemaining(charge?.remaining ?? NaN)}\u202f%`,
  })
})

test('whether a hypothesis came true is what the periods after it say', async () => {
  const { periods, items } = await read('listAdherence', { window: 'current-year', limit: 500 })
  const after = periods.flatMap(({ name }, index) => (['P10', 'P11'].includes(name) ? [index] : []))
  const brokenOf = (isOf: (service: string) => boolean) =>
    items.filter(
      (row) => isOf(row.service) && after.some((index) => row.cells[index]?.adherence === 'broken'),
    )
  const payments = ['payment-gateway', 'refunds', 'fraud-check', 'ledger']
  expect(new Set(brokenOf((service) => payments.includes(service)).map(({ service }) => service))).toEqual(
    new Set(['refunds', 'fraud-check']),
  )
  expect(brokenOf((service) => service === 'timetable')).toEqual([])
})

test('the evidence leads to pages of the app, as they were known then', () => {
  const links = details.flatMap(({ versions }) => versions[0]?.body.answers ?? [])
  expect(links.length).toBeGreaterThan(8)
  for (const { href } of links) expect(href).toMatch(/^\/indicators\/sl[oa]-adherence\?service=.*&at=/)
})
