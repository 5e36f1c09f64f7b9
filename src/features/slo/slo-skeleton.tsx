import { BURN_DOWN_PLACE } from '../../charts/burn-down-place.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useMeasuredWidth } from '../../ui/use-measured-width.ts'

const CHART_LINES = 14

/** As tall as a chart with its lanes, so that the tables below do not jump when it comes; and as wide. */
export function SloSkeleton() {
  const [ref] = useMeasuredWidth(BURN_DOWN_PLACE)
  return (
    <div ref={ref}>
      <Skeleton name="the budget" lines={CHART_LINES} />
    </div>
  )
}
