import { Link } from '@tanstack/react-router'

import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { paths } from '../../url/paths.ts'

export function BoardPage() {
  return (
    <>
      <PageHeader title="Transformation board" lede="Where each team stands on its way to SRE." />
      <Notice
        kind="missing"
        title="The board is not in this version yet"
        action={
          <Link className="link" {...paths.organization()}>
            Organization: services that kept every budget, by team and period
          </Link>
        }
      >
        Teams will stand here as cards that move from the first SLO to a sustained practice, with what each
        phase asks for. This address stays. Until then the results of the teams tell most:
      </Notice>
    </>
  )
}
