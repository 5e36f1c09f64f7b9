import type { BodyOf } from '../../contract/operations.ts'
import type { EnactmentBody, EnactmentOnWire } from '../../contract/enactments.ts'
import { consequenceWords } from '../../domain/describe-policies.ts'
import type { ConsequenceState } from '../../domain/policy-enactment.ts'
import { consequenceStateWords } from '../../ui/policy-words.ts'

export type ConsequenceDraft = Readonly<{ state: ConsequenceState; link: string; note: string }>

/** An enactment while it is filled in. */
export type EnactmentDraft = Readonly<{
  isAcknowledged: boolean
  note: string
  consequences: readonly ConsequenceDraft[]
}>

export function draftOf({ acknowledged, consequences }: EnactmentOnWire): EnactmentDraft {
  return {
    isAcknowledged: acknowledged !== null,
    note: acknowledged?.note ?? '',
    consequences: consequences.map(({ state, link, note }) => ({ state, link: link ?? '', note })),
  }
}

/** What somebody else saved, in the order of the clause. */
export function draftOfBody(
  { acknowledged, consequences }: EnactmentBody,
  enactment: EnactmentOnWire,
): EnactmentDraft {
  return {
    isAcknowledged: acknowledged !== null,
    note: acknowledged?.note ?? '',
    consequences: enactment.consequences.map((_, place) => {
      const told = consequences[place]
      return { state: told?.state ?? 'new', link: told?.link ?? '', note: told?.note ?? '' }
    }),
  }
}

export function sentOf(
  { isAcknowledged, note, consequences }: EnactmentDraft,
  before: EnactmentOnWire,
): Omit<BodyOf<'changeEnactment'>, 'seenVersion'> {
  return {
    acknowledged: isAcknowledged ? { note: note.trim() } : null,
    consequences: consequences.map((one, place) => {
      const told = before.consequences[place]
      return {
        state: one.state,
        // A state that somebody noted with its time keeps it.
        at: told !== undefined && told.by !== null && told.state === one.state ? told.stateAt : null,
        link: one.link.trim() === '' ? null : one.link.trim(),
        note: one.note.trim(),
      }
    }),
  }
}

/** What somebody else saved, for whoever has to choose. */
export function theirWords({ acknowledged, consequences }: EnactmentBody): readonly string[] {
  return [
    acknowledged === null ? 'Not acknowledged' : `Acknowledged by ${acknowledged.by}`,
    ...consequences.map(
      ({ kind, state }) =>
        `${consequenceWords({ kind, description: '', engineersPercent: null, within: null })}: ${consequenceStateWords[state].toLowerCase()}`,
    ),
  ]
}
