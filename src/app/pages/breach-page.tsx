import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'

import { accessQueries } from '../../api/access-queries.ts'
import { breachQueries } from '../../api/breach-queries.ts'
import { historyQueries } from '../../api/history-queries.ts'
import { may, whoMay } from '../../api/may.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { SloBreachDetail } from '../../contract/slo-breaches.ts'
import { hourFromIso, isoFromHour } from '../../domain/hours.ts'
import { BreachBody } from '../../features/breaches/breach-page-body.tsx'
import { BudgetAround } from '../../features/slo/budget-around.tsx'
import { ChangeTarget } from '../../features/slo/change-target/change-target.tsx'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

export function BreachPage() {
  const { breach: id } = useParams({ from: '/breaches/$breach' })
  const query = useQuery(breachQueries.one(id))
  return (
    <>
      {query.data === undefined ? (
        <PageHeader title="Breach" lede={id} />
      ) : (
        <BreachHeader detail={query.data} />
      )}
      <QueryPanel title="The breach" query={query} skeleton={<Skeleton name="The breach" lines={14} />}>
        {(detail) => <Body detail={detail} />}
      </QueryPanel>
    </>
  )
}

function BreachHeader({ detail: { breach } }: Readonly<{ detail: SloBreachDetail }>) {
  const { endpoint, sliName, service, deployment, end } = breach
  const name = [endpoint.verb, endpoint.path].filter(Boolean).join(' ')
  return (
    <PageHeader
      title={`Breach of ${name} ${sliName}, ${deployment}`}
      heading={
        <>
          Breach of <EndpointName {...endpoint} /> {sliName}
        </>
      }
      lede={
        <>
          {service} in {deployment}
          {end === null && <StateBadge state="burning">Goes on</StateBadge>}
        </>
      }
    />
  )
}

const HOURS_AROUND = 24

function Body({ detail }: Readonly<{ detail: SloBreachDetail }>) {
  const { breach } = detail
  const me = useQuery(accessQueries.me()).data
  const organization = useQuery(organizationQueries.current()).data
  const dataUpTo = organization?.dataUpTo ?? breach.end ?? breach.start
  const isMine = may(me, 'review-breach', breach.team)
  return (
    <BreachBody
      detail={detail}
      whyNot={
        isMine || me === undefined
          ? null
          : `A review needs ${whoMay('review-breach', breach.teamName)}; you are ${me.role === null ? 'a token' : me.role.replace('-', ' ')}.`
      }
      changeTarget={<NewTarget detail={detail} />}
      chart={
        organization && (
          <BudgetAround
            sloId={breach.sloId}
            deployment={breach.deployment}
            from={around(breach.start, -HOURS_AROUND, organization.dataFrom, 'not before')}
            to={around(breach.end ?? dataUpTo, HOURS_AROUND, organization.currentPeriod.end, 'not after')}
          />
        )
      }
    />
  )
}

/** A day more, as far as hours are held. */
function around(instant: string, hours: number, border: string, side: 'not before' | 'not after'): string {
  const moved = isoFromHour((hourFromIso(instant) ?? 0) + hours)
  if (side === 'not before') return moved < border ? border : moved
  return moved > border ? border : moved
}

function NewTarget({ detail: { breach } }: Readonly<{ detail: SloBreachDetail }>) {
  const history = useQuery(
    historyQueries.budget(breach.sloId, breach.deployment, { window: 'current-period' }),
  ).data
  return history === undefined ? null : <ChangeTarget history={history} />
}
