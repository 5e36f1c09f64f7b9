import { ApiError } from '../../api/http.ts'
import type { BudgetHistory, BudgetHistoryQuery } from '../../contract/budget-history.ts'
import { scales, type Scale } from '../../domain/budget-series.ts'
import { defaultSloView, type SloView } from '../../url/slo-view.ts'

/** The one question behind everything on an SLO's page. Without a scale the answer has the finest its window offers. */
export function historyQuery({ range, scale, sliding }: SloView): BudgetHistoryQuery {
  return {
    ...('from' in range ? { from: range.from, to: range.to } : { window: range.window }),
    ...(scale !== defaultSloView.scale && { scale }),
    ...(sliding && { sliding: 'show' }),
  }
}

/** Also where the answer was a refusal: it names the scales that would do. */
export function offeredScalesOf(history: BudgetHistory | undefined, error: Error | null): readonly Scale[] {
  if (error instanceof ApiError && error.problem.field === 'scale') {
    return scales.filter((scale) => error.problem.allowed?.includes(scale))
  }
  return history?.offeredScales ?? []
}

export function isNotFound(error: Error | null): boolean {
  return error instanceof ApiError && error.problem.status === 404
}
