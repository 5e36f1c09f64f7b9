import type { ServiceState as State } from '../../domain/service-status.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import styles from './status.module.css'

type ServiceStateProps = Readonly<{
  state: State
  /** The word is for screen readers alone. */ isQuiet?: boolean
}>

const words: Readonly<Record<State, string>> = { impacted: 'Impacted', healthy: 'Healthy' }
const glyphs = { impacted: 'exhausted', healthy: 'healthy' } as const

/** Shape and word, as budgets have them; not what is left of a budget, but whether people can use it. */
export function ServiceState({ state, isQuiet = false }: ServiceStateProps) {
  if (isQuiet) return <StateGlyph state={glyphs[state]} label={words[state]} />
  return (
    <span className={styles[state]}>
      <StateGlyph state={glyphs[state]} /> {words[state]}
    </span>
  )
}
