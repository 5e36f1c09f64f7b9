import { decisionCategories, type DecisionCategory } from '../domain/decision.ts'
import { oneOf, slugsFrom, type UrlCodec } from './codec.ts'

/** What a decision without a workflow begins with. */
export type NewDecisionView = Readonly<{
  category: DecisionCategory
  /** Whose it is; empty for the organization. */
  team: string
  /** The record whose place it takes; empty for none. */
  supersedes: string
}>

export const defaultNewDecisionView: NewDecisionView = {
  category: 'prioritisation',
  team: '',
  supersedes: '',
}

export const newDecisionViewCodec: UrlCodec<NewDecisionView> = {
  parse: (params) => ({
    category: oneOf(decisionCategories, params['category'], defaultNewDecisionView.category),
    team: slugsFrom(params['team'])[0] ?? '',
    supersedes: slugsFrom(params['supersedes'])[0] ?? '',
  }),

  format: (view) => ({
    ...(view.category !== defaultNewDecisionView.category && { category: view.category }),
    ...(view.team !== '' && { team: view.team }),
    ...(view.supersedes !== '' && { supersedes: view.supersedes }),
  }),
}
