import { useQuery } from '@tanstack/react-query'

import { contractQueries } from '../../../api/contract-queries.ts'
import { MultiFilter } from '../../../ui/multi-filter.tsx'
import styles from './decision-form.module.css'

const MOST = 500

type ContractsFieldProps = Readonly<{
  selected: readonly string[]
  onChange: (contracts: readonly string[]) => void
}>

/** Which contracts it is about; there is nothing to choose where none was made. */
export function ContractsField({ selected, onChange }: ContractsFieldProps) {
  const contracts = useQuery(contractQueries.list({ limit: MOST })).data?.items ?? []
  if (contracts.length === 0 && selected.length === 0) return null
  return (
    <div className={styles['flush']}>
      <MultiFilter
        label="Contracts"
        none="None"
        options={contracts.map(({ slug, name }) => ({ value: slug, label: name }))}
        selected={selected}
        onChange={onChange}
      />
    </div>
  )
}
