import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import type { SloBreachDetail } from '../../contract/slo-breaches.ts'
import { takenWords } from '../../domain/format-depletion.ts'
import { formatBurnRate, formatCount, formatTarget } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import { Duration } from '../../ui/duration.tsx'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { Fact, FactList } from '../../ui/fact-list.tsx'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { NewTab } from '../../ui/new-tab.tsx'
import { Percent } from '../../ui/percent.tsx'
import { thresholdWords, windowWords } from '../../ui/slo-words.ts'
import { Time } from '../../ui/time.tsx'
import { breachPaths } from '../../url/breach-paths.ts'
import { paths } from '../../url/paths.ts'
import { howFarWords } from './breach-words.ts'
import styles from './breach.module.css'

/** What an alert of it says: whose, what was promised, how far broken, what is left, and whom it told. */
export function BreachFacts({ detail }: Readonly<{ detail: SloBreachDetail }>) {
  const { breach, burningSince, targetThen, remainingBefore, remainingAfter, period } = detail
  const { endpoint, sliName, thresholdMs, priority, peakRate, peakLongHours, depletion, isEstimate } = breach
  return (
    <FactList look="columns">
      <Fact name="Endpoint">
        <EndpointName {...endpoint} /> of{' '}
        <Link className="link" {...paths.explore({ team: breach.team, service: breach.service })}>
          {breach.service}
        </Link>
      </Fact>
      <Fact name="SLO">
        <Link className="link" {...paths.slo(breach)}>
          {sliName} {formatTarget(targetThen)}
          {NARROW_SPACE}%{thresholdMs !== null && ` ${thresholdWords(thresholdMs)}`}
        </Link>
        {priority !== null && <span className="muted">, priority {priority}</span>}
        {targetThen !== breach.target && <span className="muted">, the target of then</span>}
      </Fact>
      <Fact name="Deployment">{breach.deployment}</Fact>
      <Fact name="In breach">
        <Time at={breach.start} form="day-time" /> to{' '}
        {breach.end === null ? 'now' : <Time at={breach.end} form="day-time" />},{' '}
        <Duration hours={breach.hours} />
        {burningSince !== null && (
          <span className="muted">
            ; burning since <Time at={burningSince} form="day-time" />
          </span>
        )}
      </Fact>
      <Fact name="Broken by">
        {peakRate === null ? (
          <Absent reason="Only a tool reported it, and says nothing of it" />
        ) : (
          howFarWords(peakRate, peakLongHours)
        )}
      </Fact>
      <Fact name={`Budget of ${period.name}`}>
        {remainingBefore === null || remainingAfter === null ? (
          <Absent reason="A target of 100 % leaves no budget" />
        ) : (
          <>
            <Percent ratio={remainingBefore} /> left when it began, <Percent ratio={remainingAfter} />{' '}
            {breach.end === null ? 'now' : 'when it ended'}
          </>
        )}
      </Fact>
      <Fact name="It took">
        {depletion === null ? (
          <Absent reason="There is no budget to take of" />
        ) : (
          <>
            {takenWords(depletion, isEstimate)} of the budget, {formatCount(breach.bad)} bad{' '}
            {breach.bad === 1 ? 'event' : 'events'}
          </>
        )}
      </Fact>
      <Fact name="Rules">
        <Rules detail={detail} />
        <div>
          <Link
            className="link"
            {...breachPaths.rules(breach.team, { slo: breach.sloId, deployment: breach.deployment })}
          >
            Try another rule
          </Link>
        </div>
      </Fact>
      <Fact name="Alert">
        <AlertWords detail={detail} />
      </Fact>
      <Fact name="Release before">
        {breach.releaseBefore === null ? (
          <Absent reason="None in the 24 hours before it began" />
        ) : (
          <>
            <b>{breach.releaseBefore.version}</b> <Time at={breach.releaseBefore.at} form="day-time" />
          </>
        )}
      </Fact>
      <Fact name="Incidents">
        <Incidents detail={detail} />
      </Fact>
      <Fact name="Runbook">
        {detail.runbookUrl === null ? (
          <Absent reason="No runbook is agreed. The owner names one with the SLO" />
        ) : (
          <Away url={detail.runbookUrl}>Open the runbook</Away>
        )}
      </Fact>
      <Fact name="Look further">
        <LookFurther detail={detail} />
      </Fact>
    </FactList>
  )
}

function Away({ url, children }: Readonly<{ url: string; children: ReactNode }>) {
  return (
    <a className="link" href={url} target="_blank" rel="noreferrer">
      {children}
      <NewTab />
    </a>
  )
}

/** While it goes on, what to do about it stands on the page of whoever is on call. */
function LookFurther({ detail: { breach, links } }: Readonly<{ detail: SloBreachDetail }>) {
  const isOpen = breach.end === null
  if (links.length === 0 && !isOpen)
    return <Absent reason="The server’s settings name no links to logs and dashboards" />
  const { sloId, deployment } = breach
  return (
    <span className={styles['links']}>
      {isOpen && (
        <Link className="link" {...paths.onCall({ selected: { sloId, deployment } })}>
          On call
        </Link>
      )}
      {links.map(({ name, url }) => (
        <Away key={name} url={url}>
          {name}
        </Away>
      ))}
    </span>
  )
}

function Rules({ detail: { rules, isOwnRule, breach } }: Readonly<{ detail: SloBreachDetail }>) {
  const held = rules.filter((rule) => rule.held)
  if (held.length === 0) return <Absent reason="Only a tool reported it; no rule of ours held" />
  const isCoarse = held.some(({ shortMinutes }) => shortMinutes % 60 !== 0)
  return (
    <>
      {held
        .map(
          ({ severity, longHours, rate }) =>
            `${severity} above ${formatBurnRate(rate)}× over ${windowWords(longHours)}`,
        )
        .join(', ')}
      <span className="muted">
        {isOwnRule ? (
          <>
            , the rule of {breach.teamName}
            {isCoarse && '; seen by the hour'}
          </>
        ) : (
          isCoarse && '; short windows seen by the hour'
        )}
      </span>
    </>
  )
}

function AlertWords({ detail: { breach, snoozeHours } }: Readonly<{ detail: SloBreachDetail }>) {
  const { alertedAt, alertCount, silentUntil, end } = breach
  if (alertCount === 0) {
    return (
      <>
        Snoozed after an earlier alert
        {silentUntil !== null && (
          <>
            {' '}
            until <Time at={silentUntil} form="day-time" />
          </>
        )}
        . It depletes all the same.
      </>
    )
  }
  return (
    <>
      {alertedAt !== null && <Time at={alertedAt} form="day-time" />}
      {alertCount > 1 && `, ${alertCount} times`}
      <span className="muted">
        {snoozeHours === 0 || silentUntil === null ? (
          '; no snooze'
        ) : (
          <>
            ; {end === null ? 'silent' : 'was silent'} until <Time at={silentUntil} form="day-time" />
          </>
        )}
      </span>
    </>
  )
}

function Incidents({ detail: { breach } }: Readonly<{ detail: SloBreachDetail }>) {
  if (breach.incidents.length === 0) return <Absent reason="None of the service was going on" />
  return (
    <span className={styles['links']}>
      {breach.incidents.map(({ id, title, priority, url }) => {
        const words = `${title ?? id}${priority === null ? '' : `, priority ${priority}`}`
        return url === null ? (
          <span key={id}>{words}</span>
        ) : (
          <Away key={id} url={url}>
            {words}
          </Away>
        )
      })}
    </span>
  )
}
