export type StepScale = Readonly<{
  phases: readonly string[]
  /** Milliseconds, at the two ends of x. */
  from: number
  to: number
  x: readonly [number, number]
  /** Of the first phase and the last. */
  y: readonly [number, number]
}>

type Point = Readonly<{ x: number; y: number }>

/** A step a move, up to now. A phase that is no column any more has no height: the line stays where it was. */
export function stepPath(
  moves: readonly Readonly<{ to: string; at: string }>[],
  { phases, from, to, x, y }: StepScale,
): Readonly<{ d: string; end: Point }> {
  const across = (ms: number) => x[0] + ((ms - from) / Math.max(1, to - from)) * (x[1] - x[0])
  const up = (position: number) => y[0] + (position / Math.max(1, phases.length - 1)) * (y[1] - y[0])
  const steps = moves
    .map((move) => ({ x: across(Date.parse(move.at)), position: phases.indexOf(move.to) }))
    .filter(({ position }) => position >= 0)
    .map((step) => ({ x: step.x, y: up(step.position) }))
  const end = { x: across(to), y: steps.at(-1)?.y ?? up(0) }
  const [first, ...rest] = steps
  if (first === undefined) return { d: '', end }
  const lines = rest.map((step) => `H${round(step.x)}V${round(step.y)}`).join('')
  return { d: `M${round(first.x)} ${round(first.y)}${lines}H${round(end.x)}`, end }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
