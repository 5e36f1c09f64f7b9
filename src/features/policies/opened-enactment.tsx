import { useQuery } from '@tanstack/react-query'

import { policyQueries } from '../../api/policy-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { EnactmentOnWire } from '../../contract/enactments.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { EnactmentDialog } from './enactment-dialog.tsx'

type OpenedEnactmentProps = Readonly<{
  team: string
  id: string
  /** Null while the list is being read. */
  rows: readonly EnactmentOnWire[] | null
  whyNot: string | null
  onClose: () => void
}>

/** The one a link names: often a row of the list, else one beyond its rows, its window or its filters. */
export function OpenedEnactment({ team, id, rows, whyNot, onClose }: OpenedEnactmentProps) {
  const listed = rows?.find((row) => row.id === id)
  const isBeyond = rows !== null && listed === undefined
  const query = useQuery({ ...policyQueries.enactment(team, id), enabled: isBeyond })
  const enactment = listed ?? query.data
  if (enactment !== undefined) {
    return <EnactmentDialog enactment={enactment} whyNot={whyNot} onClose={onClose} />
  }
  if (query.error === null) return null
  return (
    <Dialog title="Enactment" onClose={onClose}>
      {() => (
        <QueryPanel title="The enactment" query={query}>
          {() => null}
        </QueryPanel>
      )}
    </Dialog>
  )
}
