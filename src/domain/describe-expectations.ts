import type { ExpectationState } from './expectation.ts'
import { counted, sentences } from './indicator-words.ts'

type Counts = Readonly<Record<ExpectationState, number>>

/** How many expectations there are, and how they stand. */
export function describeExpectations(counts: Counts): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (all === 0) return 'Nothing is expected of SRE in writing yet.'
  const judged = counts.met + counts['not-met']
  const open = counts['on-track'] + counts['not-due']
  return sentences([
    judged === 0
      ? `${counted(all, 'expectation')}, none of them due yet.`
      : `${counts.met} of ${counted(judged, 'expectation')} that were due ${counts.met === 1 ? 'is' : 'are'} met.`,
    open === 0 ? null : `${open} ${open === 1 ? 'is' : 'are'} open, ${counts['on-track']} of them on track.`,
    counts['not-measurable'] === 0 ? null : `${counts['not-measurable']} cannot be measured.`,
    counts.changed === 0 ? null : `${counts.changed} ${counts.changed === 1 ? 'was' : 'were'} changed.`,
  ])
}
