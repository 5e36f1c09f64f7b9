import { Link } from '@tanstack/react-router'

import { Notice } from '../../ui/notice.tsx'
import { paths } from '../../url/paths.ts'

/** Nothing was promised to customers yet, which is a result: whom to ask and what to write is the next step. */
export function NoSlas() {
  return (
    <Notice
      kind="missing"
      title="No SLA is agreed yet"
      action={
        <>
          <Link className="link" {...paths.slosByService()}>
            See which SLOs could carry one
          </Link>{' '}
          <Link className="link" {...paths.catalog()}>
            and which team owns which service
          </Link>
        </>
      }
    >
      An SLA is agreed with the team that owns the service, and with legal counsel: looser than the SLO that
      guards it. It stands beside the SLOs as code, as kind Sla for an endpoint and ContractualSla for the
      contract that rests on it.
    </Notice>
  )
}
