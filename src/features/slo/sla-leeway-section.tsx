import type { BudgetHistory } from '../../contract/budget-history.ts'
import { formatCount, formatTarget } from '../../domain/format.ts'
import { isSlaLooser, slaLeeway } from '../../domain/sla.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'

/** What lies between the promise to ourselves and the one to customers. */
export function SlaLeewaySection({ history }: Readonly<{ history: BudgetHistory }>) {
  const { slaTarget, target } = history
  if (slaTarget === null) return null
  const newest = history.periods.at(-1)?.budget
  const leeway = slaLeeway(target, slaTarget, newest?.total ?? 0)
  // The share as a target's figure, 0.0005 as 0.05, without the binary noise of the subtraction.
  const points = formatTarget(Math.abs(leeway.share))
  return (
    <Section title="Leeway to the SLA" note={`SLA ${formatTarget(slaTarget)}${NARROW_SPACE}%`}>
      {isSlaLooser(slaTarget, target) ? (
        <p>
          {points} points
          {newest && newest.total > 0 && (
            <>
              , or {formatCount(leeway.badEvents)} more bad events of the {formatCount(newest.total)} in{' '}
              {newest.period.name}
              {newest.period.isOpen && ' so far'}
            </>
          )}
          .
        </p>
      ) : (
        <Notice kind="partial" title="The SLA is as tight as the SLO, or tighter">
          An SLA must be looser than the SLO that guards it.
        </Notice>
      )}
    </Section>
  )
}
