import type { Decider } from '../../../contract/decisions.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import styles from './decision-form.module.css'

const MOST_DECIDERS = 20
const MOST_WORDS = 300

type DeciderFieldsProps = Readonly<{
  deciders: readonly Decider[]
  mistake: string | undefined
  onChange: (deciders: readonly Decider[]) => void
}>

/** Everybody who has to sign, with the role in which they do. */
export function DeciderFields({ deciders, mistake, onChange }: DeciderFieldsProps) {
  const change = (place: number, part: Partial<Decider>) =>
    onChange(deciders.map((decider, index) => (index === place ? { ...decider, ...part } : decider)))
  return (
    <fieldset className={styles['deciders']}>
      <legend>Who decides and signs</legend>
      {deciders.map((decider, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line is known by its place: names change while they are typed
        <div key={place} className={styles['decider']}>
          <input
            type="text"
            aria-label={`Name of decider ${place + 1}`}
            placeholder="Name, as they sign in"
            value={decider.name}
            maxLength={MOST_WORDS}
            autoComplete="off"
            // Another name is another person.
            onChange={(event) => change(place, { name: event.target.value, person: null })}
          />
          <input
            type="text"
            aria-label={`Role of decider ${place + 1}`}
            placeholder="Role, as in product owner"
            value={decider.role}
            maxLength={MOST_WORDS}
            autoComplete="off"
            aria-invalid={(mistake !== undefined && decider.name !== '' && decider.role === '') || undefined}
            onChange={(event) => change(place, { role: event.target.value })}
          />
          <Button
            look="quiet"
            aria-label={`Remove decider ${place + 1}`}
            disabled={deciders.length === 1}
            onClick={() => onChange(deciders.filter((_one, index) => index !== place))}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
      {mistake !== undefined && <p className={styles['wrong']}>{mistake}</p>}
      <p>
        <Button
          disabled={deciders.length >= MOST_DECIDERS}
          onClick={() => onChange([...deciders, { name: '', role: '', person: null }])}
        >
          Add a decider
        </Button>
      </p>
    </fieldset>
  )
}
