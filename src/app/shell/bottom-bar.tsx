import { Link } from '@tanstack/react-router'

import { useOnCallScope } from '../../stores/preferences.ts'
import { Icon } from '../../ui/icon.tsx'
import { paths } from '../../url/paths.ts'
import styles from './bottom-bar.module.css'

const anySearch = { includeSearch: false } as const

/** On a phone: four places within thumb reach, the rest behind the menu and the search. */
export function BottomBar() {
  const scope = useOnCallScope()
  return (
    <nav className={styles['bar']} aria-label="Main places">
      <Link {...paths.onCall(scope)} activeOptions={anySearch}>
        <Icon name="pulse" />
        On call
      </Link>
      <Link {...paths.explore()} activeOptions={anySearch}>
        <Icon name="grid" />
        Budgets
      </Link>
      <Link {...paths.indicators()} activeOptions={anySearch}>
        <Icon name="rows" />
        Indicators
      </Link>
      <Link {...paths.organization()} activeOptions={anySearch}>
        <Icon name="bars" />
        Organization
      </Link>
    </nav>
  )
}
