import { usePresent } from '../../api/present.ts'
import type { RowsFile } from '../../api/rows-file.ts'
import { ShareRows } from '../../api/share-rows.tsx'
import { SharedImageChoices } from '../../charts/shared-image-choices.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { preloadShareLinks, useShareLinks } from '../../url/use-share-links.ts'

type ShareTableProps<Row> = Readonly<{
  file: RowsFile<Row>
  columns: readonly Column<Row>[]
}>

const links = { useLinks: () => useShareLinks(usePresent()), preload: preloadShareLinks }

/** The rows of the view that stands in the address bar. */
export function ShareTable<Row>(props: ShareTableProps<Row>) {
  return <ShareRows {...props} links={links} more={<SharedImageChoices />} />
}
