import type { Route } from '../context.ts'

export const listSlis: Route<'listSlis'> = async (_request, { index }) => ({ items: [...index.catalog.slis] })
