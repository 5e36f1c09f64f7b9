import type { Locator, Page } from '@playwright/test'

import { expect, lookAs, test } from './fixtures.ts'

// Somebody else is meant to be first once.
test.use({ mayBeRefused: true })

function phase(page: Page, name: string) {
  return page.getByRole('region', { name: 'Board' }).getByRole('list', { name })
}

/**
 * Another browser moves the team, and then the button is pressed at once: the page learns of the move within a second, and
 * its menu would be gone.
 */
async function pressAfterMoveElsewhere(button: Locator, team: string, to: string) {
  return button.evaluate(
    async (element: HTMLElement, [whom, where]) => {
      const { cards } = await (await fetch('/api/board')).json()
      const card = cards.find((one: { team: string }) => one.team === whom)
      const answer = await fetch(`/api/board/${whom}/place`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ seenVersion: card.version, to: where }),
      })
      element.click()
      return answer.status
    },
    [team, to] as const,
  )
}

test(
  'a coach moves teams by keys, by mouse and by menu, takes a move back, and loses nothing to whoever was first',
  { tag: ['@standalone', '@postgres'] },
  async ({ page, expectNoA11yViolations }) => {
    await lookAs(page, 'coach')
    await page.goto('/transformation/board')
    await expect(page.getByText('Two teams each in phase 4 and phase 5:')).toBeVisible()
    await expect(
      phase(page, 'Teams in phase 4, Answering breaches').getByText('No step in 9 wk'),
    ).toBeVisible()

    await test.step('by keys', async () => {
      const grip = page.getByRole('button', { name: 'Move Fleet', exact: true })
      await grip.focus()
      await page.keyboard.press('Space')
      await expect(page.getByText(/Fleet is picked up from 4 Answering breaches/)).toBeAttached()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Escape')
      await expect(page.getByText('Fleet stays where it was.')).toBeAttached()
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Space')
      await expect(phase(page, 'Teams in phase 5, Tuning SLOs').getByText('Fleet')).toBeVisible()
      await expect(grip, 'goes on from where the card is').toBeFocused()
    })

    await test.step('and back again', async () => {
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(page.getByText('The move of Fleet is undone.')).toBeVisible()
      await expect(phase(page, 'Teams in phase 4, Answering breaches').getByText('Fleet')).toBeVisible()
    })

    await test.step('by mouse', async () => {
      const card = phase(page, 'Teams in phase 6, Policy agreed').getByRole('listitem')
      const from = await card.boundingBox()
      const to = await page.getByRole('heading', { name: 'Policy in force' }).boundingBox()
      if (from === null || to === null) throw new Error('Identity or where it goes is not on the page')
      await page.mouse.move(from.x + 20, from.y + from.height - 12)
      await page.mouse.down()
      await page.mouse.move(to.x + 10, to.y + 80, { steps: 6 })
      await page.mouse.up()
      await expect(phase(page, 'Teams in phase 7, Policy in force').getByText('Identity')).toBeVisible()
      await expect(page.getByText('Identity moved to 7 Policy in force.')).toBeVisible()
    })

    await test.step('after somebody else', async () => {
      await page.getByRole('button', { name: 'Move Booking to a phase' }).click()
      const choice = page.getByRole('button', { name: '6 Policy agreed' })
      await expect(choice).toBeVisible()
      expect(await pressAfterMoveElsewhere(choice, 'booking', 'policy-in-force')).toBe(200)
      await expect(page.getByText(/changed it while you did/)).toBeVisible()
      await expect(
        page.getByText(/Booking is now in 7 Policy in force; you saw it in 5 Tuning SLOs/),
      ).toBeVisible()
      await expectNoA11yViolations()
      await page.getByRole('button', { name: 'Move it to 6 Policy agreed' }).click()
      await expect(phase(page, 'Teams in phase 6, Policy agreed').getByText('Booking')).toBeVisible()
    })

    await test.step('what is said of a card is kept, with every move', async () => {
      await phase(page, 'Teams in phase 6, Policy agreed').getByRole('link', { name: 'Booking' }).click()
      const dialog = page.getByRole('dialog', { name: 'Booking' })
      await expect(dialog.getByText(/of \d+ services have SLOs/)).toBeVisible()
      await dialog.getByRole('checkbox', { name: 'policy drafted' }).check()
      await dialog.getByRole('textbox', { name: 'Next step' }).fill('product owner reads it')
      await expectNoA11yViolations()
      await dialog.getByRole('button', { name: 'Save the card' }).click()
      await expect(dialog).toBeHidden()
      const card = phase(page, 'Teams in phase 6, Policy agreed').getByRole('listitem')
      await expect(card).toContainText('1 of 4 done')
      await expect(card).toContainText('Next: product owner reads it')
      await page.getByRole('link', { name: 'Maturity' }).first().click()
      await page.goBack()
      // What is entered in the mock lives as long as its page.
      if (test.info().project.name !== 'mock') await page.reload()
      await expect(card).toContainText('product owner reads it')
    })

    await test.step('columns are the organization’s', async () => {
      await page.getByRole('link', { name: 'Phases', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: 'Phases' })
      await expect(dialog.getByRole('button', { name: 'Retire Policy agreed' })).toBeDisabled()
      await dialog.getByRole('textbox', { name: 'Name of phase 1', exact: true }).fill('Kick-off')
      await dialog.getByRole('button', { name: 'Retire Logging on' }).click()
      await expectNoA11yViolations()
      await dialog.getByRole('button', { name: 'Save the phases' }).click()
      await expect(dialog).toBeHidden()
      await expect(page.getByRole('heading', { name: 'Kick-off' })).toBeVisible()
      await expect(page.getByText('Six teams, eight phases.')).toBeVisible()
    })

    await test.step('what helps most teams stands first of what is asked for', async () => {
      const requests = page.getByRole('table', { name: 'Requests' }).locator('[data-row]')
      await expect(requests.first()).toContainText('6 of 6 teams')
      await page.getByRole('button', { name: 'Record a request' }).click()
      const dialog = page.getByRole('dialog', { name: 'Record a request' })
      await dialog.getByRole('button', { name: 'Save the request' }).click()
      await expect(dialog.getByText('In a few words, as it stands in the list')).toBeVisible()
      await dialog.getByRole('textbox', { name: 'What is asked for' }).fill('Budgets in the chat')
      await dialog
        .getByRole('group', { name: 'Asked for by' })
        .getByRole('checkbox', { name: 'Fleet' })
        .check()
      await expectNoA11yViolations()
      await dialog.getByRole('button', { name: 'Save the request' }).click()
      await expect(dialog).toBeHidden()
      await expect(requests.last()).toContainText('Budgets in the chat')
      await expect(requests.last()).toContainText('1 of 6 teams')
    })

    await test.step('on a wall nothing can be moved', async () => {
      await page.getByRole('link', { name: 'Show on a wall' }).click()
      const wall = page.getByRole('dialog', { name: 'SRE journey, on a wall' })
      await expect(wall.getByText('Booking')).toBeVisible()
      await expect(wall.getByRole('button', { name: /^Move/ })).toHaveCount(0)
      await page.keyboard.press('Escape')
      await expect(page).toHaveURL('/transformation/board')
    })
  },
)

test('who may not move teams is told who may', async ({ page }) => {
  await lookAs(page, 'viewer')
  await page.goto('/transformation/board?card=payments')
  const dialog = page.getByRole('dialog', { name: 'Payments' })
  await expect(dialog.getByText(/Needs the role coach, or admin/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Save the card' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Move / })).toHaveCount(0)
})
