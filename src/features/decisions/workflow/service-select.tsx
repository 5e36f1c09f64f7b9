import { useInfiniteQuery, useQuery } from '@tanstack/react-query'

import { catalogQueries } from '../../../api/catalog-queries.ts'
import { organizationQueries } from '../../../api/organization-queries.ts'
import { FilterSelect } from '../../../ui/filter-select.tsx'

const NONE = { value: '', label: 'Choose' }
const MOST_SERVICES = 500

type ChoiceProps = Readonly<{ value: string | null; onChange: (value: string | null) => void }>

export function ServiceSelect({ value, onChange }: ChoiceProps) {
  const listed = useInfiniteQuery(catalogQueries.services({ limit: MOST_SERVICES })).data
  const services = new Set(listed?.pages.flatMap(({ items }) => items.map(({ slug }) => slug)))
  // Of thousands the first are offered; a link may be about any of them.
  if (value !== null) services.add(value)
  return (
    <FilterSelect
      label="Service"
      value={value ?? ''}
      isSet={value !== null}
      options={[NONE, ...[...services].map((slug) => ({ value: slug, label: slug }))]}
      onChange={(service) => onChange(service || null)}
    />
  )
}

/** Whose decision it is: not always the team that the figures are of. */
export function DecidingTeamSelect({ value, onChange }: ChoiceProps) {
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  return (
    <FilterSelect
      label="Decided by"
      value={value ?? ''}
      isSet={value !== null}
      options={[
        { value: '', label: 'Organization' },
        ...teams.map(({ slug, name }) => ({ value: slug, label: name })),
      ]}
      onChange={(team) => onChange(team || null)}
    />
  )
}
