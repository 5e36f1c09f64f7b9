import type { PolicyMark } from '../../src/contract/policy-mark.ts'
import type { SlaCurvesRow } from '../../src/contract/sla-indicators.ts'
import { contractFromHour } from '../../src/domain/contract-beginning.ts'
import { meanOfDays } from '../../src/domain/mean-of-days.ts'
import type { Period } from '../../src/domain/period.ts'
import type { BudgetBook } from '../budgets/budget-book.ts'
import type { DailyRemaining } from '../budgets/period-figures.ts'
import type { Member } from '../budgets/series.ts'
import type { Moment } from '../moment.ts'
import { correctionsIn, targetChangesIn } from '../indicators/curve-marks.ts'
import type { ApiDeps } from '../ports.ts'
import { rowOrder, type RowOrder } from '../row-order.ts'
import { endpointSlaName } from './known-slas.ts'
import { standingIn } from './sla-depletion.ts'
import type { SlaRow } from './sla-rows.ts'

export type SlaCurvesEntry = Readonly<{ row: SlaRow; least: number | null }>

export function slaCurvesEntries(
  rows: readonly SlaRow[],
  periods: readonly Period[],
): readonly SlaCurvesEntry[] {
  return rows.map((row) => {
    const left = periods.map((_, at) => standingIn(row, at)?.remaining ?? null).filter((one) => one !== null)
    return { row, least: left.length === 0 ? null : Math.min(...left) }
  })
}

/** Contracts before what they rest on; of those who fell lowest first. */
export function slaCurvesOrder(): RowOrder<SlaCurvesEntry> {
  const keys = {
    type: ({ row }: SlaCurvesEntry) => row.type,
    least: ({ least }: SlaCurvesEntry) => least,
  }
  return rowOrder(
    'type,least',
    (column) => (column === 'type' ? keys.type : keys.least),
    ({ row }) => row.id,
  )
}

type Source = Readonly<{
  slaBook: BudgetBook
  deps: ApiDeps
  moment: Moment
  /** When clauses about promises were met, of these series of endpoints. */
  findEnactments: (seriesIds: ReadonlySet<string>) => Promise<ReadonlyMap<string, readonly PolicyMark[]>>
}>

/** The curves of the rows that are shown: only those that are drawn are asked for. */
export async function slaCurvesOnWire(
  entries: readonly SlaCurvesEntry[],
  periods: readonly Period[],
  source: Source,
): Promise<SlaCurvesRow[]> {
  const days = await daysOfPeriods(entries, periods, source)
  const enactments = await source.findEnactments(
    new Set(entries.flatMap(({ row }) => bentBy(row).map(({ member }) => nameOf(member)))),
  )
  return Promise.all(
    entries.map(async ({ row, least }) => {
      const standings = periods.map((_, at) => standingIn(row, at))
      const curves = standings.map((standing, at) => {
        if (standing === null) return null
        const { state, remaining, worst } = standing
        const daily = measuredOf(row, standing.member, at).map((member) => days[at]?.get(member) ?? [])
        return { state, remaining, worst, daily: [...meanOfDays(daily)] }
      })
      const basis = standings.findLast((standing) => standing !== null)?.basis ?? null
      return {
        ...row.subject,
        basis,
        curves,
        least,
        marks: await marksOf(row, periods, { ...source, enactments }),
      }
    }),
  )
}

/** Whose events the curve is drawn of: its own, or those of the parts whose mean it is. */
function measuredOf(row: SlaRow, member: Member | null, at: number): readonly Member[] {
  if (member !== null) return [member]
  if (row.type === 'endpoint-level') return []
  return row.over.parts
    .filter(({ sla, budgets }) => row.selected.includes(sla.slo.service) && (budgets[at]?.total ?? 0) > 0)
    .map(({ sla }) => sla.member)
}

