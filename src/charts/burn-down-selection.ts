import type { BudgetHistory } from '../contract/budget-history.ts'
import { formatTarget } from '../domain/format.ts'
import { NARROW_SPACE } from '../ui/figure.tsx'
import { thresholdWords } from '../ui/slo-words.ts'
import { formatTime } from '../ui/time-format.ts'

/** Which SLO, where, and the hours that are shown: what the page's address says, for a picture that has none. */
export function burnDownSelection(history: BudgetHistory, timeZone: string): string {
  const { team, service, sli, deployment, endpoint, target, thresholdMs, window } = history
  const promise = [endpoint.verb, endpoint.path, `${formatTarget(target)}${NARROW_SPACE}%`]
  const threshold = thresholdMs === null ? [] : [thresholdWords(thresholdMs)]
  const [from, to] = [window.from, window.to].map((at) => formatTime(Date.parse(at), 'date-time', timeZone))
  return [
    `${team}, ${service} in ${deployment}`,
    `${sli} of ${[...promise, ...threshold].filter(Boolean).join(' ')}`,
    `${from} to ${to}`,
  ].join('; ')
}
