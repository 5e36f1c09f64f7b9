import type { Maturity } from '../../../contract/maturity.ts'
import { dayInWords } from '../../../domain/maturity.ts'
import { maturityLevels } from '../../../domain/maturity-model.ts'
import { StateGlyph } from '../../../ui/state-glyph.tsx'
import styles from './maturity.module.css'

/** Three places for coaching, and when to look again. */
export function LookNext({ maturity }: Readonly<{ maturity: Maturity }>) {
  const { lookNext, next } = maturity
  return (
    <section className={styles['next']} aria-labelledby="look-next">
      <h2 id="look-next">Where to look next</h2>
      {lookNext.length === 0 ? (
        <p className="muted">Every aspect that was answered is advanced.</p>
      ) : (
        <ul>
          {lookNext.map(({ aspect, reason }) => (
            <li key={aspect}>
              <StateGlyph state={reason === 'slipped' ? 'broken' : 'open'} />
              <Reason maturity={maturity} aspect={aspect} reason={reason} />
            </li>
          ))}
        </ul>
      )}
      <p className={styles['guide']}>
        A guide for coaching, not a target. Levels need not be climbed in order.{' '}
        {next !== null && (
          <>
            Next assessment: {dayInWords(next.date)}
            {next.isDue && <b>, which is due</b>}.
          </>
        )}
      </p>
    </section>
  )
}

type ReasonProps = Readonly<{ maturity: Maturity } & Maturity['lookNext'][number]>

function Reason({ maturity: { aspects, span }, aspect, reason }: ReasonProps) {
  const found = aspects.find((one) => one.aspect === aspect)
  if (found === undefined) return null
  const level = maturityLevels[found.now ?? 0] ?? 'regressive'
  const words = {
    slipped: 'slipped',
    unchanged: `unchanged in ${span ?? 'that time'}`,
    low: found[level].short.toLowerCase(),
  }
  return (
    <div>
      <b>
        {found.name}: {words[reason]}
      </b>
      <p className="muted">{found.comment === '' ? found[level].full : found.comment}</p>
    </div>
  )
}