async function daysOfPeriods(
  entries: readonly SlaCurvesEntry[],
  periods: readonly Period[],
  { slaBook, moment }: Source,
): Promise<readonly ReadonlyMap<Member, DailyRemaining>[]> {
  const byPeriod: ReadonlyMap<Member, DailyRemaining>[] = []
  for (const [at, period] of periods.entries()) {
    const members = [
      ...new Set(entries.flatMap(({ row }) => measuredOf(row, standingIn(row, at)?.member ?? null, at))),
    ]
    const daily = await slaBook.dailyRemaining(members, period, moment)
    byPeriod.push(new Map(members.map((member, index) => [member, daily[index] ?? []])))
  }
  return byPeriod
}

type Marks = SlaCurvesRow['marks']

const nameOf = ({ slo, deployment }: Member) => `${slo.id}@${deployment}`

type MarkSource = Source & Readonly<{ enactments: ReadonlyMap<string, readonly PolicyMark[]> }>

async function marksOf(row: SlaRow, periods: readonly Period[], source: MarkSource): Promise<Marks> {
  const sinceHour = beginningOf(row)
  const isDrawn = (hour: number) =>
    hour >= sinceHour && periods.some(({ startHour, endHour }) => hour >= startHour && hour < endHour)
  const byTime = <Mark extends Readonly<{ of: string | null }>>(
    marks: readonly Mark[],
    at: (mark: Mark) => string,
  ) => marks.toSorted((a, b) => (at(a) < at(b) ? -1 : 1))
  const bent = bentBy(row)
  const corrections = await Promise.all(
    bent.map(async ({ of, member }) =>
      (await correctionsIn(member, isDrawn, source.deps)).map((one) => ({ ...one, of })),
    ),
  )
  return {
    releases: await releasesOf(row, periods, source),
    targetChanges: byTime(
      [...ownPromise(row), ...bent].flatMap(({ of, member }) =>
        targetChangesIn(member, isDrawn).map((one) => ({ ...one, of })),
      ),
      ({ at }) => at,
    ),
    corrections: byTime(corrections.flat(), ({ start }) => start),
    enactments: byTime(
      bent.flatMap(({ of, member }) =>
        (source.enactments.get(nameOf(member)) ?? [])
          .filter(({ start }) => isDrawn(Date.parse(start) / 3_600_000))
          .map((one) => ({ ...one, of })),
      ),
      ({ start }) => start,
    ),
  }
}

/** What happened before a contract began bends no curve of it. */
function beginningOf(row: SlaRow): number {
  return contractFromHour(row.type === 'contractual' ? row.over.sla.contract.since : null)
}

type Bent = Readonly<{ of: string | null; member: Member }>

/** Whose events and target the curve is made of; the parts of a mean by their names. */
function bentBy(row: SlaRow): readonly Bent[] {
  if (row.type === 'endpoint-level') return [{ of: null, member: row.over.sla.member }]
  const { journey } = row.over.sla
  if (journey !== null) return [{ of: null, member: journey }]
  return row.over.parts
    .filter(({ sla }) => row.selected.includes(sla.slo.service))
    .map(({ sla }) => ({ of: `${endpointSlaName(sla)} of ${sla.slo.service}`, member: sla.member }))
}

/** A contract that is the mean of its parts has a target of its own beside theirs, which bends nothing but is a new promise. */
function ownPromise(row: SlaRow): readonly Readonly<{ of: null; member: Pick<Member, 'slo'> }>[] {
  if (row.type === 'endpoint-level' || row.over.sla.journey !== null) return []
  const [first] = row.over.parts
  const { target, versions } = row.over.sla.contract
  return first === undefined ? [] : [{ of: null, member: { slo: { ...first.sla.slo, target, versions } } }]
}

async function releasesOf(
  row: SlaRow,
  periods: readonly Period[],
  { deps: { releases }, moment }: Source,
): Promise<Marks['releases']> {
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return []
  const services = row.type === 'contractual' ? row.selected : [row.over.sla.slo.service]
  const found = await releases.list({
    services,
    deployments: [row.subject.deployment],
    fromHour: Math.max(first.startHour, beginningOf(row)),
    toHour: Math.min(last.endHour, moment.nowHour),
  })
  return found.map(({ id, service, version, at }) => ({ id, service, version, at })).toReversed()
}
