import { Link } from '@tanstack/react-router'

import type { CatalogService } from '../../contract/service-catalog.ts'
import { formatDay } from '../../domain/day.ts'
import { formatTarget } from '../../domain/format.ts'
import { asSentence } from '../../domain/indicator-words.ts'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { Time } from '../../ui/time.tsx'
import { Section } from '../../ui/section.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { indicatorNames } from '../../url/indicator-names.ts'
import { catalogPaths } from '../../url/catalog-paths.ts'
import { decisionPaths } from '../../url/decision-paths.ts'
import { agreementPaths } from '../../url/agreement-paths.ts'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import { breachPaths } from '../../url/breach-paths.ts'
import { paths } from '../../url/paths.ts'
import { agreementWords, attributeWords, whyNoState } from './catalog-words.ts'
import { EnteredFacts } from './entered-facts.tsx'
import { ServiceAttributes } from './service-attributes.tsx'
import { ServiceDocument } from './service-document.tsx'
import { ServiceHistory } from './service-history.tsx'
import styles from './service-page.module.css'
import { ServiceSlos } from './service-slos.tsx'

/** Everything the catalog knows of one service, with where each thing is known from. */
export function ServicePage({ detail }: Readonly<{ detail: CatalogService }>) {
  const { service, slos } = detail
  const missing = service.missing.filter((one) => one !== 'confirmed')
  return (
    <>
      {service.description !== '' && <Sentence>{asSentence(service.description)}</Sentence>}
      {missing.length > 0 && (
        <p className={styles['missing']}>
          Missing: {missing.map((one) => attributeWords[one].toLowerCase()).join(', ')}.
        </p>
      )}
      <TwoColumns
        main={
          <>
            <Section title="Attributes">
              <ServiceAttributes detail={detail} />
            </Section>
            <Section title={`SLOs${slos.length === 0 ? '' : `, ${slos.length}`}`}>
              {slos.length === 0 ? (
                <Notice kind="missing" title={whyNoState(service)}>
                  {service.stage === 'planned'
                    ? 'That is no error: it owes none before it is in production.'
                    : 'An SLO is agreed in a file beside the others.'}
                </Notice>
              ) : (
                <ServiceSlos detail={detail} />
              )}
              {service.level === 'technical' && service.stage !== 'planned' && (
                <p className={styles['next']}>
                  <Link className="link" {...agreementPaths.setSlo({ service: service.slug })}>
                    Set an SLO by what its dependencies can carry
                  </Link>
                </p>
              )}
            </Section>
            {detail.history.length > 0 && (
              <Section title="Kept and broken, by period">
                <ServiceHistory detail={detail} />
              </Section>
            )}
            {detail.endpoints.length > 0 && (
              <Section title={`Endpoints, ${detail.endpoints.length}`}>
                <Endpoints detail={detail} />
              </Section>
            )}
            <Section title="As code">
              <ServiceDocument detail={detail} />
            </Section>
          </>
        }
        beside={
          <>
            <EnteredFacts detail={detail} />
            <Agreements detail={detail} />
            <OnCall detail={detail} />
            <Contracts detail={detail} />
            <Dashboards detail={detail} />
          </>
        }
      />
    </>
  )
}

type Part = Readonly<{ detail: CatalogService }>

