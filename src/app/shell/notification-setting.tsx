import { setNotifications, useNotifications } from '../../stores/preferences.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { askForNotifications, useNotificationState, type NotificationState } from './notification-support.ts'
import styles from './person-menu.module.css'

type NotificationSettingProps = Readonly<{ teams: readonly string[] }>

/** Opt-in, and with words for each answer a browser may have given. */
export function NotificationSetting({ teams }: NotificationSettingProps) {
  const isWanted = useNotifications()
  const state = useNotificationState()
  const isImpossible = state === 'unsupported' || state === 'insecure'

  async function change(isOn: boolean) {
    setNotifications(isOn)
    if (isOn) await askForNotifications()
  }

  return (
    <>
      {!isImpossible && (
        <Checkbox isChecked={isWanted} onChange={(isOn) => void change(isOn)}>
          Notify me of new pages
        </Checkbox>
      )}
      <p className={styles['note']} role="status">
        {explain(state, isWanted, teams)}
      </p>
    </>
  )
}

function explain(state: NotificationState, isWanted: boolean, teams: readonly string[]): string {
  const whose = teams.length === 0 ? 'any team' : teams.join(', ')
  switch (state) {
    case 'unsupported':
      return 'This browser has no notifications for pages.'
    case 'insecure':
      return 'Browsers show notifications only for pages over https, or on the own machine.'
    case 'denied':
      return isWanted
        ? 'The browser refuses notifications from this site; its settings for the site allow them again.'
        : 'The browser refuses notifications from this site.'
    case 'default':
      return isWanted
        ? 'The browser has not been allowed yet: switch it off and on to be asked again.'
        : `When a budget of ${whose} begins to burn at a rate that pages, while a page is open. The browser will ask.`
    case 'granted':
      return isWanted
        ? `On, while a page is open, for ${whose}.`
        : `When a budget of ${whose} begins to burn at a rate that pages, while a page is open.`
  }
}
