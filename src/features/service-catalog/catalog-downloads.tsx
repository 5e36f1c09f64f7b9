import { Link } from '@tanstack/react-router'
import { useMutation } from '@tanstack/react-query'

import { DownloadRows } from '../../api/download-rows.tsx'
import { apiOf } from '../../api/http.ts'
import { csvAddress } from '../../api/rows-file.ts'
import type { QueryOf } from '../../contract/operations.ts'
import { serviceCatalogOperations } from '../../contract/service-catalog-operations.ts'
import { Button } from '../../ui/button.tsx'
import { downloadText } from '../../ui/download-text.ts'
import { Icon } from '../../ui/icon.tsx'
import { catalogPaths } from '../../url/catalog-paths.ts'
import styles from './service-catalog.module.css'

const callApi = apiOf(serviceCatalogOperations)

type CatalogDownloadsProps = Readonly<{
  filters: Omit<QueryOf<'listCatalogServices'>, 'cursor' | 'limit'>
}>

/** What the list shows, as rows for a sheet and as the files it could stand in. */
export function CatalogDownloads({ filters }: CatalogDownloadsProps) {
  const { sort: _, ...choice } = filters
  const document = useMutation({
    mutationFn: () => callApi('readCatalogDocument', { params: {}, query: choice }),
    onSuccess: ({ fileName, text }) => downloadText(fileName, 'application/yaml', text),
  })
  return (
    <>
      <Link className={`link ${styles['code']}`} {...catalogPaths.code()}>
        Catalog as code
      </Link>
      <DownloadRows
        fileName="service-catalog.csv"
        address={csvAddress(serviceCatalogOperations, 'listCatalogServices', filters)}
      />
      <Button
        disabled={document.isPending}
        title={
          document.isError
            ? `It could not be made: ${document.error.message}`
            : 'Download these services as files say them'
        }
        onClick={() => document.mutate()}
      >
        <Icon name="download" />
        {document.isError ? 'YAML: try again' : 'YAML'}
      </Button>
    </>
  )
}
