import type { BottleneckEntered, EvidenceEntered } from '../../../contract/delivery.ts'
import type { DecisionState } from '../../../domain/bottleneck.ts'

export type EvidenceDraft = Readonly<{
  /** Keeps the fields of one together while others are taken out. */
  key: string
  kind: EvidenceEntered['kind']
  isFound: boolean
  says: string
  link: string
}>

export type BottleneckDraft = Readonly<{
  evidence: readonly EvidenceDraft[]
  outcome: DecisionState
  reason: string
  owner: string
  date: string
}>

let made = 0

export function blankEvidence(): EvidenceDraft {
  made += 1
  return { key: `new-${made}`, kind: 'customer-tickets', isFound: true, says: '', link: '' }
}

export function draftOf(entered: BottleneckEntered | null): BottleneckDraft {
  const decision = entered?.decision ?? null
  return {
    evidence: (entered?.evidence ?? []).map(({ link, ...one }) => ({
      ...blankEvidence(),
      ...one,
      link: link ?? '',
    })),
    outcome: decision?.outcome ?? 'open',
    reason: decision?.reason ?? '',
    owner: decision?.owner ?? '',
    date: decision?.date ?? '',
  }
}

export function enteredFrom({ evidence, outcome, reason, owner, date }: BottleneckDraft): BottleneckEntered {
  return {
    evidence: evidence.map(({ kind, isFound, says, link }) => ({
      kind,
      isFound,
      says: says.trim(),
      link: link.trim() === '' ? null : link.trim(),
    })),
    decision: outcome === 'open' ? null : { outcome, reason: reason.trim(), owner: owner.trim(), date },
  }
}

/** By field; those of evidence by its key. */
export type BottleneckMistakes = Readonly<Record<string, string>>

const day = /^\d{4}-\d{2}-\d{2}$/
const address = /^https?:\/\/[^\s/]+/

export function mistakesOf({ evidence, outcome, reason, owner, date }: BottleneckDraft): BottleneckMistakes {
  const isDecided = outcome !== 'open'
  return {
    ...Object.fromEntries(
      evidence.flatMap(({ key, says, link }) => [
        ...(says.trim() === '' ? [[`${key} says`, 'Say what was found, or looked for']] : []),
        ...(link.trim() !== '' && !address.test(link.trim())
          ? [[`${key} link`, 'An address that begins with http:// or https://']]
          : []),
      ]),
    ),
    ...(isDecided && reason.trim() === '' && { reason: 'Say why' }),
    ...(isDecided && owner.trim() === '' && { owner: 'Say whose it is' }),
    ...(isDecided && !day.test(date) && { date: 'The day by which it is done, or looked at again' }),
    ...(!isDecided && evidence.length === 0 && { all: 'Add evidence, or decide.' }),
  }
}
