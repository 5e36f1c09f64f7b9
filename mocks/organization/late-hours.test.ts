import { expect, test } from 'vitest'

import { createBudgetBook } from '../../server/budgets/budget-book.ts'
import { periodsWithData, readMoment } from '../../server/moment.ts'
import { createOrganization } from './organization.ts'

const NOW = Date.parse('2026-11-18T03:10:00Z')

test('of a day of the timetable the measurements came after its period had ended, which says so', async () => {
  const organization = createOrganization({ now: () => NOW })
  const { slos, periodScheme } = await organization.catalog()
  const moment = await readMoment(organization, periodScheme)
  const slo = slos.find(({ id }) => id === 'timetable.availability.get-timetable')
  if (slo === undefined) throw new Error('There is no timetable')
  const members = slo.deployments.map((deployment) => ({ slo, deployment }))
  const restated: string[] = []
  for (const period of periodsWithData(moment).slice(-4)) {
    const standings = await createBudgetBook(organization).standings(members, period, moment)
    for (const [row, standing] of standings.entries()) {
      const at = standing?.budget.restatedAt ?? null
      if (at !== null) restated.push(`${members[row]?.deployment} ${period.id} ${at}`)
    }
  }
  expect(restated).toEqual(['prod-eu 2026-P10 2026-10-08T09:00:00Z'])
})
