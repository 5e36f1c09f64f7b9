import { useInfiniteQuery, useQuery } from '@tanstack/react-query'

import { catalogQueries } from '../../../api/catalog-queries.ts'
import { organizationQueries } from '../../../api/organization-queries.ts'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import type { SetSloView } from '../../../url/set-slo-view.ts'

/** As many as the server gives at once. */
const MOST_SERVICES = 500
const NONE = ''

type SetSloFiltersProps = Readonly<{
  view: SetSloView
  onChange: (change: Partial<Pick<SetSloView, 'service' | 'deployment'>>) => void
}>

export function SetSloFilters({ view, onChange }: SetSloFiltersProps) {
  const listed =
    useInfiniteQuery(catalogQueries.services({ limit: MOST_SERVICES })).data?.pages[0]?.items ?? []
  const deployments = useQuery(organizationQueries.deployments()).data?.items ?? []
  const service = listed.find(({ slug }) => slug === view.service)
  const places = deployments.filter(({ slug }) => service?.deployments.includes(slug))
  const first = places.find(({ kind }) => kind === 'production') ?? places[0]
  const services = listed
    .map(({ slug }) => ({ value: slug, label: slug }))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1))
  return (
    <FilterBar name="Setting an SLO">
      <FilterSelect
        label="Service"
        value={view.service ?? NONE}
        options={view.service === null ? [{ value: NONE, label: 'Choose one' }, ...services] : services}
        isSet={view.service !== null}
        onChange={(slug) => onChange({ service: slug === NONE ? null : slug, deployment: null })}
      />
      {first !== undefined && (
        <FilterSelect
          label="Deployment"
          value={view.deployment ?? first.slug}
          options={places.map(({ slug, name }) => ({ value: slug, label: name }))}
          isSet={view.deployment !== null}
          onChange={(slug) => onChange({ deployment: slug === first.slug ? null : slug })}
        />
      )}
    </FilterBar>
  )
}
