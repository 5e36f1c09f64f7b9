import type { SetSlo } from '../../../contract/set-slo.ts'
import { formatTarget } from '../../../domain/format.ts'
import { formatReliability } from '../../../domain/format-reliability.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import { shareOfPercent } from './percent-text.ts'
import styles from './set-slo.module.css'

type ReachProps = Readonly<
  Pick<SetSlo, 'reach' | 'wish'> & {
    /** By the address; null where the one looked at is what the data lean to. */
    asked: number | null
    onTarget: (target: number | null) => void
  }
>

/** What is possible with the dependencies, and what a target would ask of each part. */
export function Reach({ reach, wish, asked, onTarget }: ReachProps) {
  const [text, setText] = useDraft(asked === null ? '' : formatTarget(asked), (typed) => {
    const target = shareOfPercent(typed)
    if (target !== null || typed.trim() === '') onTarget(target)
  })
  const isWrong = text.trim() !== '' && shareOfPercent(text) === null
  return (
    <div className={styles['reach']}>
      <div className={styles['figures']}>
        <dl>
          <div>
            <dt>By what they promise</dt>
            <dd>{shareFigure(reach.promised, 'No dependency promises an availability')}</dd>
          </div>
          <div>
            <dt>By what they kept</dt>
            <dd>{shareFigure(reach.kept, 'Nothing was measured')}</dd>
          </div>
          <div>
            <dt>Needed of each part{wish !== null && ` for ${formatTarget(wish.target)}\u202f%`}</dt>
            <dd>{shareFigure(wish?.perPart ?? null, 'No target is looked at')}</dd>
          </div>
        </dl>
        <TextField
          label="Target to look at, %"
          value={text}
          inputMode="decimal"
          autoComplete="off"
          onChange={setText}
          placeholder={wish === null ? '' : formatTarget(wish.target)}
          mistake={isWrong && 'Above 0 and below 100, as 99.9'}
        />
      </div>
      <p>{reach.says}</p>
      {wish !== null && (
        <p role="status" className={wish.reach === 'beyond' ? styles['beyond'] : undefined}>
          {wish.says}
        </p>
      )}
      <p className={styles['rule']}>{reach.rule}</p>
    </div>
  )
}

function shareFigure(share: number | null, reason: string) {
  return share === null ? <Absent reason={reason} /> : <Figure value={formatReliability(share)} unit="%" />
}
