import type { Hour } from '../../../src/domain/hours.ts'
import type { Period } from '../../../src/domain/period.ts'
import { keyOf } from '../../budgets/series.ts'
import type { SummaryStore } from '../../ports.ts'
import { agreedAbout } from './series-marks.ts'
import type { Snapshot } from './snapshot.ts'
import type { Sql } from './sql.ts'
import { promiseDigest, summaryInputs } from './summary-inputs.ts'
import { readSummaries } from './summary-rows.ts'

export function createSummaryReader(sql: Sql, snapshot: () => Promise<Snapshot>): SummaryStore {
  return {
    async read(figure, members, period, { nowHour, rules }) {
      const now = await snapshot()
      const asked = members.map((member) => {
        const agreed = agreedAbout(now, keyOf(member))
        if (agreed === null) return null
        const targets = promiseDigest(member)
        const isOfSlo = targets === agreed.targets
        return { ...agreed, targets, isOfSlo, rules: rules.nameOf(member.slo.team) }
      })
      const idsOf = (isOfSlo: boolean) => [
        ...new Set(asked.flatMap((one) => (one?.isOfSlo === isOfSlo ? [one.id] : []))),
      ]
      const ofSlos = await readSummaries(sql, 'slo', figure, idsOf(true), period, nowHour)
      const ofPromises = await readSummaries(sql, 'promise', figure, idsOf(false), period, nowHour)
      const held = new Map([...ofSlos, ...ofPromises].map((row) => [`${row.seriesId} ${row.targets}`, row]))
      return asked.map((one) => {
        if (one === null) return undefined
        const row = held.get(`${one.id} ${one.isOfSlo ? '' : one.targets}`)
        return row?.inputs === inputsAt(one, period, nowHour) ? row?.figure : undefined
      })
    },
  }
}

type Agreed = Readonly<{ targets: string; rules: string; lifeAt: (nowHour: Hour) => string }>

function inputsAt({ targets, rules, lifeAt }: Agreed, period: Period, nowHour: Hour): string {
  return summaryInputs({ targets, life: lifeAt(nowHour), rules }, period, nowHour)
}
