import { setZone, useZone, type Zone } from '../../stores/preferences.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MenuList } from '../../ui/menu-list.tsx'
import { zoneName } from '../../ui/time-format.ts'
import { deviceZone } from '../../ui/zone-offset.ts'
import { useTimeZone } from '../../ui/zone.tsx'
import styles from './top-bar.module.css'

/** All times on screen are in the viewer's zone or in UTC, and the choice is always in sight. */
export function ZoneMenu() {
  const shown = zoneName(useTimeZone())
  const chosen = useZone()
  const here = zoneName(deviceZone())
  const choices: readonly Readonly<{ zone: Zone; words: string }>[] = [
    { zone: 'viewer', words: `Your zone: ${here}` },
    { zone: 'UTC', words: 'UTC, as stored' },
  ]
  return (
    <Disclosure
      align="end"
      name={`Time zone: ${shown}`}
      className={buttonClass('quiet')}
      label={
        <>
          <Icon name="clock" />
          <span className={styles['zone']}>{shown}</span>
          <Icon name="chevron-down" />
        </>
      }
    >
      {(close) => (
        <MenuList name="Times are shown in">
          {choices.map(({ zone, words }) => (
            <li key={zone}>
              <button
                type="button"
                aria-pressed={zone === chosen}
                onClick={() => {
                  setZone(zone)
                  close()
                }}
              >
                {words}
              </button>
            </li>
          ))}
        </MenuList>
      )}
    </Disclosure>
  )
}
