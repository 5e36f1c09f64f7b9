import type { BudgetHistory } from '../../contract/budget-history.ts'
import { Notice } from '../../ui/notice.tsx'
import { Time } from '../../ui/time.tsx'

/** Why there is no line, or none that falls: a target of 100 %, or nobody asking. */
export function WithoutLine({ history }: Readonly<{ history: BudgetHistory }>) {
  const newest = history.periods.at(-1)?.budget
  if (!newest) return null
  const { name } = newest.period
  if (newest.remaining === null) {
    return (
      <Notice kind="missing" title="A target of 100 % has no budget to burn">
        {newest.bad === 0 ? (
          <>
            No bad event in {name} so far. The first one exhausts and breaks it, and no line shows it coming.
          </>
        ) : (
          <>
            The first bad event of {name} came{' '}
            {newest.exhaustedAt && <Time at={newest.exhaustedAt} form="date-time" />}; with it the target was
            missed. The table shows every hour.
          </>
        )}
      </Notice>
    )
  }
  if (newest.state === 'no-traffic') {
    return (
      <Notice kind="missing" title={`Nobody asked in ${name}${newest.period.isOpen ? ' so far' : ''}`}>
        Every hour was measured and had no events, so the budget is untouched. That is neither fulfilled nor
        broken.
      </Notice>
    )
  }
  return null
}
