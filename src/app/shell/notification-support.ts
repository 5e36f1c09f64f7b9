import { useSyncExternalStore } from 'react'

/** `insecure`: browsers offer notifications to pages over https:// or on the own machine only. */
export type NotificationState = NotificationPermission | 'insecure' | 'unsupported'

function current(): NotificationState {
  if (!isSecureContext) return 'insecure'
  if (!('Notification' in window)) return 'unsupported'
  return Notification.permission
}

const listeners = new Set<() => void>()
const tellAll = () => {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // It may be changed in the browser's own settings meanwhile.
  window.addEventListener('focus', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('focus', listener)
  }
}

export function useNotificationState(): NotificationState {
  return useSyncExternalStore(subscribe, current)
}

/** Only ever because somebody pressed a button: browsers hold it against a page that asks by itself. */
export async function askForNotifications(): Promise<NotificationState> {
  const state = current()
  if (state === 'default') await Notification.requestPermission()
  tellAll()
  return current()
}

type Told = Readonly<{ title: string; body: string; tag: string; onOpen: () => void }>

export function notify({ title, body, tag, onOpen }: Told): void {
  try {
    const notification = new Notification(title, { body, tag, requireInteraction: true })
    notification.addEventListener('click', () => {
      window.focus()
      onOpen()
      notification.close()
    })
  } catch {
    // Some phones take notifications from a service worker only; the page itself says what burns.
  }
}
