import styles from './state-glyph.module.css'
import type { MarkedState } from './state-words.ts'

/** One path each, so that a table of them stays light; `stroke` is the line's width, without it the shape is filled. */
type Shape = Readonly<{ d: string; stroke?: string; dashes?: string; isEdged?: boolean }>

const ring = 'M10.3 6a4.3 4.3 0 1 1-8.6 0a4.3 4.3 0 1 1 8.6 0z'

// Filled: state of an open period. Stroke: verdict of a closed one. Hollow: we cannot tell. Chevrons: movement.
const shapes: Record<MarkedState, Shape> = {
  healthy: { d: 'M10 6a4 4 0 1 1-8 0a4 4 0 1 1 8 0z' },
  'at-risk': { d: 'M6 1.5 11 10.3H1z', isEdged: true },
  exhausted: {
    d: 'M2.5 1.75h7a.75.75 0 0 1 .75.75v7a.75.75 0 0 1-.75.75h-7a.75.75 0 0 1-.75-.75v-7a.75.75 0 0 1 .75-.75z',
  },
  fulfilled: { d: 'M2 6.6 4.9 9.4 10.2 2.9', stroke: '1.7' },
  broken: { d: 'M2.4 2.4 9.6 9.6M9.6 2.4 2.4 9.6', stroke: '1.9' },
  'no-data': { d: ring, stroke: '1.4', dashes: '2.1 1.28' },
  'no-traffic': { d: `${ring}M3.9 6h4.2`, stroke: '1.3' },
  'no-budget': { d: `${ring}M3 9 9 3`, stroke: '1.3' },
  // A ring whose right half is filled.
  open: { d: 'M6 1.15a4.85 4.85 0 0 1 0 9.7a4.85 4.85 0 0 1 0-9.7zm0 1.3a3.55 3.55 0 0 0 0 7.1z' },
  'to-come': { d: ring, stroke: '1.3' },
  burning: { d: 'M2.2 1.9 6 5.4l3.8-3.5M2.2 6.6 6 10.1l3.8-3.5', stroke: '1.7' },
}

const dash: Shape = { d: 'M2.5 6h7', stroke: '1.2' }

type StateGlyphProps = Readonly<{ state: MarkedState; label?: string }>

/** Without a label it is decoration: the word must stand beside it. */
export function StateGlyph({ state, label }: StateGlyphProps) {
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg className={`${styles['glyph']} ${styles[state]}`} viewBox="0 0 12 12" {...naming}>
      <path {...drawn(shapes[state])} />
    </svg>
  )
}

const SIZE_PX = 10
const GAP_PX = 3

type StateGlyphsProps = Readonly<{
  /** Null where there was no state: a dash. */
  states: readonly (MarkedState | null)[]
  /** All of them in words; null where what they stand in says it. */
  label: string | null
  title?: string
}>

/** Several in a row, smaller, as one drawing. */
export function StateGlyphs({ states, label, title = label ?? undefined }: StateGlyphsProps) {
  const pitch = SIZE_PX + GAP_PX
  const naming = label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <span className={styles['row']} title={title} {...naming}>
      <svg width={states.length * pitch - GAP_PX} height={SIZE_PX} aria-hidden="true">
        {states.map((state, index) => {
          const place = `translate(${index * pitch}) scale(${SIZE_PX / 12})`
          const look = state === null ? drawn(dash) : drawn(shapes[state], styles[state])
          return <path key={place} {...look} transform={place} />
        })}
      </svg>
    </span>
  )
}

function drawn({ d, stroke, dashes, isEdged }: Shape, className = '') {
  if (stroke === undefined) return { d, className: isEdged ? `${styles['edged']} ${className}` : className }
  const look = dashes === undefined ? styles['line'] : `${styles['line']} ${styles['dashed']}`
  return { d, className: `${look} ${className}`, strokeWidth: stroke, strokeDasharray: dashes }
}
