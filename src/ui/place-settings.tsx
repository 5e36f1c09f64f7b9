import { FacetSetting, type FacetOption } from './settings.tsx'

const labels = { team: 'Team', service: 'Service', sli: 'SLI', deployment: 'Deployment' } as const
type PlaceName = keyof typeof labels

type PlaceSettingsProps = Readonly<{
  names: readonly PlaceName[]
  /** Not there until the first answer. */
  facets: Readonly<Record<PlaceName, readonly FacetOption[]>> | undefined
  selected: Readonly<Record<PlaceName, readonly string[]>>
  onChange: (change: Partial<Record<PlaceName, readonly string[]>>) => void
}>

/** Where the rows of a list belong. A service goes by its id here, as in the list, and is found by its name as well. */
export function PlaceSettings({ names, facets, selected, onChange }: PlaceSettingsProps) {
  return names.map((name) => {
    const options = facets?.[name] ?? []
    return (
      <FacetSetting
        key={name}
        label={labels[name]}
        options={
          name === 'service' ? options.map((one) => ({ ...one, name: one.slug, also: one.name })) : options
        }
        selected={selected[name]}
        onChange={(chosen) => onChange({ [name]: chosen })}
      />
    )
  })
}
