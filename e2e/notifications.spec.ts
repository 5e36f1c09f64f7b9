import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'

declare global {
  interface Window {
    told: (EventTarget & { words: string })[]
  }
}

const wordsTold = (page: Page) => page.evaluate(() => window.told.map(({ words }) => words))

test(
  'who asks for it is told of a new page of their own team once, and of nobody else’s',
  { tag: '@standalone' },
  async ({ page, context }) => {
    await context.grantPermissions(['notifications'])
    await page.addInitScript(() => {
      // Of the team payments.
      localStorage.setItem('person', 'team-editor')
      window.told = []
      // A browser without a head refuses them whatever it has been granted.
      class Recorded extends EventTarget {
        static readonly permission = 'granted'
        readonly words: string

        constructor(title: string, { body = '' }: NotificationOptions = {}) {
          super()
          this.words = `${title}: ${body}`
          window.told.push(this)
        }

        close() {
          this.dispatchEvent(new Event('close'))
        }
      }
      Object.assign(window, { Notification: Recorded })
    })
    await page.goto('/planning')
    const upTo = page.getByTitle(/what changes arrives by itself/).filter({ visible: true })
    await expect(upTo).toHaveText(/Data up to 03:00/)
    await page.getByRole('button', { name: /Demo team editor/ }).click()
    await page.getByRole('checkbox', { name: 'Notify me of new pages' }).click()
    await expect(page.getByText('On, while a page is open, for payments.')).toBeVisible()
    await page.keyboard.press('Escape')

    await test.step('what burned before is no news, and what begins elsewhere is not theirs', async () => {
      await page.clock.setFixedTime(new Date('2026-11-18T05:10:00Z'))
      await expect(
        page.getByRole('status').filter({ hasText: 'Now burning: booking-api, POST /bookings, in prod-us' }),
      ).toBeAttached()
      expect(await wordsTold(page)).toEqual([])
    })

    await test.step('their own begins, and goes on', async () => {
      await page.clock.setFixedTime(new Date('2026-11-18T15:10:00Z'))
      await expect.poll(() => wordsTold(page)).toHaveLength(1)
      await page.clock.setFixedTime(new Date('2026-11-18T16:10:00Z'))
      await expect(upTo).toHaveText(/Data up to 16:00/)
      expect(await wordsTold(page)).toEqual([
        expect.stringMatching(
          /^payment-gateway burns in prod-jp: POST \/capture, Availability: [\d.]+× over \d+.h$/,
        ),
      ])
    })

    await page.evaluate(() => window.told[0]?.dispatchEvent(new Event('click')))
    await expect(page).toHaveURL(/\/on-call\?.*payment-gateway\.availability\.post-capture/)
  },
)
