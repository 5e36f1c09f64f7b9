import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { organizationQueries } from '../../api/organization-queries.ts'
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

/** Endpoints promise something, but nothing was signed with a customer. */
export function NoContracts() {
  const { data } = useQuery(organizationQueries.current())
  if (data === undefined) return null
  if (data.isSimulated) {
    return (
      <Notice kind="missing" title="No contractual SLA is kept here">
        These simulated data were filled in by an earlier version of the program, which had no contracts.
        Start it with another folder and they are there: DATA_DIR=other npm start
      </Notice>
    )
  }
  return (
    <Notice kind="missing" title="No contractual SLA is agreed yet">
      The SLAs below stand by themselves. A promise to a customer stands beside them as code, as kind
      ContractualSla, and names those that it rests on.
    </Notice>
  )
}
