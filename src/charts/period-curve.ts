export type PeriodCurve = Readonly<{
  /** One part for each run of days with data: a gap stays a gap. */
  line: string
  /** What lies between the line and zero, where the line is below it. */
  debt: string
  zeroY: number
}>

type CurveInput = Readonly<{
  /** Budget left at the end of each elapsed day, null for one that was not measured. */
  daily: readonly (number | null)[]
  /** Days the whole period has. */
  days: number
  width: number
  height: number
}>

/** All curves share one scale, 100 % to here; the figure beside it says how far below it went. */
const BOTTOM = -1.2

export function zeroAt(height: number): number {
  return height / (1 - BOTTOM)
}

export function periodCurve({ daily, days, width, height }: CurveInput): PeriodCurve {
  const y = (left: number) => round(((1 - Math.max(BOTTOM, left)) / (1 - BOTTOM)) * height)
  const runs = runsOf([1, ...daily]).map((run) =>
    run.map(({ left, day }) => ({ x: round((day / days) * width), y: y(left) })),
  )
  const zeroY = round(zeroAt(height))
  return {
    line: runs.map((run) => `M${run.map((point) => `${point.x} ${point.y}`).join('L')}`).join(''),
    debt: runs.map((run) => debtOf(run, zeroY)).join(''),
    zeroY,
  }
}

type Point = Readonly<{ x: number; y: number }>

/** The run's points that are below zero, closed along the zero line; from where it crosses. */
function debtOf(run: readonly Point[], zeroY: number): string {
  const parts: Point[][] = []
  for (const [at, point] of run.entries()) {
    const before = run[at - 1]
    const isCrossing = before !== undefined && before.y > zeroY !== point.y > zeroY
    if (isCrossing) {
      const share = (zeroY - before.y) / (point.y - before.y)
      const crossing = { x: round(before.x + share * (point.x - before.x)), y: zeroY }
      if (point.y > zeroY) parts.push([crossing])
      else parts.at(-1)?.push(crossing)
    }
    if (point.y > zeroY) {
      if (parts.length === 0) parts.push([])
      parts.at(-1)?.push(point)
    }
  }
  return parts
    .filter((part) => part.length > 1)
    .map((part) => {
      const [first] = part
      const last = part.at(-1)
      const edge = part.map((point) => `${point.x} ${point.y}`).join('L')
      return `M${first?.x ?? 0} ${zeroY}L${edge}L${last?.x ?? 0} ${zeroY}Z`
    })
    .join('')
}

/** A period begins with a full budget, whether its first day was measured or not. */
function runsOf(values: readonly (number | null)[]) {
  const runs: { left: number; day: number }[][] = [[]]
  for (const [day, left] of values.entries()) {
    if (left === null) runs.push([])
    else runs.at(-1)?.push({ left, day })
  }
  // A lone day is a point, which a line does not show.
  return runs.filter((run) => run.length > 1)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
