import type { BottleneckSide, Outcome } from './bottleneck.ts'
import { counted, sentences } from './indicator-words.ts'

type Described = Readonly<{ side: BottleneckSide; isDetected: boolean; decision: Outcome | 'open' }>

/** How many there are on each side, and what was decided on them. */
export function describeBottlenecks(bottlenecks: readonly Described[]): string {
  const detected = bottlenecks.filter(({ isDetected }) => isDetected)
  if (bottlenecks.length === 0) return 'Data show no bottleneck, neither of delivery nor of reliability.'
  const ofSide = (side: BottleneckSide) => detected.filter((one) => one.side === side).length
  const decided = (decision: Described['decision']) =>
    bottlenecks.filter((one) => one.decision === decision).length
  const open = decided('open')
  const gone = bottlenecks.length - detected.length
  return sentences([
    `Data show ${counted(ofSide('efficiency'), 'bottleneck')} of delivery and ${ofSide('reliability')} of reliability.`,
    `${decided('prioritise')} ${decided('prioritise') === 1 ? 'is' : 'are'} prioritised, ${decided('not-now')} ${decided('not-now') === 1 ? 'is' : 'are'} left for now, ${open} ${open === 1 ? 'is' : 'are'} not decided.`,
    gone === 0
      ? null
      : `${gone} more ${gone === 1 ? 'was' : 'were'} decided on and no longer ${gone === 1 ? 'shows' : 'show'}.`,
  ])
}
