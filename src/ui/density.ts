import { createContext } from 'react'

import type { RowDensity } from './use-row-window.ts'

/** How tall the viewer likes the rows of tables; the app says what was chosen. */
export const DensityContext = createContext<RowDensity>('normal')

/** A table beside or below another one is a step closer than what the viewer chose. */
const closer: Readonly<Record<RowDensity, RowDensity>> = { dense: 'dense', normal: 'dense', roomy: 'normal' }

export function densityOf(chosen: RowDensity, isSecondary: boolean): RowDensity {
  return isSecondary ? closer[chosen] : chosen
}
