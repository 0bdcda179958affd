import type { AnalyzedNewsArticle } from '@/api/types'
import { supersedes } from './revision'

type Articles = readonly AnalyzedNewsArticle[]

/**
 * A ranked list that the server answers as a whole. While the reader holds it, a newer answer waits in `next`;
 * only higher revisions of what is shown come through, each in its place.
 */
export interface Listing {
  readonly shown: Articles
  readonly next: Articles | null
  /** How many of the articles in `next` are not shown. */
  readonly waitingCount: number
}

export const emptyListing: Listing = { shown: [], next: null, waitingCount: 0 }

export function answer(listing: Listing, articles: Articles, held: boolean): Listing {
  const known = new Map(listing.shown.map((article) => [article.id, article]))
  const next = articles.map((article) => {
    const shown = known.get(article.id)
    return shown === undefined || supersedes(article, shown) ? article : shown
  })
  if (!held || listing.shown.length === 0) return { shown: next, next: null, waitingCount: 0 }
  const revised = new Map(next.map((article) => [article.id, article]))
  return {
    shown: listing.shown.map((article) => revised.get(article.id) ?? article),
    next,
    waitingCount: next.filter((article) => !known.has(article.id)).length,
  }
}

/** Shows the newest answer. */
export function turnOver(listing: Listing): Listing {
  return listing.next === null ? listing : { shown: listing.next, next: null, waitingCount: 0 }
}
