import { Link } from '@tanstack/react-router'

import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { paths } from '../../url/paths.ts'

export function MaturityPage() {
  return (
    <>
      <PageHeader
        title="Transformation maturity"
        lede="What progressed, stagnated or slipped between assessments."
      />
      <Notice
        kind="missing"
        title="Assessments are not in this version yet"
        action={
          <Link className="link" {...paths.catalog({ withoutSlo: true })}>
            Service catalog: services without an SLO
          </Link>
        }
      >
        Two assessments will be compared here, area by area. This address stays. Until then, which services
        still lack an SLO says where a team begins:
      </Notice>
    </>
  )
}
