import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { catalogQueries } from '../../../api/catalog-queries.ts'
import { contractQueries } from '../../../api/contract-queries.ts'
import { decisionQueries } from '../../../api/decision-queries.ts'
import { policyQueries } from '../../../api/policy-queries.ts'
import { QueryPanel } from '../../../api/query-panel.tsx'
import { serviceCatalogQueries } from '../../../api/service-catalog-queries.ts'
import { Button } from '../../../ui/button.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { breachPaths } from '../../../url/breach-paths.ts'
import { catalogPaths } from '../../../url/catalog-paths.ts'
import { correctionPaths } from '../../../url/correction-paths.ts'
import { decisionPaths } from '../../../url/decision-paths.ts'
import { indicatorPaths } from '../../../url/indicator-paths.ts'
import { paths } from '../../../url/paths.ts'
import { AuditConsequences } from './audit-consequences.tsx'
import { AuditContracts } from './audit-contracts.tsx'
import { AuditFulfilment } from './audit-fulfilment.tsx'
import { AuditQuestion } from './audit-question.tsx'
import { AuditRecords } from './audit-records.tsx'
import { AuditTargets } from './audit-targets.tsx'
import styles from './audit.module.css'

const MOST = 500
const LINES = 5

/** What auditors ask about a service, each with what answers it and the way to where it stands. */
export function ServiceAudit({ service }: Readonly<{ service: string }>) {
  const slos = useQuery(catalogQueries.slos({ service, limit: MOST }))
  const decisions = useInfiniteQuery(decisionQueries.list({ service, limit: MOST }))
  const contracts = useQuery(contractQueries.list({ service, limit: MOST }))
  const policies = useQuery(policyQueries.list({ service }))
  const catalog = useQuery(serviceCatalogQueries.one(service))
  const skeleton = <Skeleton name="the answer" lines={LINES} />
  const only = { service: [service] }
  return (
    <>
      <p className={styles['acts']}>
        <Button onClick={() => window.print()}>Print</Button>
        <Link className="link" {...catalogPaths.service(service)}>
          {service} in the catalog
        </Link>
      </p>
      <AuditQuestion
        number={1}
        question="Where are its SLIs, SLOs and SLAs stated, and who agreed to them?"
        links={
          <>
            <Link className="link" {...paths.slosByService(only)}>
              SLOs by service
            </Link>
            <Link className="link" {...indicatorPaths.slasByService(only)}>
              SLAs by service
            </Link>
            <Link className="link" {...paths.catalogCode()}>
              The files
            </Link>
          </>
        }
      >
        <QueryPanel title="What is agreed" query={slos} skeleton={skeleton}>
          {({ items }) => <AuditTargets slos={items} />}
        </QueryPanel>
      </AuditQuestion>
      <AuditQuestion
        number={2}
        question="What was decided about it, by whom, and have all signed?"
        links={
          <Link className="link" {...decisionPaths.list(only)}>
            Decisions about {service}
          </Link>
        }
      >
        <QueryPanel title="Decisions" query={decisions} skeleton={skeleton}>
          {({ pages }) => <AuditRecords rows={pages.flatMap(({ items }) => items)} />}
        </QueryPanel>
      </AuditQuestion>
      <AuditQuestion
        number={3}
        question="Which contracts hold its SLAs?"
        links={
          <Link className="link" {...indicatorPaths.slaAdherence(only)}>
            SLA adherence
          </Link>
        }
      >
        <QueryPanel title="Contracts" query={contracts} skeleton={skeleton}>
          {({ items }) => <AuditContracts contracts={items} />}
        </QueryPanel>
      </AuditQuestion>
      <AuditQuestion
        number={4}
        question="Were they fulfilled?"
        links={
          <>
            <Link className="link" {...indicatorPaths.sloAdherence(only)}>
              SLO adherence
            </Link>
            <Link className="link" {...indicatorPaths.slaAdherence(only)}>
              SLA adherence
            </Link>
            <Link className="link" {...breachPaths.list(only)}>
              Breaches
            </Link>
            <Link className="link" {...correctionPaths.list(only)}>
              Corrections
            </Link>
          </>
        }
      >
        <QueryPanel title="Fulfilment" query={catalog} skeleton={skeleton}>
          {({ history, slaHistory }) => <AuditFulfilment slos={history} slas={slaHistory} />}
        </QueryPanel>
      </AuditQuestion>
      <AuditQuestion
        number={5}
        question="What follows when they are broken, and who agreed to that?"
        links={
          <Link className="link" {...paths.policies()}>
            Policies
          </Link>
        }
      >
        <QueryPanel title="Policies" query={policies} skeleton={skeleton}>
          {({ items }) => <AuditConsequences policies={items} contracts={contracts.data?.items ?? []} />}
        </QueryPanel>
      </AuditQuestion>
      <AuditQuestion
        number={6}
        question="Where is it seen live?"
        links={
          <>
            <Link className="link" {...paths.explore({ service })}>
              Budgets now
            </Link>
            <Link className="link" {...paths.status()}>
              Status
            </Link>
          </>
        }
      >
        <p className="muted">
          Every figure above leads to where it stands now; a frozen link keeps what was known then.
        </p>
      </AuditQuestion>
    </>
  )
}
