import { buttonClass } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { later } from '../../ui/later.tsx'

const PhonePlaces = later(async () => (await import('./phone-places.tsx')).PhonePlaces)

/** What the bottom bar has no room for. */
export function PhoneMenu({ onKeys }: Readonly<{ onKeys: () => void }>) {
  return (
    <Disclosure
      name="Menu"
      className={buttonClass('quiet')}
      label={<Icon name="menu" />}
      onNear={PhonePlaces.preload}
    >
      {(close) => (
        <PhonePlaces
          onChosen={close}
          onKeys={() => {
            close()
            onKeys()
          }}
        />
      )}
    </Disclosure>
  )
}
