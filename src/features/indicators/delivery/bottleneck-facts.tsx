import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'

import type { Bottleneck } from '../../../contract/delivery.ts'
import { formatRemaining } from '../../../domain/format.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Fact, FactList } from '../../../ui/fact-list.tsx'
import { Time } from '../../../ui/time.tsx'
import { deliveryPaths } from '../../../url/delivery-paths.ts'
import { indicatorPaths } from '../../../url/indicator-paths.ts'
import { paths } from '../../../url/paths.ts'
import type { TableRange } from '../../../url/view-range.ts'
import {
  bottleneckFigure,
  countedText,
  dayText,
  decisionOf,
  decisionWords,
  evidenceWords,
  leanWords,
  worstWords,
} from './bottleneck-words.ts'
import styles from './delivery.module.css'

type BottleneckFactsProps = Readonly<{ bottleneck: Bottleneck; range: TableRange }>

/** What the product knows by itself, with the way to it, and what people know besides. */
export function BottleneckFacts({ bottleneck, range }: BottleneckFactsProps) {
  const { team, teamName, concerned, tickets, incidents, entered, lean } = bottleneck
  const figure = bottleneckFigure(bottleneck)
  const held = entered?.isWithdrawn === true ? null : entered
  const decision = held?.decision ?? null
  return (
    <FactList>
      <Fact name="Services">{bottleneck.services.join(', ') || teamName}</Fact>
      <Fact name="What data show">
        {figure === null ? (
          <Absent reason="Data no longer show it; the decision stands" />
        ) : (
          `${figure.now}, ${[figure.than, worstWords(bottleneck)].filter((one) => one !== null).join(' of ')}`
        )}{' '}
        <Source bottleneck={bottleneck} range={range} />
      </Fact>
      {bottleneck.broken !== null && (
        <Fact name="Budgets">
          {bottleneck.broken.series.map(({ slo, sloSlug, deployment, periods, remaining }, at) => (
            <Fragment key={`${slo}@${deployment}`}>
              {at > 0 && '; '}
              <Link
                className="link"
                {...paths.slo({
                  team,
                  deployment,
                  service: bottleneck.services[0] ?? '',
                  sli: bottleneck.sli ?? '',
                  sloSlug,
                })}
              >
                {sloSlug} in {deployment}
              </Link>
              , {periods} periods
              {remaining !== null && `, ${formatRemaining(remaining)}\u202f% left`}
            </Fragment>
          ))}
        </Fact>
      )}
      <Fact name="Tickets">
        {countedText(tickets)}{' '}
        <Link className="link" {...indicatorPaths.supportTickets({ service: concerned, range })}>
          Tickets of {concerned.length === 1 ? 'the service' : 'the team’s services'}
        </Link>
      </Fact>
      <Fact name="Incidents">
        {countedText(incidents)}{' '}
        <Link className="link" {...indicatorPaths.recoveryTrend({ service: concerned, range })}>
          Their recovery
        </Link>
      </Fact>
      <Fact name="Evidence">
        {held === null || held.evidence.length === 0 ? (
          <Absent reason="Nobody entered evidence yet" />
        ) : (
          <ul className={styles['records']}>
            {held.evidence.map(({ kind, isFound, says, link }) => (
              <li key={`${kind} ${says}`}>
                {evidenceWords[kind]}, {isFound ? 'found' : 'looked for and not found'}: {says}{' '}
                {link !== null && (
                  <a className="link" href={link} target="_blank" rel="noreferrer">
                    Where it stands
                  </a>
                )}
              </li>
            ))}
          </ul>
        )}
        {lean !== null && <p className="muted">{leanWords[lean]}; people decide.</p>}
      </Fact>
      <Fact name="Decision">
        {decisionWords[decisionOf(bottleneck)]}
        {decision !== null && `: ${decision.reason}. ${decision.owner}, by ${dayText(decision.date)}`}
      </Fact>
      {held !== null && (
        <Fact name="Entered">
          {held.by}, <Time at={held.at} form="date-time" />, version {held.version}
        </Fact>
      )}
    </FactList>
  )
}

function Source({ bottleneck: { side, team, component, services }, range }: BottleneckFactsProps) {
  if (side === 'reliability') {
    return (
      <Link className="link" {...indicatorPaths.sloAdherence({ service: services })}>
        Period by period
      </Link>
    )
  }
  return (
    <Link
      className="link"
      {...deliveryPaths.delivery({
        team: [team],
        group: 'service',
        range,
        ...(component !== null && { component }),
      })}
    >
      Figures of the team’s services
    </Link>
  )
}
