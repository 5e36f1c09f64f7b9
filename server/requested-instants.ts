import { invalidParameter } from './problem.ts'

type Range = Readonly<{ from?: string | undefined; to?: string | undefined }>

/** Nothing that is asked for is older. */
const OLDEST = '1970-01-01T00:00:00Z'

/**
 * The range of what people and tools did, which may be older than the first measured hour and need not stand on full hours.
 * What lies before 1970 is cut: no database knows a year 0.
 */
export function requestedInstants({ from, to }: Range): Readonly<{ from?: string; to?: string }> {
  if (from !== undefined && to !== undefined && Date.parse(from) >= Date.parse(to))
    throw invalidParameter('from', from, { detail: '"from" must lie before "to"', hint: `"to" is ${to}` })
  return {
    ...(from === undefined || from < OLDEST ? {} : { from }),
    ...(to === undefined ? {} : { to: to < OLDEST ? OLDEST : to }),
  }
}
