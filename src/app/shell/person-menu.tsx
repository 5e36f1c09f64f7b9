import { useQuery } from '@tanstack/react-query'

import { accessQueries } from '../../api/access-queries.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { later } from '../../ui/later.tsx'
import styles from './person-menu.module.css'

const AboutMe = later(async () => (await import('./about-me.tsx')).AboutMe)

/** Who the server takes the viewer for, and the way out. */
export function PersonMenu() {
  const me = useQuery(accessQueries.me()).data
  if (me === undefined) return null
  return (
    <Disclosure
      align="end"
      name={`You: ${me.name}`}
      className={buttonClass('quiet')}
      onNear={AboutMe.preload}
      label={
        <>
          <Icon name="person" />
          <span className={styles['name']}>{me.name}</span>
        </>
      }
    >
      {() => <AboutMe me={me} />}
    </Disclosure>
  )
}
