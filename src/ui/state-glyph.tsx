import type { ReactNode } from 'react'

import styles from './state-glyph.module.css'
import type { MarkedState } from './state-words.ts'

const line = styles['line']

// Filled: state of an open period. Stroke: verdict of a closed one. Hollow: we cannot tell. Chevrons: movement.
const shapes: Record<MarkedState, ReactNode> = {
  healthy: <circle cx="6" cy="6" r="4" />,
  'at-risk': <path d="M6 1.5 11 10.3H1z" stroke="currentColor" strokeLinejoin="round" />,
  exhausted: <rect x="1.75" y="1.75" width="8.5" height="8.5" rx=".75" />,
  fulfilled: <path className={line} d="M2 6.6 4.9 9.4 10.2 2.9" strokeWidth="1.7" />,
  broken: <path className={line} d="M2.4 2.4 9.6 9.6M9.6 2.4 2.4 9.6" strokeWidth="1.9" />,
  'no-data': (
    <circle
      className={`${line} ${styles['dashed']}`}
      cx="6"
      cy="6"
      r="4.3"
      strokeWidth="1.4"
      strokeDasharray="2.1 1.28"
    />
  ),
  'no-traffic': (
    <g className={line} strokeWidth="1.3">
      <circle cx="6" cy="6" r="4.3" />
      <path d="M3.9 6h4.2" />
    </g>
  ),
  'no-budget': (
    <g className={line} strokeWidth="1.3">
      <circle cx="6" cy="6" r="4.3" />
      <path d="M3 9 9 3" />
    </g>
  ),
  open: (
    <>
      <circle className={line} cx="6" cy="6" r="4.2" strokeWidth="1.3" />
      <path d="M6 1.8a4.2 4.2 0 0 1 0 8.4z" />
    </>
  ),
  burning: <path className={line} d="M2.2 1.9 6 5.4l3.8-3.5M2.2 6.6 6 10.1l3.8-3.5" strokeWidth="1.7" />,
}

type StateGlyphProps = Readonly<{ state: MarkedState; label?: string }>

/** Without a label it is decoration: the word must stand beside it. */
export function StateGlyph({ state, label }: StateGlyphProps) {
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg className={`${styles['glyph']} ${styles[state]}`} viewBox="0 0 12 12" {...naming}>
      {shapes[state]}
    </svg>
  )
}
