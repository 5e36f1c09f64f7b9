import { createContext } from 'react'

/** Above and below a table that scrolls by itself, as data-table.module.css and answered-list.module.css have it. */
const AROUND_PX = 212
export const AROUND_ANSWERED_PX = 258
/** The panel beside a page and the gap to it, as settings.module.css has it. */
export const SETTINGS_PX = 180

export const AroundTableContext = createContext(AROUND_PX)
export const BesideTableContext = createContext(0)

/** As tokens.css and the shell have it; a wide window has a page as wide as itself. */
const RAIL = { wide: 212, narrow: 56, narrowUpTo: 1240, noneUpTo: 700 }
const GUTTERS = { wide: 48, narrow: 32 }
const PANEL_FOLDED_UP_TO = 1000

/**
 * How wide a table can be in a window so wide, at most: known before anything is laid out. It may turn out to have less room,
 * and then a few cells were drawn too many.
 */
export function widestTable(windowPx: number, besidePx: number): number {
  const isPhone = windowPx <= RAIL.noneUpTo
  const rail = isPhone ? 0 : windowPx <= RAIL.narrowUpTo ? RAIL.narrow : RAIL.wide
  const beside = windowPx <= PANEL_FOLDED_UP_TO ? 0 : besidePx
  return windowPx - rail - (isPhone ? GUTTERS.narrow : GUTTERS.wide) - beside
}
