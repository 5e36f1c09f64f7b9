import { Skeleton } from '../../ui/skeleton.tsx'

const CHART_LINES = 14

/** As tall as a chart with its lanes, so that the tables below do not jump when it comes. */
export function SloSkeleton() {
  return <Skeleton name="the budget" lines={CHART_LINES} />
}
