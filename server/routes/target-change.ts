import type { Slo } from '../../src/contract/catalog.ts'
import type { TargetChange } from '../../src/contract/catalog-state.ts'
import { formatTarget } from '../../src/domain/format.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { periodBudget, type Series } from '../../src/domain/period-budget.ts'
import { outageHours, withTargetFrom } from '../../src/domain/target-change.ts'
import { PPB } from '../../src/domain/target.ts'
import { ESTIMATE_HOURS } from '../budgets/period-figures.ts'
import { livesIn, loadSeries } from '../budgets/series.ts'
import { foundSlo } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps } from '../ports.ts'
import { invalidParameter } from '../problem.ts'
import { targetDocument } from '../target-document.ts'
import { unifiedDiff } from '../unified-diff.ts'
import { periodOnWire } from '../wire.ts'

const HOUR_MS = 3_600_000

/** What would come of another target, and the patch that agrees on it. Nothing is changed: that is up to the files. */
export const readTargetChange: Route<'readTargetChange'> = async (
  { params, query },
  { deps, index, moment },
) => {
  const slo = foundSlo(index, params.slo)
  const target = Math.round(Number(query.target) * PPB) / PPB
  if (target === slo.target || target <= 0)
    throw invalidParameter('target', query.target, {
      detail: `${query.target} is ${target === slo.target ? `the target that ${slo.id} has already` : 'no target'}`,
      hint: 'Give the share of good events to be promised, such as 0.9995',
    })
  const now = await moment()
  const { currentPeriod } = now
  const hours = currentPeriod.endHour - currentPeriod.startHour
  return {
    slo: slo.id,
    from: slo.target,
    to: target,
    effectiveFrom: isoFromHour(Math.floor(deps.now() / HOUR_MS)),
    period: periodOnWire(currentPeriod, now.nowHour),
    outageHours: { before: outageHours(slo.target, hours), after: outageHours(target, hours) },
    series: await effects(deps, slo, target, now),
    patch: await patchOf(deps, slo, target, query.reason ?? ''),
  }
}

async function effects(
  deps: ApiDeps,
  slo: Slo,
  target: number,
  moment: Moment,
): Promise<TargetChange['series']> {
  const { currentPeriod, nowHour } = moment
  const fromHour = Math.min(currentPeriod.startHour, nowHour - ESTIMATE_HOURS)
  const all = await Promise.all(
    slo.deployments.map(async (deployment) => ({
      deployment,
      series: await loadSeries(deps, { slo, deployment }, fromHour, nowHour),
    })),
  )
  const effect = (series: Series, promised: number, hour: Hour) => {
    const { grant, bad, remaining, state } = periodBudget(
      withTargetFrom(series, promised, hour),
      currentPeriod,
      hour,
    )
    return { grant, bad, remaining, state }
  }
  return all
    .filter(({ series }) => livesIn(series, currentPeriod))
    .map(({ deployment, series }) => ({
      deployment,
      before: effect(series, slo.target, nowHour),
      after: effect(series, target, nowHour),
    }))
}

async function patchOf(
  deps: ApiDeps,
  slo: Slo,
  target: number,
  reason: string,
): Promise<TargetChange['patch']> {
  const edited = await deps.editedTarget?.(slo.id, target, reason)
  if (edited != null) {
    const { fileName, before, after } = edited
    const why = reason.trim() === '' ? '' : `${reason.trim()}\n\n`
    const subject = `Change the target of ${slo.id} from ${formatTarget(slo.target)} % to ${formatTarget(target)} %`
    const text = `${subject}\n\n${why}${unifiedDiff(fileName, before, after)}`
    return { kind: 'diff', fileName, text }
  }
  const document = (await deps.targetDocument?.(slo.id, target)) ?? targetDocument(slo, target)
  return { kind: 'document', fileName: `${slo.id}.yaml`, text: withReason(document, reason) }
}

/** Behind the target, where reading the file finds it. */
function withReason(document: string, reason: string): string {
  const why = reason.replaceAll(/\s+/g, ' ').trim()
  return why === '' ? document : document.replace(/^ *(?:- )?target: \S+$/m, (line) => `${line} # ${why}`)
}
