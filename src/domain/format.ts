import { PPB, allowancePpb } from './target.ts'

/**
 * Figures as they stand on screen, without their unit where the unit is set apart. No locale beyond English.
 * A figure is never rounded across a border: a little is not shown as nothing, nearly all not as all.
 */

const TRUE_MINUS = '\u2212'
const NO_BREAK_SPACE = '\u00a0'
const NARROW_NO_BREAK_SPACE = '\u202f'

/** Ratios times 100 miss whole numbers by this little: 0.57 * 100 is 56.99999999999999. */
const FLOAT_NOISE = 1e-9

/** "31", "0.4", "−0.2", "−62", "99.7": whole percent; one decimal between -1 and 1 and above 99.5; cut, never flattering. */
export function formatRemaining(ratio: number): string {
  const percent = ratio * 100
  if (ratio > 0 && percent < 0.1 - FLOAT_NOISE) return '<0.1'
  if (ratio < 0 && percent > -0.1) return `${TRUE_MINUS}0.1`
  const isNearZero = Math.abs(percent) < 1
  const isNearFull = percent > 99.5 + FLOAT_NOISE && ratio < 1
  if (!isNearZero && !isNearFull) return signed(floorPastNoise(percent))
  return signed(Math.min(floorPastNoise(percent * 10), 999) / 10)
}

/** "99.95": a target as it was promised. */
export function formatTarget(target: number): string {
  const ppb = targetPpb(target)
  return decimalText(BigInt(ppb), 7).replace(/\.?0+$/, '')
}

/**
 * As many decimals as the target has, and more until the last one tells the level from the target, and from 100 where
 * there was a bad event. Cut, not rounded. Null without traffic.
 */
export function formatServiceLevel(good: number, total: number, target: number): string | null {
  if (total === 0) return null
  if (good === total) return '100'
  const decimals = serviceLevelDecimals(good, total, target)
  const scaled = (BigInt(good) * 10n ** BigInt(decimals + 2)) / BigInt(total)
  return decimalText(scaled, decimals)
}

/** As many decimals as three nines need: an endpoint that nobody promised anything of has no target to measure them by. */
const SHOWN_AS_OF_TARGET = 0.999

/** Null without a request. */
export function formatAvailability(requests: number, failures: number): string | null {
  return formatServiceLevel(requests - failures, requests, SHOWN_AS_OF_TARGET)
}

/** % per hour, one decimal; "<0.1" above zero. */
export function formatSpeed(percentPerHour: number): string {
  return roundedTenths(percentPerHour)
}

/** One decimal below 100, none from there on. What is slower than an even pace is never shown as one. */
export function formatBurnRate(rate: number): string {
  if (rate >= 0.95 && rate < 1) return '0.9'
  return rate < 99.95 ? roundedTenths(rate) : formatCount(Math.round(rate))
}

/** "0.4", "9.9", "12": one decimal below ten, none from there on; "<0.1" above zero. */
export function formatFrequency(times: number): string {
  return times < 9.95 ? roundedTenths(times) : formatCount(Math.round(times))
}

/** One decimal of a share in percent. Rounded, but never up to a border it has not reached: 59.96 of 60 is 59.9. */
export function formatShareBelow(ratio: number, borders: readonly number[]): string {
  const tenths = ratio * 1000
  const nearest = Math.round(tenths)
  const isAcross = borders.some((border) => ratio < border && nearest >= border * 1000 - FLOAT_NOISE)
  const shown = isAcross ? Math.ceil(tenths) - 1 : nearest
  return shown <= 0 && ratio > 0 ? '<0.1' : (shown / 10).toFixed(1)
}

/** At most two units: "1 h 23 min", "11 d 20 h", with no-break spaces. */
export function formatDuration(hours: number): string {
  const minutes = Math.round(hours * 60)
  if (minutes === 0) return hours > 0 ? `<1${NO_BREAK_SPACE}min` : `0${NO_BREAK_SPACE}min`
  if (minutes < 24 * 60) return twoUnits(minutes, 60, 'h', 'min')
  return twoUnits(Math.round(hours), 24, 'd', 'h')
}

/** "0.7", "9.9", "12", "7 706": below ten to a tenth, since half an event is what makes one failure break it; cut, never up. */
export function formatGrant(events: number): string {
  if (events >= 10) return formatCount(events)
  if (events < 0.1) return events > 0 ? '<0.1' : '0'
  return (floorPastNoise(events * 10) / 10).toFixed(1)
}

/** Thousands set apart by a narrow no-break space: "12 345". A part of an event is cut off; "<1" where that is all. */
export function formatCount(count: number): string {
  if (count > 0 && count < 1) return '<1'
  return signed(Math.floor(count)).replaceAll(/\B(?=(?:\d{3})+$)/g, NARROW_NO_BREAK_SPACE)
}

function targetPpb(target: number): number {
  return PPB - allowancePpb(target)
}

function serviceLevelDecimals(good: number, total: number, target: number): number {
  const bad = BigInt(total - good)
  const fromTarget = BigInt(good) * BigInt(PPB) - BigInt(targetPpb(target)) * BigInt(total)
  const distance = fromTarget < 0n ? -fromTarget : fromTarget
  let decimals = formatTarget(target).split('.')[1]?.length ?? 0
  for (;;) {
    const steps = 10n ** BigInt(decimals + 2)
    const tellsTarget = distance === 0n || distance * steps >= BigInt(total) * BigInt(PPB)
    if (tellsTarget && bad * steps >= BigInt(total)) return decimals
    decimals += 1
  }
}

/** A whole number of steps of 10^-decimals as text: (9995n, 2) is "99.95". */
function decimalText(scaled: bigint, decimals: number): string {
  const digits = String(scaled).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`
}

function roundedTenths(value: number): string {
  if (value > 0 && value < 0.05) return '<0.1'
  return (Math.round(value * 10 + FLOAT_NOISE) / 10).toFixed(1)
}

function floorPastNoise(value: number): number {
  const nearest = Math.round(value)
  return Math.abs(value - nearest) < FLOAT_NOISE ? nearest : Math.floor(value)
}

function signed(value: number): string {
  return value < 0 ? `${TRUE_MINUS}${-value}` : `${Math.abs(value)}`
}

function twoUnits(count: number, perBig: number, big: string, small: string): string {
  const parts = [
    [Math.floor(count / perBig), big],
    [count % perBig, small],
  ] as const
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount}${NO_BREAK_SPACE}${unit}`)
    .join(NO_BREAK_SPACE)
}
