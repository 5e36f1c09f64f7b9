import { Corrections } from '../../features/corrections/corrections.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function CorrectionsPage() {
  return (
    <>
      <PageHeader
        title="Corrections"
        lede="Hours that do not count, and budget given back: by whom, why, and whether it still holds. An SLO’s page records them."
      />
      <Corrections />
    </>
  )
}
