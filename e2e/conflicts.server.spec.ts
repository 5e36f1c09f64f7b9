import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'

// Who is too late is refused on purpose.
test.use({ mayBeRefused: true })

const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name })
const phase = (page: Page, place: number) =>
  dialogOf(page, 'Phases').getByRole('textbox', { name: `Name of phase ${place}`, exact: true })

async function openBefore(page: Page) {
  await page.goto('/organization')
  await page.getByRole('button', { name: /Before SRE/ }).click()
  await page.getByRole('button', { name: /for everybody$/ }).click()
  await expect(dialogOf(page, 'Before SRE').getByRole('textbox', { name: 'First month' })).not.toHaveValue('')
}
const figure = (page: Page) =>
  dialogOf(page, 'Before SRE').getByRole('textbox', { name: 'Outages not detected internally, per period' })

test('two people who change the same thing at the same time are shown both, and nothing is lost until one is chosen', async ({
  page,
  browser,
  baseURL,
}, { repeatEachIndex, retry }) => {
  // The server keeps what an earlier run entered.
  const run = `${repeatEachIndex + 1}.${retry + 1}`
  const [theirs, mine] = [`Kick-off ${run}`, `Logs read ${run}`]
  const elsewhere = await browser.newContext({ ...(baseURL && { baseURL }) })
  const other = await elsewhere.newPage()

  await test.step('the phases of the board', async () => {
    for (const one of [page, other]) await one.goto('/transformation/board?panel=phases')
    for (const one of [page, other]) await expect(phase(one, 1)).toHaveValue(/Induction|Kick-off/)
    await phase(other, 1).fill(theirs)
    await dialogOf(other, 'Phases').getByRole('button', { name: 'Save the phases' }).click()
    await expect(dialogOf(other, 'Phases')).toHaveCount(0)

    await phase(page, 2).fill(mine)
    await dialogOf(page, 'Phases').getByRole('button', { name: 'Save the phases' }).click()
    const dialog = dialogOf(page, 'Phases')
    await expect(dialog.getByText(/changed it while you did/)).toBeVisible()
    await expect(dialog.getByText(`theirs are ${theirs}, `)).toBeVisible()
    await expect(phase(page, 2)).toHaveValue(mine)
    await dialog.getByRole('button', { name: 'Take theirs into the form' }).click()
    await expect(phase(page, 1)).toHaveValue(theirs)
    await phase(page, 2).fill(mine)
    await dialog.getByRole('button', { name: 'Save the phases' }).click()
    await expect(dialog).toHaveCount(0)
    await page.goto('/transformation/board?panel=phases')
    await expect(phase(page, 1)).toHaveValue(theirs)
    await expect(phase(page, 2)).toHaveValue(mine)
  })

  await test.step('what was before SRE', async () => {
    for (const one of [page, other]) await openBefore(one)
    await figure(other).fill('8')
    await dialogOf(other, 'Before SRE').getByRole('button', { name: 'Save for everybody' }).click()
    await expect(dialogOf(other, 'Before SRE')).toHaveCount(0)

    await figure(page).fill('7.5')
    const dialog = dialogOf(page, 'Before SRE')
    await dialog.getByRole('button', { name: 'Save for everybody' }).click()
    await expect(dialog.getByText(/changed it while you did/)).toBeVisible()
    await expect(dialog.getByText(/: 8 a period, /).first()).toBeVisible()
    await expect(figure(page)).toHaveValue('7.5')
    await dialog.getByRole('button', { name: 'Save mine over it' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByRole('button', { name: /Before SRE/ })).toContainText('7.5 a period')
    await openBefore(page)
    const entered = dialog.getByRole('region', { name: 'What was entered' }).getByRole('listitem')
    await expect(entered.nth(0)).toContainText(/^7\.5 a period/)
    await expect(entered.nth(1)).toContainText(/^8 a period/)
  })
  await elsewhere.close()
})
