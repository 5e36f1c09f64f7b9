import { useMutation, useQuery } from '@tanstack/react-query'

import { accessQueries } from '../../../api/access-queries.ts'
import { decisionChanges } from '../../../api/decision-queries.ts'
import { RefusedChange } from '../../../api/refused-change.tsx'
import type {
  DecisionDetail,
  DecisionSignature,
  DecisionVersion,
} from '../../../contract/decision-answers.ts'
import { isDecider, mayFollow } from '../../../domain/decision.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { StateGlyph } from '../../../ui/state-glyph.tsx'
import { Time } from '../../../ui/time.tsx'
import { PlainTable } from '../plain-table.tsx'
import { methodWords } from './decision-words.ts'
import styles from './record.module.css'

type RecordSignaturesProps = Readonly<{ detail: DecisionDetail; latest: DecisionVersion }>

/** Who decides, in which role, and who has signed what. */
export function RecordSignatures({ detail, latest }: RecordSignaturesProps) {
  const { signatures, hash, version, isWithdrawn } = latest
  const signedCount = signatures.filter(({ signed }) => signed?.isFitting === true).length
  return (
    <Section
      title="Who decides"
      note={signatures.length === 0 ? undefined : `${signedCount} of ${signatures.length} signed`}
    >
      {signatures.length === 0 ? (
        <p className="muted">Nobody is named yet.</p>
      ) : (
        <PlainTable name="Deciders and signatures" heads={['Name', 'Role', 'Signature']}>
          {signatures.map((one) => (
            <tr key={`${one.name} ${one.role}`}>
              <th scope="row">{one.name}</th>
              <td>{one.role}</td>
              <td>
                <Signature of={one} />
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      <Sign detail={detail} />
      <p className={`muted ${styles['hash']} ${styles['below']}`}>
        Content of version {isWithdrawn ? version - 1 : version}: SHA-256 <code>{hash}</code>
      </p>
    </Section>
  )
}

function Signature({ of: { signed } }: Readonly<{ of: DecisionSignature }>) {
  if (signed === null) return <span className="muted">Not signed yet</span>
  return (
    <span className={styles['state']}>
      <StateGlyph state={signed.isFitting ? 'fulfilled' : 'broken'} />
      <span>
        {signed.isFitting ? 'Signed' : 'Does not fit what stands here:'} <Time at={signed.at} form="full" />,{' '}
        <span className="muted">by {methodWords[signed.method]}</span>
      </span>
    </span>
  )
}

function Sign({ detail: { decision } }: Readonly<{ detail: DecisionDetail }>) {
  const me = useQuery(accessQueries.me()).data
  const sign = useMutation(decisionChanges.sign())
  if (me === undefined || me.kind !== 'person' || !mayFollow(decision.state, 'sign')) return null
  const own = decision.deciders.find((decider) => isDecider(decider, me))
  if (own === undefined) {
    const waiting = decision.deciders.filter(({ signedAt }) => signedAt === null).map(({ name }) => name)
    return (
      <p className={`muted ${styles['below']}`}>
        Waits for {waiting.join(', ')}. Everybody signs for themselves only.
      </p>
    )
  }
  if (own.signedAt !== null)
    return <p className={`muted ${styles['below']}`}>You have signed this version.</p>
  return (
    <>
      <RefusedChange title="It was not signed" error={sign.error} />
      <p className={`${styles['noPrint']} ${styles['below']}`}>
        <Button
          look="primary"
          disabled={sign.isPending}
          onClick={() => sign.mutate({ id: decision.id, body: { version: decision.version } })}
        >
          {sign.isPending ? 'Signing' : `Sign as ${own.role}`}
        </Button>{' '}
        <span className="muted">
          {me.name}, version {decision.version} as it stands here.
        </span>
      </p>
    </>
  )
}
