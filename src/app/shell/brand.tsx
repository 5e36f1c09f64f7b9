import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { organizationQueries } from '../../api/organization-queries.ts'
import { paths } from '../../url/paths.ts'
import styles from './rail.module.css'

/** Whose figures these are, and whether they are real. */
export function Brand() {
  const { data } = useQuery(organizationQueries.current())
  return (
    <Link className={styles['brand']} {...paths.organization()} title={data?.name ?? 'Organization'}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path className={styles['measured']} d="M2 3.5 6 6l3 .8L12.5 12H18" />
        <path className={styles['zero']} d="M1.5 12.2h17" />
        <path className={styles['overspent']} d="M12.6 12.2 15 16.5h3.5" />
      </svg>
      <span>
        <b>{data?.name ?? 'SRE Indicators'}</b>
        {data && <small>{data.isSimulated ? 'Simulated data' : 'SRE Indicators'}</small>}
      </span>
    </Link>
  )
}
