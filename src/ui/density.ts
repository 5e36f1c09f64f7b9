import { createContext } from 'react'

import type { RowDensity } from './use-row-window.ts'

/** How tall the viewer likes the rows of tables; the app says what was chosen. */
export const DensityContext = createContext<RowDensity>('normal')

/** A table beside or below another one is a step closer than what the viewer chose. */
const closer: Readonly<Record<RowDensity, RowDensity>> = {
  dense: 'dense',
  normal: 'dense',
  roomy: 'normal',
  'two-lines': 'two-lines',
}

export function densityOf(chosen: RowDensity, own: 'dense' | 'two-lines' | undefined): RowDensity {
  if (own === 'two-lines') return own
  return own === 'dense' ? closer[chosen] : chosen
}
