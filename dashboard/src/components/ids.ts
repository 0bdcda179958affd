/** Where the keyboard finds the inspector. */
export const inspectorId = 'inspector'

/** Where the keyboard finds the list of the view. */
export const articlesId = 'articles'
