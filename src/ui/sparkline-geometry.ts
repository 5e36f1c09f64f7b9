export type SparklineShape = Readonly<{
  /** A path with one part for each run of days with data: a gap stays a gap. */
  line: string
  zeroY: number
  /** Where the line ends; null without data. */
  end: Readonly<{ x: number; y: number; isOverspent: boolean }> | null
}>

type SparklineInput = Readonly<{
  /** Budget left at the end of each elapsed day. */
  values: readonly (number | null)[]
  /** Days the whole period has. */
  days: number
  elapsedShare: number
  width: number
  height: number
  /** How far below zero the drawing reaches; the figure beside it says how far it went. */
  bottom?: number
}>

/** All sparklines share one scale, 100 % to here. */
const BOTTOM = -0.4
const PAD = 1.5

export function sparklineShape({
  values,
  days,
  elapsedShare,
  width,
  height,
  bottom = BOTTOM,
}: SparklineInput): SparklineShape {
  const x = (share: number) => round(PAD + Math.min(1, Math.max(0, share)) * (width - 2 * PAD))
  const y = (left: number) => round(PAD + ((1 - Math.max(bottom, left)) / (1 - bottom)) * (height - 2 * PAD))

  const points = values.map((left, day) =>
    left === null ? null : { x: x(Math.min((day + 1) / days, elapsedShare)), y: y(left), left },
  )
  // Every period begins with a full budget; whether the first day was measured decides if that start is drawn.
  const start = points[0] ? { x: x(0), y: y(1), left: 1 } : null
  const runs = splitAtGaps([start, ...points]).map(
    (run) => `M${run.map((point) => `${point.x} ${point.y}`).join('L')}`,
  )
  const last = points.findLast((point) => point !== null)
  return {
    line: runs.join(''),
    zeroY: y(0),
    end: last ? { x: last.x, y: last.y, isOverspent: last.left <= 0 } : null,
  }
}

type Point = Readonly<{ x: number; y: number; left: number }>

function splitAtGaps(points: readonly (Point | null)[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]]
  for (const point of points) {
    if (point) runs.at(-1)?.push(point)
    else runs.push([])
  }
  return runs.filter((run) => run.length > 0)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
