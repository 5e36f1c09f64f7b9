import type { Correction } from '../../src/domain/correction.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { storyCorrections } from './stories.ts'
import type { Timeline } from './timeline.ts'

export function correctionsOf(timeline: Timeline, sloId: string, deployment: string): readonly Correction[] {
  return storyCorrections
    .filter((correction) => correction.sloId === sloId && correction.deployment === deployment)
    .map((correction): Correction => {
      const fromHour = timeline.hourAt(correction.start)
      const signed = {
        id: `${correction.kind}-${fromHour}`,
        author: correction.author,
        reason: correction.reason,
        at: isoFromHour(timeline.hourAt(correction.recorded)),
        withdrawnAt: null,
      }
      if (correction.kind === 'exclusion') {
        return { ...signed, kind: 'exclusion', fromHour, toHour: fromHour + correction.hours }
      }
      return {
        ...signed,
        kind: 'top-up',
        atHour: fromHour,
        share: correction.share,
        dependency: correction.dependency,
      }
    })
}
