import { beforeSreOf } from '../../src/contract/before-sre.ts'
import type { Route } from '../context.ts'
import { writeEntry } from '../entries.ts'
import { RequestProblem } from '../problem.ts'

/** There is one time before. */
export const BEFORE_SRE_KEY = 'organization'

const readBeforeSre: Route<'readBeforeSre'> = async (_request, { deps }) => {
  const versions = (await deps.entries.history('before-sre', BEFORE_SRE_KEY)).map(
    ({ version, by, at, isWithdrawn, body }) => ({
      version,
      by: by.name,
      at,
      isWithdrawn,
      entered: beforeSreOf(body),
    }),
  )
  const [latest] = versions
  const { isWithdrawn = true, entered = null } = latest ?? {}
  return {
    current:
      latest === undefined || isWithdrawn || entered === null
        ? null
        : { ...entered, version: latest.version, by: latest.by, at: latest.at },
    version: latest?.version ?? 0,
    versions,
  }
}

const writeBeforeSre: Route<'writeBeforeSre'> = async ({ body }, { deps, caller }) => {
  const { entered, seenVersion } = body
  if (entered !== null && entered.from > entered.to) {
    throw new RequestProblem('invalid-body', {
      detail: 'The time before ends before it begins',
      field: 'entered.to',
      value: entered.to,
      hint: `Its last month is ${entered.from} or later`,
    })
  }
  const of = { kind: 'before-sre', key: BEFORE_SRE_KEY, seenVersion } as const
  const { version } = await writeEntry(
    deps,
    caller,
    entered === null
      ? { ...of, body: (await deps.entries.read(of.kind, of.key))?.body ?? {}, isWithdrawn: true }
      : { ...of, body: entered },
  )
  return { version }
}

export const beforeSreRoutes = { readBeforeSre, writeBeforeSre }
