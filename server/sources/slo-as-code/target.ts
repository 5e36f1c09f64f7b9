import { PPB, allowancePpb } from '../../../src/domain/target.ts'
import type { FieldPath } from '../../yaml/mistake.ts'
import type { SourceDocument } from '../../yaml/source-document.ts'

/** Below this, a percent is a share that somebody wrote into the wrong field. */
const LEAST_PERCENT = 1

/** A share from a field that holds a share, or null with the mistake. */
export function shareTarget(document: SourceDocument, path: FieldPath, value: number): number | null {
  if (Math.round(value * PPB) > 0 && value <= 1) return checked(document, path, value)
  const isPercent = value > 1 && value <= 100
  document.error({
    rule: isPercent ? 'percent-for-share' : 'out-of-range',
    path,
    problem: 'it must be a share above 0 and at most 1',
    hint: isPercent ? `${value} looks like percent; as a share it is ${shareFromPercent(value)}.` : undefined,
  })
  return null
}

/** A share from a field that holds percent, or null with the mistake. */
export function percentTarget(document: SourceDocument, path: FieldPath, value: number): number | null {
  if (value > LEAST_PERCENT && value <= 100) return checked(document, path, shareFromPercent(value))
  const isShare = value > 0 && value <= LEAST_PERCENT
  document.error({
    rule: isShare ? 'share-for-percent' : 'out-of-range',
    path,
    problem: 'it must be percent, above 1 and at most 100',
    hint: isShare ? `${value} looks like a share; in percent it is ${percentFromShare(value)}.` : undefined,
  })
  return null
}

/** Exact to the billionth, which is as fine as budgets are counted: 99.9 is 0.999, not 0.9990000000000001. */
function shareFromPercent(percent: number): number {
  return Math.round(percent * 1e7) / PPB
}

export function percentFromShare(share: number): number {
  return Math.round(share * PPB) / 1e7
}

function checked(document: SourceDocument, path: FieldPath, share: number): number {
  const target = Math.round(share * PPB) / PPB
  if (allowancePpb(target) === 0) {
    document.warn({
      rule: 'no-budget',
      path,
      problem: 'leaves no error budget: the first bad event breaks it',
      hint: 'Agree on a target below 100 % that users cannot tell from it, such as 99.99 %.',
    })
  }
  return target
}
