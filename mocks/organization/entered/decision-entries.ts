import { contentHash, signatureKey } from '../../../server/decisions/kept-decisions.ts'
import type { Entry } from '../../../server/entry-ports.ts'
import type { Decider, DecisionBody, DecisionEffect } from '../../../src/contract/decisions.ts'
import { isoFromHour, type Hour } from '../../../src/domain/hours.ts'
import type { Measurements } from '../measurements.ts'
import type { StoryTime, Timeline } from '../timeline.ts'
import { decisionFigures, type DecisionFigures } from './decision-figures.ts'
import { decisionStories, type DecisionStory } from './decision-stories.ts'
import { recentDecisionStories } from './decision-stories-recent.ts'

type World = Readonly<{ timeline: Timeline; measurements: Measurements }>

/** What Harbourline decided, on its own figures, and who signed it. */
export async function decisionEntries(
  { timeline, measurements }: World,
  anchorHour: Hour,
): Promise<readonly Entry[]> {
  const figures = decisionFigures({ timeline, measurements, nowHour: anchorHour })
  const told = await Promise.all(
    [...decisionStories, ...recentDecisionStories]
      .filter((story) => timeline.hourAt(story.at) <= anchorHour)
      .map((story) => entriesOf(story, figures, timeline)),
  )
  const now = isoFromHour(anchorHour)
  return told.flat().filter(({ at }) => at <= now)
}

async function entriesOf(
  story: DecisionStory,
  figures: DecisionFigures,
  timeline: Timeline,
): Promise<readonly Entry[]> {
  const { id, signed, effects = [], withdrawn } = story
  const recordedHour = timeline.hourAt(story.at)
  const body = bodyOf(story, figures, timeline)
  const [first] = body.deciders
  if (first === undefined) throw new Error(`Nobody decides "${id}"`)
  const entered = (
    kind: Entry['kind'],
    { key = id, version = 1, ...rest }: Pick<Entry, 'body'> & Partial<Entry>,
    hour: Hour,
    by: Decider = first,
  ): Entry => ({
    kind,
    key,
    version,
    isWithdrawn: false,
    by: { kind: 'person', id: by.person ?? by.name, name: by.name },
    at: isoFromHour(hour),
    ...rest,
  })
  const hash = await contentHash(id, 1, body)
  return [
    entered('decision', { body }, recordedHour),
    ...body.deciders.flatMap((decider, place) => {
      const after = signed[place] ?? null
      const key = signatureKey(id, 1, place)
      return after === null
        ? []
        : [
            entered(
              'decision-signature',
              { key, body: { hash, method: 'oidc' } },
              recordedHour + after,
              decider,
            ),
          ]
    }),
    ...(withdrawn === undefined
      ? []
      : [
          entered(
            'decision',
            { version: 2, isWithdrawn: true, body: { ...body, withdrawnBecause: withdrawn.because } },
            timeline.hourAt(withdrawn.at),
          ),
        ]),
    ...effects.map(({ at, effect }, place) => {
      const found: DecisionEffect = { heldOn: dayOf(at, timeline), nextOn: null, ...effect }
      return entered('decision-effect', { version: place + 1, body: found }, timeline.hourAt(at))
    }),
  ]
}

function bodyOf(story: DecisionStory, figures: DecisionFigures, timeline: Timeline): DecisionBody {
  const hour = timeline.hourAt(story.at)
  const day = (time: StoryTime | undefined) => (time === undefined ? null : dayOf(time, timeline))
  const { effectCheck } = story
  return {
    category: 'prioritisation',
    workflow: null,
    subject: { team: null, service: null, deployment: null, slo: null, sla: null },
    reasons: '',
    answers: [],
    outcome: null,
    deviation: null,
    deciders: [],
    workItems: [],
    contracts: [],
    clauses: [],
    supersedes: null,
    ...story.body(figures, hour),
    evidenceAt: isoFromHour(hour),
    validFrom: day(story.validFrom),
    nextReview: day(story.nextReview),
    effectCheck:
      effectCheck === undefined
        ? null
        : { on: dayOf(effectCheck.on, timeline), hypothesis: effectCheck.hypothesis },
    isDraft: story.isDraft ?? false,
    withdrawnBecause: null,
  }
}

function dayOf(time: StoryTime, timeline: Timeline): string {
  return isoFromHour(timeline.hourAt(time)).slice(0, 10)
}
