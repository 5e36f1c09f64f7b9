import type { SlaFacets } from '../../contract/sla-indicators.ts'
import { FacetSetting } from '../../ui/settings.tsx'
import type { SlaView } from '../../url/sla-view.ts'

type SlaSettingsProps = Readonly<{
  view: SlaView
  onChange: (change: Partial<SlaView>) => void
  /** Not there until the first answer. */
  facets: SlaFacets | undefined
}>

/** Which promises, and to whom. */
export function SlaSettings({ view, onChange, facets }: SlaSettingsProps) {
  // Without a contract there is nothing to choose.
  if (facets?.contract.length === 0) return null
  return (
    <>
      <FacetSetting
        label="Contractual SLA"
        options={facets?.contract ?? []}
        selected={view.contract}
        onChange={(contract) => onChange({ contract })}
      />
      <FacetSetting
        label="Customer"
        options={facets?.customer ?? []}
        selected={view.customer}
        onChange={(customer) => onChange({ customer })}
      />
    </>
  )
}
