import { buttonClass } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import styles from './status.module.css'

/** Where programs read the same, and how they are let in. */
export function StatusFeed({ address }: Readonly<{ address: string }>) {
  return (
    <span className={styles['feed']}>
      <a className="link" href={address} type="application/atom+xml">
        Atom feed of this view
      </a>
      <Disclosure label="For feed readers" align="end" isSheet className={buttonClass('quiet')}>
        {() => (
          <p className={styles['readers']}>
            A reader finds the feed of all production services by the address of this page, and is let in as
            everybody else is: where people sign in here, it sends an API token with the scope read as its
            password, with any name. Where nobody signs in, it needs neither. Tokens do not stand in
            addresses.
          </p>
        )}
      </Disclosure>
    </span>
  )
}
