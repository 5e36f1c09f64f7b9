import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { indicatorFiles, indicatorQueries, indicatorRows } from '../../api/indicator-queries.ts'
import type { RotationTable } from '../../contract/on-call-rotations.ts'
import { formatCount } from '../../domain/format.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { sortWords } from '../../ui/sort-words.ts'
import { Time } from '../../ui/time.tsx'
import { onCallRotationsCodec } from '../../url/indicator-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { rotationFilters } from './indicator-filters.ts'
import { IndicatorTable } from './indicator-table.tsx'
import { coverColumns, rotationColumns, teamColumns } from './rotation-columns.tsx'
import styles from './rotations.module.css'

const own = onCallRotationsCodec.parse({})
const ownSort = [
  { column: 'team', descending: false },
  { column: 'rotation', descending: false },
]

/** I-09: which hours rotations cover, where nobody would come, and who is on duty. */
export function OnCallRotations({ header }: Readonly<{ header: ReactNode }>) {
  const [view, setView] = useUrlState(onCallRotationsCodec)
  const filters = rotationFilters(view, ownSort)
  const query = useInfiniteQuery(indicatorQueries.rotations(filters))
  const table: RotationTable | undefined = query.data?.pages[0]
  return (
    <IndicatorTable
      header={header}
      caption="On-call rotations"
      view={view}
      own={own}
      onChange={setView}
      ownSort={ownSort}
      query={query}
      columnsOf={() => rotationColumns(table?.hourOfWeek ?? 0)}
      isNarrow
      rowKey={({ team, id, since }) => `${team} ${id} ${since}`}
      isAboutSlos={false}
      takes="hours"
      hasScale={false}
      graph={table && table.teams.length > 0 && <TeamsOnDuty table={table} />}
      below={table && table.services.length > 0 && <CoverByService table={table} />}
      file={{
        fileName: 'on-call-rotations.csv',
        address: indicatorFiles.rotations(filters),
        readAll: (signal) => indicatorRows.rotations(filters, signal),
      }}
      footer={`${sortWords(view.sort.length > 0 ? view.sort : ownSort)} People of several rotations are counted in each.`}
      empty={
        <Notice kind="missing" title="No rotation is known">
          Rotations come from the on-call tool or from the files of the catalog: hours, services and head
          counts. None is in force in this window.
        </Notice>
      }
    />
  )
}

function TeamsOnDuty({ table: { teams, at } }: Readonly<{ table: RotationTable }>) {
  return (
    <div className={styles['section']}>
      <h2>
        Who is on duty, <Time at={at} form="day-time" />
      </h2>
      <DataTable
        caption="Who is on duty, by team"
        columns={teamColumns}
        rows={teams}
        rowKey={({ team }) => team}
        density="dense"
      />
    </div>
  )
}

function CoverByService({ table }: Readonly<{ table: RotationTable }>) {
  const { services, serviceCount, hourOfWeek } = table
  return (
    <div className={styles['section']}>
      <h2>Cover by service</h2>
      <DataTable
        caption="Cover by service"
        isNarrow
        columns={coverColumns(hourOfWeek)}
        rows={services}
        rowKey={({ service, deployments }) => `${service} ${deployments.join(' ')}`}
        density="dense"
        footer={
          services.length < serviceCount
            ? `The ${formatCount(services.length)} with the least cover of ${formatCount(serviceCount)}.`
            : 'Least cover first. A service stands twice where its deployments are covered differently.'
        }
      />
    </div>
  )
}
