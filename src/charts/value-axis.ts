export type ValueAxis = Readonly<{ most: number; ticks: readonly number[] }>

const MOST_TICKS = 5
const decimalSteps = [1, 2, 5] as const

/** From 0 to the first round value at or above the largest; whole steps, for what is counted. */
export function countAxis(largest: number): ValueAxis {
  for (let power = 1; ; power *= 10) {
    for (const digit of decimalSteps) {
      const step = digit * power
      if (Math.ceil(largest / step) <= MOST_TICKS) return axisOf(step, largest)
    }
  }
}

/** Minutes, in steps that clocks know: quarters of hours, hours, days. */
const minuteSteps = [1, 5, 15, 30, 60, 120, 240, 480, 720, 1440] as const
const DAY_MINUTES = 1440

export function minutesAxis(largest: number): ValueAxis {
  const step = minuteSteps.find((one) => Math.ceil(largest / one) <= MOST_TICKS)
  return axisOf(step ?? DAY_MINUTES * Math.ceil(largest / DAY_MINUTES / MOST_TICKS), largest)
}

/** The same in every window, so that two of them can be held side by side. */
export const shareAxis: ValueAxis = { most: 1, ticks: [0, 0.25, 0.5, 0.75, 1] }

function axisOf(step: number, largest: number): ValueAxis {
  const count = Math.max(1, Math.ceil(largest / step))
  return { most: count * step, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) }
}
