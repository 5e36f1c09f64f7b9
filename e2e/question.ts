import type { Locator, Page } from '@playwright/test'

type Click = (page: Page) => Locator

type Question = Readonly<{
  asks: string
  /** From the role's home; what stands there already needs none. */
  clicks: readonly Click[]
  /** What answers it. */
  answer: (page: Page) => Locator
}>

export const link =
  (name: string | RegExp): Click =>
  (page) =>
    page.getByRole('link', { name }).first()
export const inMenu =
  (name: string | RegExp): Click =>
  (page) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true })
export const radio =
  (name: string): Click =>
  (page) =>
    page.getByRole('radio', { name, exact: true })
export const inTable =
  (table: string | RegExp, name: string | RegExp): Click =>
  (page) =>
    page.getByRole('table', { name: table }).getByRole('link', { name }).first()
export const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).first()
export const text = (words: string | RegExp) => (page: Page) => page.getByText(words).first()
export const figure = (name: string | RegExp) => (page: Page) => page.getByRole('figure', { name }).first()
export const row = (table: string | RegExp, name: RegExp) => (page: Page) =>
  page.getByRole('table', { name: table }).getByRole('row', { name }).first()

export const indicators = inMenu('Indicators')

export type Persona = Readonly<{ persona: string; home: string; questions: readonly Question[] }>
