import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { catalogQueries } from '../../api/catalog-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Time } from '../../ui/time.tsx'
import { paths } from '../../url/paths.ts'

/** Nothing is held of the window, whatever else is chosen. */
export function NoData({ onWindow }: Readonly<{ onWindow: () => void }>) {
  const from = useQuery(organizationQueries.current()).data?.dataFrom
  return (
    <Notice
      kind="stale"
      title="There are no data of this window"
      action={<Button onClick={onWindow}>Back to the window of this page</Button>}
    >
      {from !== undefined && (
        <>
          Measurements are held from <Time at={from} form="date" /> on.{' '}
        </>
      )}
      Only periods that are held whole are shown.
    </Notice>
  )
}

/** Promised, but nothing that was promised is measured. */
export function NoMeasurements() {
  return (
    <Notice
      kind="stale"
      title="No measurements have arrived"
      action={
        <Link className="link" {...paths.catalog()}>
          See where the hours of each service come from
        </Link>
      }
    >
      There are SLOs in view, and not one hour of them: an engine has to be named, or hours have to be sent.
    </Notice>
  )
}

const MOST_SERVICES = 500

type NothingLeftProps = Readonly<{
  /** Those that were chosen, where a row is about an SLO. */
  services: readonly string[]
  /** The words that were looked for. */
  search: string
  onClearSearch: () => void
  onReset: () => void
}>

/** What was chosen leaves nothing: because nothing is promised of it, no row has the words, or no row is all of it. */
export function NothingLeft({ search, onClearSearch, ...chosen }: NothingLeftProps) {
  const words = search.trim()
  if (words === '') return <NothingChosenLeft {...chosen} />
  return (
    <Notice
      kind="filtered"
      title={`No row has “${words}” in it`}
      action={<Button onClick={onClearSearch}>Clear the search</Button>}
    >
      All words have to occur in a row, in any order. The other settings hold as well, and stay when the
      search is cleared.
    </Notice>
  )
}

function NothingChosenLeft({ services, onReset }: Pick<NothingLeftProps, 'services' | 'onReset'>) {
  const teams = useQuery(organizationQueries.teams()).data?.items
  const { data } = useInfiniteQuery({
    ...catalogQueries.services({ limit: MOST_SERVICES }),
    enabled: services.length > 0,
  })
  const chosen = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ slug }) => services.includes(slug))
  const [first] = chosen
  if (first === undefined || chosen.some(({ sloCount }) => sloCount > 0)) {
    return (
      <Notice
        kind="filtered"
        title="These settings leave no row"
        action={<Button onClick={onReset}>Reset the settings</Button>}
      >
        There may be rows; none of them is all of what was chosen.
      </Notice>
    )
  }
  const owner = teams?.find(({ slug }) => slug === first.team)?.name ?? first.team
  return (
    <Notice
      kind="missing"
      title={chosen.length === 1 ? `${first.slug} has no SLO` : 'These services have no SLO'}
      action={
        <Link className="link" {...paths.catalog(first.slug)}>
          See the endpoints of {first.slug} and who depends on them
        </Link>
      }
    >
      {owner} owns {first.slug}. A first SLO is agreed with them: one endpoint, one SLI, one target; it then
      stands in the catalog’s files.
    </Notice>
  )
}
