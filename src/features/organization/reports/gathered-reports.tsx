import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'

import { beforeSreQueries } from '../../../api/before-sre-queries.ts'
import { indicatorQueries } from '../../../api/indicator-queries.ts'
import { organizationQueries } from '../../../api/organization-queries.ts'
import { usePresent } from '../../../api/present.ts'
import { QueryPanel } from '../../../api/query-panel.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { formatTime } from '../../../ui/time-format.ts'
import { stringifySearch } from '../../../url/codec.ts'
import { frozenSearch } from '../../../url/frozen-search.ts'
import type { ReportsView } from '../../../url/reports-view.ts'
import type { HomeRange } from '../home-range.ts'
import { useHome } from '../use-home.ts'
import { useStandings } from '../use-standings.ts'
import { availabilityNewsletter } from './availability-newsletter.ts'
import { periodReport, sreMinutes } from './period-texts.ts'
import { reportTargets, type ReportLinks } from './report-links.ts'
import { ReportSheet } from './report-sheet.tsx'

const LINES = 14

type TextProps = Readonly<{ range: HomeRange; form: ReportsView['form'] }>

/** The texts made of what the organization's page shows. */
export function PeriodTexts({ kind, range, form }: TextProps & Readonly<{ kind: 'period' | 'minutes' }>) {
  const home = useHome(range, [])
  const { contracts, costs, standing, teams } = useStandings(range, [])
  const before = useQuery(beforeSreQueries.current())
  const about = useAbout(range)
  const waiting = <Skeleton name="report" lines={LINES} />
  const write = kind === 'period' ? periodReport : sreMinutes
  // A text that went out with figures still on their way would be missing them for good.
  return (
    <QueryPanel title="What was before SRE" query={before} skeleton={waiting}>
      {({ current }) => (
        <QueryPanel title="Kept budgets" query={home.kept} skeleton={waiting}>
          {(kept) => (
            <QueryPanel title="Incidents" query={home.recovery} skeleton={waiting}>
              {({ pages: [recovery] }) => (
                <QueryPanel title="Tickets" query={home.tickets} skeleton={waiting}>
                  {({ pages: [tickets] }) => (
                    <QueryPanel title="Contracts" query={standing} skeleton={waiting}>
                      {() =>
                        contracts === undefined || about === null ? (
                          <QueryPanel title="What outages cost" query={costs} skeleton={waiting}>
                            {() => waiting}
                          </QueryPanel>
                        ) : (
                          <ReportSheet
                            report={write({
                              ...about,
                              range,
                              answers: { kept, recovery, tickets, contracts, teams },
                              beforeSre: current?.perPeriod ?? null,
                            })}
                            form={form}
                            fileName={kind === 'period' ? 'period-report' : 'sre-minutes'}
                          />
                        )
                      }
                    </QueryPanel>
                  )}
                </QueryPanel>
              )}
            </QueryPanel>
          )}
        </QueryPanel>
      )}
    </QueryPanel>
  )
}

/** Made of every endpoint that sends data. */
export function AvailabilityReport({ range, form }: TextProps) {
  const about = useAbout(range)
  const { asOf } = range
  const own = { from: asOf?.start ?? range.from, to: asOf?.end ?? range.to }
  const rows = useQuery(indicatorQueries.everyEndpoint({ ...own, by: 'availability', sort: 'availability' }))
  const waiting = <Skeleton name="report" lines={LINES} />
  return (
    <QueryPanel title="Endpoints" query={rows} skeleton={waiting}>
      {(data) =>
        about === null ? (
          waiting
        ) : (
          <ReportSheet
            report={availabilityNewsletter({
              ...about,
              rows: data,
              period: asOf === null ? '' : `${asOf.name} of ${asOf.id.slice(0, 4)}`,
            })}
            form={form}
            fileName="availability-newsletter"
          />
        )
      }
    </QueryPanel>
  )
}

/** Whose report it is, how far its data go, and where its figures stand for good; null until that is known. */
function useAbout(range: HomeRange) {
  const router = useRouter()
  const present = usePresent()
  const organization = useQuery(organizationQueries.current()).data
  if (organization === undefined || present === null || range.asOf === null) return null
  const targets = reportTargets({ from: range.from, to: range.to }, range.asOf)
  const frozen = Object.entries(targets).map(([name, target]) => {
    const { pathname, search, href } = router.buildLocation(target)
    const fixed = frozenSearch(pathname, search, present)
    const address = fixed === null ? href : `${pathname}${stringifySearch(fixed)}`
    return [name, `${window.location.origin}${address}`]
  })
  return {
    organization: organization.name,
    // Who gets it may be anywhere.
    dataUpTo: formatTime(Date.parse(organization.dataUpTo), 'full', 'UTC'),
    links: Object.fromEntries(frozen) as ReportLinks,
  }
}
