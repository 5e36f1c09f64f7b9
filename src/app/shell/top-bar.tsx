import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import { CopyLink } from './copy-link.tsx'
import { PersonMenu } from './person-menu.tsx'
import { PhoneMenu } from './phone-menu.tsx'
import { ThemeMenu } from './theme-menu.tsx'
import styles from './top-bar.module.css'
import { ZoneMenu } from './zone-menu.tsx'

type TopBarProps = Readonly<{ onSearch: () => void; onKeys: () => void }>

export function TopBar({ onSearch, onKeys }: TopBarProps) {
  return (
    <header className={styles['bar']}>
      <div className={styles['phone']}>
        <PhoneMenu onKeys={onKeys} />
      </div>
      <Breadcrumb />
      <div className={styles['tools']}>
        <div className={styles['phone']}>
          <Button look="quiet" aria-label="Search or jump" onClick={onSearch}>
            <Icon name="search" />
          </Button>
        </div>
        <CopyLink />
        <ZoneMenu />
        <div className={styles['desk']}>
          <ThemeMenu />
        </div>
        <PersonMenu />
        <div className={styles['desk']}>
          <Button look="quiet" aria-label="Keyboard shortcuts" title="Keyboard shortcuts" onClick={onKeys}>
            <Icon name="help" />
          </Button>
        </div>
      </div>
    </header>
  )
}
