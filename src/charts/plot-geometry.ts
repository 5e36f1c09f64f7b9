import type { BurnDownModel } from './burn-down-model.ts'
import type { Estimate } from './estimate.ts'

/** small: one of several, with the line alone; beside: of two, with lanes of events; full: with the heat as well. */
export type ChartSize = 'full' | 'beside' | 'small'

export type PlotGeometry = Readonly<{
  size: ChartSize
  width: number
  height: number
  /** The plot: where budget left is drawn against time. */
  left: number
  right: number
  top: number
  bottom: number
  /** Centre lines of the lanes. */
  deployLane: number
  breachLane: number
  /** Only drawn where a clause of a policy was met. */
  policyLane: number
  heatTop: number
  heatHeight: number
  /** Where marks that share the time axis end: the plot, or the heat below it. */
  marksBottom: number
  x(hour: number): number
  /** From remaining budget, through the broken axis. */
  y(remaining: number): number
  hourAt(x: number): number
}>

const LEFT_PX = 46
const RIGHT_PX = 10
const HEADS_PX = 40
/** Without heads: room for the word "now". */
const BARE_PX = 16
const LABEL_LINE_PX = 14
const LANE_PX = 18
const HEAT_ROW_PX = 3
const HEAT_STRIP_PX = 12
const TICKS_PX = 22

/** Pixels for the whole budget, and no more for all of it than a laptop's screen can spare. */
const heights = {
  full: { perBudget: 128, alone: 176, most: 320 },
  beside: { perBudget: 112, alone: 132, most: 260 },
  small: { perBudget: 80, alone: 96, most: 190 },
} as const

/** One scale for everything that shares the time axis. */
export function plotGeometry(model: BurnDownModel, width: number, size: ChartSize): PlotGeometry {
  const { floor, placeOf } = model.axis
  const { perBudget, alone, most } = heights[size]
  const plotHeight = Math.min(floor === 0 ? alone : Math.round((1 - floor) * perBudget), most)
  const left = LEFT_PX
  const right = Math.max(left + 1, width - RIGHT_PX)
  const top = size === 'beside' ? BARE_PX : HEADS_PX
  const bottom = top + plotHeight

  // Labels of exhaustion stand below zero: in the plot where there is a below, else in lines of their own.
  const labelRoom = floor === 0 ? labelLines(model) * LABEL_LINE_PX : 0
  const firstLane = bottom + labelRoom + LANE_PX
  const lanes = model.enactments.length === 0 ? 2 : 3
  const heatTop = firstLane + lanes * LANE_PX
  const heatHeight = model.heat.rows === 1 ? HEAT_STRIP_PX : model.heat.rows * HEAT_ROW_PX
  const ends = {
    full: heatTop + heatHeight,
    beside: firstLane + (lanes - 1) * LANE_PX + LANE_PX / 2,
    small: bottom + labelRoom,
  }
  const marksBottom = ends[size]

  const pxPerHour = (right - left) / (model.toHour - model.fromHour)
  return {
    size,
    width,
    height: marksBottom + TICKS_PX,
    left,
    right,
    top,
    bottom,
    deployLane: firstLane,
    breachLane: firstLane + LANE_PX,
    policyLane: firstLane + 2 * LANE_PX,
    heatTop,
    heatHeight,
    marksBottom,
    x: (hour) => left + (hour - model.fromHour) * pxPerHour,
    y: (remaining) => top + ((1 - placeOf(remaining)) / (1 - floor)) * plotHeight,
    hourAt: (x) => model.fromHour + (x - left) / pxPerHour,
  }
}

function labelLines({ exhaustions, estimate, toHour }: BurnDownModel): number {
  if (exhaustions.length > 0) return 2
  const isShown = ({ exhaustedAt, to }: Estimate['projections'][number]) =>
    exhaustedAt !== null && to.hour <= toHour
  return estimate?.projections.filter(isShown).length ?? 0
}
