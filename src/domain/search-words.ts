/** How many characters may narrow a list: they stand in its address, and nobody looks for more. */
export const MOST_SEARCH_CHARACTERS = 200
