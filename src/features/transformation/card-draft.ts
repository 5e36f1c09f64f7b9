import type { CardBody } from '../../contract/board.ts'

/** A card while it is filled in. */
export type CardDraft = Readonly<{
  reached: readonly string[]
  nextStep: string
  /** Empty for none. */
  coachVisit: string
  note: string
  group: number | null
  readiness: CardBody['readiness']
}>

export function draftOf({
  reached,
  nextStep,
  coachVisit,
  note,
  group,
  readiness,
}: Omit<CardBody, 'moves'>): CardDraft {
  return {
    reached: reached.map(({ measure }) => measure),
    nextStep,
    coachVisit: coachVisit ?? '',
    note,
    group,
    readiness,
  }
}

/** What theirs says where it says something else. */
export function differencesOf(mine: CardDraft, theirs: CardDraft): readonly string[] {
  const said = (text: string) => (text === '' ? 'nothing' : `“${text}”`)
  const differs: readonly (readonly [boolean, string])[] = [
    [mine.nextStep !== theirs.nextStep, `next step ${said(theirs.nextStep)}`],
    [mine.coachVisit !== theirs.coachVisit, `the coach comes on ${theirs.coachVisit || 'no day'}`],
    [mine.note !== theirs.note, `note ${said(theirs.note)}`],
    [mine.group !== theirs.group, `group ${theirs.group ?? 'not said'}`],
    [
      mine.reached.toSorted().join(' ') !== theirs.reached.toSorted().join(' '),
      `${theirs.reached.length} exit measures reached, here ${mine.reached.length}`,
    ],
    [JSON.stringify(mine.readiness) !== JSON.stringify(theirs.readiness), 'another state of readiness'],
  ]
  return differs.filter(([isOther]) => isOther).map(([, words]) => words)
}