function Endpoints({ detail: { endpoints, service } }: Part) {
  return (
    <ul className={styles['endpoints']}>
      {endpoints.map((one) => (
        <li key={`${one.service} ${one.slug}`}>
          <EndpointName verb={one.verb} path={one.path} />{' '}
          <span className="muted">
            {one.service !== service.slug && `${one.service}, `}
            {one.sloCount === 0 ? 'no SLO' : `${one.sloCount} ${one.sloCount === 1 ? 'SLO' : 'SLOs'}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Agreements({ detail: { agreements, service } }: Part) {
  return (
    <Section title="Agreed before production">
      <ul className={styles['marks']}>
        {agreements.map(({ agreement, isMade }) => (
          <li key={agreement}>
            <StateGlyph state={isMade ? 'fulfilled' : 'to-come'} label={isMade ? 'Yes' : 'Not yet'} />
            {agreementWords[agreement]}
          </li>
        ))}
      </ul>
      {service.stage === 'planned' && (
        <p className="muted">Planned: all four are due before it goes to production.</p>
      )}
    </Section>
  )
}

function OnCall({ detail: { rotations, coveredHours, service } }: Part) {
  if (service.stage === 'planned') return null
  return (
    <Section title="On call">
      {rotations.length === 0 ? (
        <p className="muted">No rotation covers it.</p>
      ) : (
        <>
          <ul className={styles['records']}>
            {rotations.map(({ team, id, name, notation, primaryPeople, backupPeople }) => (
              <li key={`${team} ${id}`}>
                <Link className="link" {...paths.onCall({ rotation: `${team}:${id}` })}>
                  {name}
                </Link>{' '}
                <span className="muted">
                  {notation !== null && `${notation}, `}
                  {primaryPeople} primary, {backupPeople} backup
                </span>
              </li>
            ))}
          </ul>
          <p className="muted">
            {coveredHours} of 168 hours of the week covered in production
            {service.level !== 'technical' && ' for the part that is covered least'}.
          </p>
        </>
      )}
    </Section>
  )
}

function Contracts({ detail: { contracts, releases, service } }: Part) {
  return (
    <>
      {contracts.length > 0 && (
        <Section title="Promised to customers">
          <ul className={styles['records']}>
            {contracts.map(({ slug, name, target, since }) => (
              <li key={slug}>
                <Link className="link" {...indicatorPaths.slaAdherence({ contract: [slug] })}>
                  {name}
                </Link>{' '}
                <span className="muted">
                  {formatTarget(target)} %, {since !== null && `from ${formatDay(since)} on, `}
                </span>
                <Link className="link" {...agreementPaths.setSla({ contract: [slug] })}>
                  can more be promised?
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {service.level === 'technical' && service.stage !== 'planned' && (
        <Section title="Latest releases">
          {releases.length === 0 ? (
            <p className="muted">None in 90 days.</p>
          ) : (
            <ul className={styles['records']}>
              {releases.map(({ deployment, version, at }) => (
                <li key={deployment}>
                  {deployment} <span className="muted">{version}, </span>
                  <Time at={at} form="day-time" />
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
    </>
  )
}

function Dashboards({ detail: { service, slos, parts } }: Part) {
  if (service.stage === 'planned') return null
  const { slug, team, level } = service
  const names = level === 'technical' ? [slug] : [...new Set(slos.map((one) => one.service))]
  return (
    <Section title="Dashboards">
      <ul className={styles['records']}>
        {level === 'technical' ? (
          <li>
            <Link className="link" {...paths.explore({ team, service: slug })}>
              Budgets now
            </Link>
          </li>
        ) : (
          parts.map((part) => (
            <li key={part.slug}>
              <Link className="link" {...catalogPaths.service(part.slug)}>
                {part.slug}
              </Link>
            </li>
          ))
        )}
        {level === 'technical' && (
          <>
            <li>
              <Link className="link" {...decisionPaths.apiConsumption({ service: slug })}>
                Before you call it
              </Link>
            </li>
            <li>
              <Link className="link" {...decisionPaths.plannedDowntime({ service: slug })}>
                Plan a downtime
              </Link>
            </li>
          </>
        )}
        {level === 'technical' && (
          <li>
            <Link className="link" {...decisionPaths.chaosHypothesis({ service: slug })}>
              Chaos hypothesis
            </Link>
          </li>
        )}
        <li>
          <Link className="link" {...paths.slosByService({ service: names })}>
            SLOs by service
          </Link>
        </li>
        <li>
          <Link className="link" {...indicatorPaths.sloAdherence({ service: names })}>
            SLO adherence
          </Link>
        </li>
        <li>
          <Link className="link" {...indicatorPaths.budgetDepletion({ service: names })}>
            {indicatorNames['error-budget-depletion']}
          </Link>
        </li>
        <li>
          <Link className="link" {...indicatorPaths.slaAdherence({ service: names })}>
            SLA adherence
          </Link>
        </li>
        {level === 'technical' && (
          <li>
            <Link className="link" {...decisionPaths.audit(slug)}>
              Audit: who decided, what was kept
            </Link>
          </li>
        )}
        <li>
          <Link className="link" {...breachPaths.list({ service: names })}>
            Breaches
          </Link>
        </li>
        <li>
          <Link className="link" {...indicatorPaths.onCallRotations({ service: names })}>
            {indicatorNames['on-call-rotations']}
          </Link>
        </li>
        <li>
          <Link className="link" {...indicatorPaths.supportTickets({ service: names })}>
            {indicatorNames['support-tickets']}
          </Link>
        </li>
      </ul>
    </Section>
  )
}
