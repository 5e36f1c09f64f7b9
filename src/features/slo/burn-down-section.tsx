import { BurnDownPanel } from '../../charts/burn-down-panel.tsx'
import type { BudgetHistory } from '../../contract/budget-history.ts'
import { zoneName } from '../../ui/time-format.ts'
import { useTimeZone } from '../../ui/zone.tsx'
import { defaultSloView, type SloView } from '../../url/slo-view.ts'
import { CoverageNotice } from './coverage-notice.tsx'
import { burnDownTitle, describeHistory } from './describe.ts'
import { WithoutLine } from './without-line.tsx'

type BurnDownSectionProps = Readonly<{
  history: BudgetHistory
  view: SloView
  onChange: (change: Partial<SloView>) => void
}>

export function BurnDownSection({ history, view, onChange }: BurnDownSectionProps) {
  const timeZone = useTimeZone()
  return (
    <>
      <CoverageNotice history={history} />
      <BurnDownPanel
        history={history}
        title={burnDownTitle(history, view)}
        note={`Times in ${zoneName(timeZone)}`}
        summary={describeHistory(history, view, timeZone)}
        figures={view.figures}
        isSliding={view.sliding}
        show={view.show}
        onShow={(show) => onChange({ show })}
        onZoom={(range) => onChange({ range, scale: defaultSloView.scale })}
        onZoomOut={
          'from' in view.range
            ? () => onChange({ range: defaultSloView.range, scale: defaultSloView.scale })
            : undefined
        }
      />
      <WithoutLine history={history} />
    </>
  )
}
