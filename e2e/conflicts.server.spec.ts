import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'

// Who is too late is refused on purpose.
test.use({ mayBeRefused: true })

const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name })
const phase = (page: Page, place: number) =>
  dialogOf(page, 'Phases').getByRole('textbox', { name: `Name of phase ${place}`, exact: true })

type Sent = Readonly<Record<string, unknown>>

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

  await test.step('what was before SRE, taken back meanwhile', async () => {
    await openBefore(other)
    await dialogOf(other, 'Before SRE').getByRole('button', { name: 'Take it back' }).click()
    await expect(dialogOf(other, 'Before SRE')).toHaveCount(0)

    const dialog = dialogOf(page, 'Before SRE')
    const prompt = dialog.getByRole('alert').filter({ hasText: 'withdrew it while you did' })
    await figure(page).fill('7')
    await dialog.getByRole('button', { name: 'Save for everybody' }).click()
    await expect(prompt).toContainText('it was taken back')
    await prompt.getByRole('button', { name: 'Leave it so' }).click()
    await expect(prompt).toHaveCount(0)
    await expect(figure(page)).toHaveValue('7')
    await dialog.getByRole('button', { name: 'Save for everybody' }).click()
    await prompt.getByRole('button', { name: 'Save mine over it' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByRole('button', { name: /Before SRE/ })).toContainText('7 a period')
  })
  await elsewhere.close()
})

/** Somebody else's change of the same thing is kept a moment before mine gets there. */
async function somebodyIsFirst(page: Page, address: RegExp, theirs: (mine: Sent) => Sent) {
  let isFirst = true
  await page.route(address, async (route) => {
    const request = route.request()
    // The page goes on reading at the same address, and may write there again.
    if (request.method() !== 'GET' && isFirst) {
      isFirst = false
      await route.fetch({ postData: theirs(request.postDataJSON()) })
    }
    await route.continue()
  })
}

test('whoever saves a moment too late sees both, where one word is said as well', async ({ page }, {
  repeatEachIndex,
  retry,
}) => {
  const run = 10 * repeatEachIndex + retry

  await test.step('a rule', async () => {
    const windowMinutes = 90 + run
    const theirs = { windowMinutes, shareOfWindowBudgetPercent: 150, evaluationMinutes: 5, snoozeMinutes: 0 }
    await page.goto('/rules/messaging?window=45')
    await expect(page.getByRole('button', { name: 'Put this rule in force' })).toBeEnabled()
    await somebodyIsFirst(page, /\/api\/teams\/messaging\/rule$/, (mine) => ({ ...mine, rule: theirs }))
    await page.getByRole('button', { name: 'Put this rule in force' }).click()
    const both = page.getByRole('alert').filter({ hasText: 'changed it while you did' })
    await expect(both).toContainText('more than 150 % of a window’s budget')
    await both.getByRole('button', { name: 'Take theirs into the form' }).click()
    await expect(both).toHaveCount(0)
    await expect(page.getByLabel('Window, minutes')).toHaveValue(String(windowMinutes))
    await expect(page.getByText(/^In force: more than 150 %/)).toBeVisible()
  })

  await test.step('who is shown a service', async () => {
    await page.goto('/status?by=product')
    await page.getByRole('button', { name: 'Change for whom Recommendations is listed' }).click()
    const listing = dialogOf(page, 'Listing of Recommendations')
    await listing.getByRole('textbox', { name: 'Product' }).fill(`Mine ${run}`)
    await somebodyIsFirst(page, /\/api\/services\/[^/]+\/listing$/, (mine) => ({
      ...mine,
      product: `Theirs ${run}`,
    }))
    await listing.getByRole('button', { name: 'Save the listing' }).click()
    await expect(listing.getByText(`as a part of Theirs ${run}`)).toBeVisible()
    await expect(listing.getByRole('textbox', { name: 'Product' })).toHaveValue(`Mine ${run}`)
    await listing.getByRole('button', { name: 'Save mine over it' }).click()
    await expect(page.getByRole('heading', { level: 2, name: `Mine ${run} Healthy` })).toBeVisible()
  })

  await test.step('what is confirmed', async () => {
    await page.goto('/catalog/payment-gateway')
    const facts = page.getByRole('region', { name: 'Entered by people' })
    const confirm = facts.getByRole('button', { name: 'Confirm that all this is right' })
    await expect(confirm).toBeEnabled()
    await somebodyIsFirst(page, /\/api\/catalog\/services\/[^/]+\/facts$/, ({ facts: right, ...mine }) => ({
      ...mine,
      facts: { ...Object(right), keeper: `Somebody ${run}` },
    }))
    await confirm.click()
    await expect(facts.getByText(`kept by: “Somebody ${run}”, yours`)).toBeVisible()
    await facts.getByRole('button', { name: 'Leave theirs' }).click()
    await expect(facts.getByText(`Somebody ${run}`, { exact: true })).toBeVisible()
    await expect(confirm).toBeEnabled()
  })
})
