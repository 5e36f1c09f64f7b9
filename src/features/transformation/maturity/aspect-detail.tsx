import type { ComparedAspect, MaturityEvidence } from '../../../contract/maturity.ts'
import { maturityLevels } from '../../../domain/maturity-model.ts'
import { linkedText } from './linked-text.tsx'
import styles from './maturity.module.css'
import { ProductEvidence } from './product-evidence.tsx'

type AspectDetailProps = Readonly<{
  aspect: ComparedAspect
  evidence: readonly MaturityEvidence[]
  days: number
}>

/** What the assessor wrote, and what data tell. */
export function AspectDetail({ aspect, evidence, days }: AspectDetailProps) {
  const { now, comment, commentBefore } = aspect
  const level = now === null ? null : maturityLevels[now]
  return (
    <dl className={styles['facts']}>
      {level !== null && level !== undefined && <Fact name="Level">{aspect[level].full}</Fact>}
      <Fact name="Comment">{comment === '' ? <NoWords /> : comment}</Fact>
      {commentBefore !== '' && <Fact name="Before">{commentBefore}</Fact>}
      <Fact name="Evidence">{aspect.evidence === '' ? <NoWords /> : linkedText(aspect.evidence)}</Fact>
      {evidence.length > 0 && (
        <Fact name="Data say">
          <ProductEvidence evidence={evidence} days={days} />
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: Readonly<{ name: string; children: React.ReactNode }>) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function NoWords() {
  return <span className="muted">None was given</span>
}
