import type { AnalyzedNewsArticle } from '@/api/types'
import { supersedes } from './revision'

type Articles = readonly AnalyzedNewsArticle[]

/**
 * A list being read. `shown` is what stands on the page; `waiting` is what came since and is let in when the
 * reader says so. An id stands in one of the two, once.
 */
export interface Feed {
  readonly shown: Articles
  readonly waiting: Articles
  /** How many articles wait, also those that the bound has already pushed out of `waiting`. */
  readonly waitingCount: number
}

export interface Arrival {
  readonly feed: Feed
  /** How many of the articles were not known before. */
  readonly fresh: number
}

export const emptyFeed: Feed = { shown: [], waiting: [], waitingCount: 0 }

/**
 * Takes in arrivals, newest first. A higher revision of a known article replaces it where it stands, a lower or
 * equal one changes nothing, and a new article goes in front: of what is shown, or of what waits while held.
 */
export function arrive(feed: Feed, arrivals: Articles, held: boolean, limit: number): Arrival {
  const best = highestRevisions(arrivals)
  const shown = replaceInPlace(feed.shown, best)
  const waiting = replaceInPlace(feed.waiting, best)
  const fresh = [...best.values()]
  if (held) {
    return {
      feed: {
        shown,
        waiting: bound([...fresh, ...waiting], limit),
        waitingCount: feed.waitingCount + fresh.length,
      },
      fresh: fresh.length,
    }
  }
  return {
    feed: release({ shown, waiting: [...fresh, ...waiting], waitingCount: 0 }, limit),
    fresh: fresh.length,
  }
}

/**
 * Arrivals without corrections of what is not here: a later analysis of an article that has left the list, or
 * came before the reader did, is no news and does not bring the article back.
 */
export function withoutStrayCorrections(feed: Feed, arrivals: Articles): Articles {
  if (arrivals.every(isFirstAnalysis)) return arrivals
  const here = new Set(
    [...feed.shown, ...feed.waiting, ...arrivals.filter(isFirstAnalysis)].map(({ id }) => id),
  )
  return arrivals.filter((article) => isFirstAnalysis(article) || here.has(article.id))
}

export function isFirstAnalysis(article: AnalyzedNewsArticle): boolean {
  return article.analysis_revision === 1
}

/** Lets in what waits. */
export function release(feed: Feed, limit: number): Feed {
  if (feed.waiting.length === 0) return { ...feed, waitingCount: 0 }
  return { shown: bound([...feed.waiting, ...feed.shown], limit), waiting: [], waitingCount: 0 }
}

function highestRevisions(arrivals: Articles): Map<string, AnalyzedNewsArticle> {
  const best = new Map<string, AnalyzedNewsArticle>()
  for (const article of arrivals) {
    const known = best.get(article.id)
    if (known === undefined || supersedes(article, known)) best.set(article.id, article)
  }
  return best
}

/** Replaces what the revisions supersede and takes every known id out of them, leaving the new articles. */
function replaceInPlace(known: Articles, revisions: Map<string, AnalyzedNewsArticle>): Articles {
  let changed = false
  const result = known.map((article) => {
    const revision = revisions.get(article.id)
    if (revision === undefined) return article
    revisions.delete(article.id)
    if (!supersedes(revision, article)) return article
    changed = true
    return revision
  })
  return changed ? result : known
}

function bound(articles: Articles, limit: number): Articles {
  return articles.length > limit ? articles.slice(0, limit) : articles
}
