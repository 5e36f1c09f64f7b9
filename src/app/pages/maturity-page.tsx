import { useQuery } from '@tanstack/react-query'

import { accessQueries } from '../../api/access-queries.ts'
import { usePermission } from '../../api/use-permission.ts'
import { Assess } from '../../features/transformation/maturity/assess.tsx'
import { Maturity } from '../../features/transformation/maturity/maturity.tsx'
import { NewAssessment } from '../../features/transformation/maturity/new-assessment.tsx'
import { TransformationTabs } from '../../features/transformation/transformation-tabs.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { maturityViewCodec } from '../../url/maturity-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'

export function MaturityPage() {
  const [view, setView] = useUrlState(maturityViewCodec)
  const isKnown = useQuery(accessQueries.me()).data !== undefined
  // Whoever may assess one team may assess all.
  const { whyNot } = usePermission('assess-maturity', 'all teams')
  if (view.assess !== null) {
    if (!isKnown) return <Skeleton name="the assessment" lines={14} />
    return <Assess id={view.assess} view={view} onView={setView} whyNot={whyNot} />
  }
  return (
    <Maturity
      view={view}
      onView={setView}
      tabs={<TransformationTabs />}
      begin={
        whyNot === null ? (
          <NewAssessment team={view.team} onBegun={(assess) => setView({ assess, aspect: null })} />
        ) : (
          isKnown && <span className="muted">A new assessment: {whyNot.toLowerCase()}</span>
        )
      }
      mayAssess={whyNot === null}
    />
  )
}
