import { Link } from '@tanstack/react-router'

import { paths } from '../../url/paths.ts'
import styles from './transformation-tabs.module.css'

/** The pages of the transformation, beside one another. */
export function TransformationTabs() {
  const current = {
    activeProps: { 'aria-current': 'page' as const },
    activeOptions: { includeSearch: false },
  }
  return (
    <nav className={styles['tabs']} aria-label="Transformation">
      <Link {...paths.board()} {...current}>
        Board
      </Link>
      <Link {...paths.maturity()} {...current}>
        Maturity
      </Link>
      <Link {...paths.expectations()} {...current}>
        Expectations
      </Link>
      <Link {...paths.delivery()} {...current}>
        Delivery
      </Link>
    </nav>
  )
}
