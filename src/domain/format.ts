/** Figures as they stand on screen, without their unit where the unit is set apart. No locale beyond English. */

/** "31", "0.4", "−0.2", "−62", "99.7": whole percent; one decimal between -1 and 1 and above 99.5; never rounded across 0 or 100. */
export function formatRemaining(_ratio: number): string {
  throw new Error('not written yet')
}

/** "99.95": a target as it was promised. */
export function formatTarget(_target: number): string {
  throw new Error('not written yet')
}

/** As many decimals as the target, more where needed to differ from it, and never 100 with a bad event. */
export function formatServiceLevel(_good: number, _total: number, _target: number): string | null {
  throw new Error('not written yet')
}

/** % per hour, one decimal; "<0.1" above zero. */
export function formatSpeed(_percentPerHour: number): string {
  throw new Error('not written yet')
}

/** One decimal below 100, none from there on. */
export function formatBurnRate(_rate: number): string {
  throw new Error('not written yet')
}

/** At most two units: "1 h 23 min", "11 d 20 h", with no-break spaces. */
export function formatDuration(_hours: number): string {
  throw new Error('not written yet')
}

/** Thousands set apart by a narrow no-break space: "12 345". */
export function formatCount(_count: number): string {
  throw new Error('not written yet')
}
