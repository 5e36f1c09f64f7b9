import { Link, useRouterState } from '@tanstack/react-router'

import { PageHeader } from '../ui/page-header.tsx'
import { paths } from '../url/paths.ts'
import { nearestPlaces } from './nearest-places.ts'
import styles from './not-found-page.module.css'

const places = {
  'on-call': <Link {...paths.onCall()}>On call: what burns now</Link>,
  planning: <Link {...paths.planning()}>Planning: features or reliability</Link>,
  organization: <Link {...paths.organization()}>Organization: services that kept every budget</Link>,
  explore: <Link {...paths.explore()}>All budgets, by team, deployment and service</Link>,
  'slos-by-service': <Link {...paths.slosByService()}>SLOs by service</Link>,
  indicators: <Link {...paths.indicators()}>The twelve indicators</Link>,
  status: <Link {...paths.status()}>Status</Link>,
  breaches: <Link {...paths.breaches()}>Breaches</Link>,
  corrections: <Link {...paths.corrections()}>Corrections</Link>,
  decisions: <Link {...paths.decisions()}>Decisions</Link>,
  policies: <Link {...paths.policies()}>Error budget policies</Link>,
  catalog: <Link {...paths.catalog()}>Service catalog</Link>,
  calendar: <Link {...paths.calendar()}>Calendar of reviews</Link>,
  transformation: <Link {...paths.board()}>Transformation board</Link>,
} as const

/** Nothing lives at this address. What lies nearest to it, and how to search. */
export function NotFoundPage() {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const names = Object.keys(places).filter((name): name is keyof typeof places => name in places)
  return (
    <>
      <PageHeader
        title="There is no page at this address"
        lede={<span className={styles['path']}>{path}</span>}
      />
      <p>
        Addresses here stay valid for good, so it is probably mistyped or cut off. Press <kbd>Ctrl K</kbd> to
        search for an SLO, a service or a page, or go on from here:
      </p>
      <ul className={styles['places']}>
        {nearestPlaces(path, names).map((name) => (
          <li key={name}>{places[name]}</li>
        ))}
      </ul>
    </>
  )
}
