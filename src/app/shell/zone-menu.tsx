import { setZone, useZone, zones, type Zone } from '../../stores/preferences.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ChoiceList } from '../../ui/menu-list.tsx'
import { zoneName } from '../../ui/time-format.ts'
import { deviceZone } from '../../ui/zone-offset.ts'
import { useTimeZone } from '../../ui/zone.tsx'
import styles from './top-bar.module.css'

/** All times on screen are in the viewer's zone or in UTC, and the choice is always in sight. */
export function ZoneMenu() {
  const shown = zoneName(useTimeZone())
  const chosen = useZone()
  const here = zoneName(deviceZone())
  const words: Readonly<Record<Zone, string>> = { viewer: `Your zone: ${here}`, UTC: 'UTC, as stored' }
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
        <ChoiceList
          name="Times are shown in"
          choices={zones}
          chosen={chosen}
          words={words}
          onChoose={setZone}
          onChosen={close}
        />
      )}
    </Disclosure>
  )
}
