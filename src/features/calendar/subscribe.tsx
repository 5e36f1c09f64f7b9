import { useState } from 'react'

import { addressWith } from '../../api/http.ts'
import { CALENDAR_FEED_PATH } from '../../contract/calendar.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import styles from './calendar.module.css'

/** The address with which programs that keep calendars show the same. */
export function Subscribe({ team }: Readonly<{ team: readonly string[] }>) {
  const path = addressWith(CALENDAR_FEED_PATH, {}, team.length === 0 ? {} : { team: team.join(',') })
  return (
    <Disclosure label="Subscribe" align="end" isSheet className={buttonClass()}>
      {() => <FeedAddress address={`${window.location.origin}${path}`} isFiltered={team.length > 0} />}
    </Disclosure>
  )
}

type FeedAddressProps = Readonly<{ address: string; isFiltered: boolean }>

function FeedAddress({ address, isFiltered }: FeedAddressProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  return (
    <div className={styles['subscribe']}>
      <p>
        {isFiltered ? 'The reviews of the teams chosen' : 'Every review'}, as a calendar that other programs
        subscribe to:
      </p>
      <p className={styles['address']}>
        <a className="link" href={address}>
          {address}
        </a>
      </p>
      <p>
        <Button
          onClick={() =>
            void navigator.clipboard.writeText(address).then(
              () => setOutcome('copied'),
              () => setOutcome('refused'),
            )
          }
        >
          Copy the address
        </Button>{' '}
        <span role="status" className="muted">
          {outcome === 'copied' && 'Copied'}
          {outcome === 'refused' && 'The browser did not allow it; select the address'}
        </span>
      </p>
      <p className="muted">
        It is read as everything else is: where people sign in here, the program sends an API token with the
        scope read as its password, with any name. Tokens do not stand in addresses.
      </p>
    </div>
  )
}
