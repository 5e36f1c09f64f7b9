import fc from 'fast-check'
import { expect, test } from 'vitest'

import { HOURS_PER_DAY, type Hour } from '../../src/domain/hours.ts'
import { DATA_FROM } from '../testing/tiny-organization.ts'
import { adherenceOf, dayOf, organizationThatPromised } from '../testing/tiny-promises.ts'

test('hours before a contract change nothing of it, and no failure does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 83 }),
      fc.array(fc.nat(10), { minLength: 40, maxLength: 40 }),
      async (days, failures) => {
        const sinceHour = DATA_FROM + days * HOURS_PER_DAY
        const badAt = (hour: Hour) => failures[(hour - DATA_FROM) % failures.length] ?? 0
        const contracts = [{ since: dayOf(sinceHour) }]
        const signed = organizationThatPromised({ contracts, badAt })
        const spotless = organizationThatPromised({
          contracts,
          badAt: (hour) => (hour < sinceHour ? 0 : badAt(hour)),
        })
        expect((await adherenceOf(signed)).row).toEqual((await adherenceOf(spotless)).row)
        const rowsOf = async ({ read }: typeof signed) =>
          (await read('listSlaDepletion')).items.filter(({ type }) => type === 'contractual')
        expect(await rowsOf(signed)).toEqual(await rowsOf(spotless))
      },
    ),
    { numRuns: 15 },
  )
})
