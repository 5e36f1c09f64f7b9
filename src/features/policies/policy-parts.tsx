import type { PolicyOnWire } from '../../contract/policies.ts'
import { policyStateWords } from '../../domain/describe-policies.ts'
import { Absent } from '../../ui/absent.tsx'
import { Fact, FactList } from '../../ui/fact-list.tsx'
import { Section } from '../../ui/section.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { boundWords, nextReviewWords } from './policy-text.ts'
import styles from './policies.module.css'
import { SilverBullets } from './silver-bullets.tsx'

type PolicyPartsProps = Readonly<{
  policy: PolicyOnWire
  /** Why the viewer may not write; null where they may. */
  whyNot: string | null
}>

/** All that was agreed beside the clauses. */
export function PolicyParts({ policy, whyNot }: PolicyPartsProps) {
  const { purpose, services, escalation, agreedBy, state, visibility, parts, description } = policy
  return (
    <Section title={policy.name} label="What was agreed">
      <FactList look="stacked">
        <Fact name="State">
          {policyStateWords[state]}
          {boundWords(policy)}
          {visibility === 'team' && ', kept to the team'}
        </Fact>
        <Fact name="Scope">{services.join(', ')}</Fact>
        <Fact name="Purpose">{purpose}</Fact>
        <Fact name="Who breaks ties">{escalation.join(', then ')}</Fact>
        <Fact name="Agreed by">
          {agreedBy.length === 0 ? <Absent reason="Nobody has agreed yet" /> : agreedBy.join(', ')}
        </Fact>
        <Fact name="Next review">
          <NextReview policy={policy} />
        </Fact>
        {policy.silverBulletsPerYear !== null && (
          <Fact name="Silver bullets">
            <SilverBullets policy={policy} whyNot={whyNot} />
          </Fact>
        )}
        {policy.thawTax !== null && (
          <Fact name="Thaw tax">Each day with a release in a stop adds {1 + policy.thawTax} days to it</Fact>
        )}
        {parts.map(({ title, text }) => (
          <Fact key={title} name={title}>
            {text}
          </Fact>
        ))}
        {description !== '' && <Fact name="Note">{description}</Fact>}
      </FactList>
    </Section>
  )
}

function NextReview({ policy }: Readonly<{ policy: PolicyOnWire }>) {
  const parts = nextReviewWords(policy)
  if (parts === null) return <Absent reason="No review is agreed" />
  const words = parts.filter(Boolean).join(' ')
  if (!policy.isReviewOverdue) return words
  return (
    <span className={`${styles['mark']} ${styles['pressing']}`}>
      <StateGlyph state="at-risk" />
      {words}: overdue
    </span>
  )
}
