import { silverBulletOf, type SilverBulletList } from '../../src/contract/silver-bullets.ts'
import { isAllowed } from '../../src/domain/access/permissions.ts'
import { dayOfMs, dayText } from '../../src/domain/day.ts'
import { silverBulletsLeft } from '../../src/domain/policy-counters.ts'
import type { ApiContext, Route } from '../context.ts'
import { writeEntry } from '../entries.ts'
import type { Entry } from '../entry-ports.ts'
import { RequestProblem } from '../problem.ts'

type Place = Readonly<{ team: string; policy: string }>
type Item = SilverBulletList['items'][number]

/** Their keys begin with the policy, which may be kept to its team. */
const keyOf = ({ policy }: Place, bullet: string) => `${policy}.${bullet}`
const yearOf = (day: string) => Number(day.slice(0, 4))

const listSilverBullets: Route<'listSilverBullets'> = async ({ params }, context) => {
  const perYear = allowedAYear(params, context)
  const items = bulletsAmong(await context.deps.entries.list('silver-bullet'), params)
  const year = yearOf(dayText(dayOfMs(context.deps.now())))
  const used = items.filter(({ on }) => yearOf(on) === year).length
  return { items, year, perYear, used, ...silverBulletsLeft(perYear, used) }
}

/** Asked while it is written: of two that take the last one at the same moment, the second is told that it is gone. */
function refusedBeyondLast(place: Place & Readonly<{ bullet: string }>, on: string, perYear: number) {
  return (latest: readonly Entry[]) => {
    const others = bulletsAmong(latest, place).filter(
      (one) => one.id !== place.bullet && yearOf(one.on) === yearOf(on),
    )
    if (silverBulletsLeft(perYear, others.length).mayLiftBan) return
    throw wrong(
      on,
      `All ${perYear} silver bullets of ${yearOf(on)} are used`,
      'The stop cannot be lifted: reliability comes first until the budget is back',
    )
  }
}

const writeSilverBullet: Route<'writeSilverBullet'> = async ({ params, body }, context) => {
  const { deps, caller } = context
  const { used, seenVersion } = body
  const perYear = allowedAYear(params, context)
  const of = { kind: 'silver-bullet', key: keyOf(params, params.bullet), seenVersion } as const
  if (used === null) {
    const before = await deps.entries.read(of.kind, of.key)
    const { version } = await writeEntry(deps, caller, {
      ...of,
      body: before?.body ?? {},
      isWithdrawn: true,
    })
    return { id: params.bullet, version }
  }
  const today = dayText(dayOfMs(deps.now()))
  if (used.on > today)
    throw wrong(
      used.on,
      'It cannot have been used on a day that has not come yet',
      `${today} or an earlier day`,
    )
  const check = refusedBeyondLast(params, used.on, perYear)
  const { version } = await writeEntry(deps, caller, { ...of, body: used, check })
  return { id: params.bullet, version }
}

function bulletsAmong(latest: readonly Entry[], place: Place): Item[] {
  const prefix = keyOf(place, '')
  return latest
    .filter(({ key }) => key.startsWith(prefix))
    .flatMap(({ key, body, isWithdrawn, version, by, at }): readonly Item[] => {
      const bullet = isWithdrawn ? null : silverBulletOf(body)
      return bullet === null ? [] : [{ ...bullet, id: key.slice(prefix.length), version, by: by.name, at }]
    })
    .toSorted((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : a.id < b.id ? -1 : 1))
}

function allowedAYear({ team, policy }: Place, { index, caller }: ApiContext): number {
  const found = index.catalog.policies.find((one) => one.slug === policy && one.team === team)
  const isSeen =
    found !== undefined &&
    (found.visibility === 'public' || isAllowed(caller, 'read-team-policy', { ownedBy: team }))
  if (isSeen && found.silverBulletsPerYear !== null) return found.silverBulletsPerYear
  throw new RequestProblem('not-found', {
    detail: isSeen
      ? `The policy "${policy}" knows no silver bullets`
      : `The team ${team} has no policy "${policy}"`,
    field: 'policy',
    value: policy,
    ...(isSeen
      ? { hint: 'They are agreed with the policy, as silverBulletsPerYear' }
      : { apiHint: `GET /api/policies?team=${team} lists them` }),
  })
}

function wrong(value: string, detail: string, hint: string): RequestProblem {
  return new RequestProblem('invalid-body', { detail, field: 'used.on', value, hint })
}

export const silverBulletRoutes = { listSilverBullets, writeSilverBullet }
