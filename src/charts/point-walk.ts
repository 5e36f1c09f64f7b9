export type PointWalk = Readonly<{
  /** The point that is read, null for none. */
  index: number | null
  /** A pinned point stays when the pointer or the focus leaves. */
  isPinned: boolean
}>

export const noPoint: PointWalk = { index: null, isPinned: false }

const DAY_HOURS = 24

type Slots = readonly Readonly<{ fromHour: number }>[]

/** Left and Right by a slot, with Shift by a day, Home and End, Enter pins, Escape releases. Null for any other key. */
export function walkByKey(
  walk: PointWalk,
  { key, shiftKey }: Readonly<{ key: string; shiftKey: boolean }>,
  slots: Slots,
): PointWalk | null {
  if (slots.length === 0) return null
  const last = slots.length - 1
  const to = (index: number): PointWalk => ({ ...walk, index: Math.max(0, Math.min(last, index)) })
  switch (key) {
    case 'ArrowRight':
      return to(walk.index === null ? 0 : shiftKey ? dayLater(slots, walk.index) : walk.index + 1)
    case 'ArrowLeft':
      return to(walk.index === null ? last : shiftKey ? dayEarlier(slots, walk.index) : walk.index - 1)
    case 'Home':
      return to(0)
    case 'End':
      return to(last)
    case 'Enter':
      return walk.index === null ? null : { ...walk, isPinned: !walk.isPinned }
    case 'Escape':
      return walk.index === null ? null : noPoint
    default:
      return null
  }
}

/** The slot a day on, or the next one where slots are longer than a day. */
function dayLater(slots: Slots, index: number): number {
  const wanted = hourAt(slots, index) + DAY_HOURS
  const found = slots.findIndex(({ fromHour }, place) => place > index && fromHour >= wanted)
  return found === -1 ? slots.length - 1 : found
}

function dayEarlier(slots: Slots, index: number): number {
  const wanted = hourAt(slots, index) - DAY_HOURS
  const found = slots.findLastIndex(({ fromHour }, place) => place < index && fromHour <= wanted)
  return Math.max(0, found)
}

function hourAt(slots: Slots, index: number): number {
  return slots[index]?.fromHour ?? 0
}

/** The slot that ends nearest to an hour; slots ascend. */
export function nearestSlot(slots: readonly Readonly<{ toHour: number }>[], hour: number): number | null {
  if (slots.length === 0) return null
  let low = 0
  let high = slots.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((slots[middle]?.toHour ?? 0) < hour) low = middle + 1
    else high = middle
  }
  const before = slots[low - 1]
  const at = slots[low]
  if (!before || !at) return low
  return hour - before.toHour < at.toHour - hour ? low - 1 : low
}
