import {
  articleFields,
  local,
  parts,
  sentiments,
  type Analysis,
  type AnalyzedNewsArticle,
  type ArticleBatch,
  type ArticleField,
  type Entity,
  type Mention,
  type Part,
  type Sentiment,
} from './types'

type Fields = Record<string, unknown>

/**
 * Reads an article from untrusted JSON, or gives null when it lacks what a row needs: an id, a source, a title
 * and an analysis. Whatever else is missing or of the wrong type becomes null, empty or zero.
 */
export function readArticle(value: unknown): AnalyzedNewsArticle | null {
  if (!isFields(value) || !isFields(value.source) || !isFields(value.analysis)) return null
  const id = text(value.id)
  const sourceName = text(value.source.name)
  const title = text(value.title)
  const publishedAt = text(value.publishedAt)
  if (id === null || sourceName === null || title === null || publishedAt === null) return null
  return {
    id,
    source: { id: text(value.source.id), name: sourceName },
    author: text(value.author),
    title,
    description: text(value.description),
    content: text(value.content),
    url: text(value.url) ?? '',
    urlToImage: text(value.urlToImage),
    publishedAt,
    category: text(value.category),
    analysis: readAnalysis(value.analysis),
    processed_at: text(value.processed_at),
    pipeline_version: text(value.pipeline_version),
    content_revision: number(value.content_revision, 1),
    analysis_revision: number(value.analysis_revision, 1),
    duplicate_of: text(value.duplicate_of),
    story_id: text(value.story_id),
    ingested_at: text(value.ingested_at),
    sample: value.sample === true,
  }
}

/** Reads a list of articles, leaving out and counting what is none; null when it is not a list at all. */
export function readArticles(value: unknown): ArticleBatch | null {
  if (!Array.isArray(value)) return null
  const read = value.map(readArticle)
  const articles = read.filter((article) => article !== null)
  return { articles, malformed: read.length - articles.length }
}

/** Reads the body of `/news/recent` and `/news/top`. */
export function readListing(value: unknown): ArticleBatch | null {
  return isFields(value) ? readArticles(value.news) : null
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readAnalysis(value: Fields): Analysis {
  return {
    sentiment: isSentiment(value.sentiment) ? value.sentiment : 'unknown',
    sentiment_score: number(value.sentiment_score, 0),
    confidence: number(value.confidence, 0),
    keywords: texts(value.keywords),
    language: text(value.language) ?? 'und',
    entities: list(value.entities).flatMap(readEntity),
    topics: texts(value.topics),
    importance_score: number(value.importance_score, 0),
    analyzed_at: text(value.analyzed_at),
    model_version: text(value.model_version) ?? '',
    inference_time_ms: number(value.inference_time_ms, 0),
    providers: readProviders(value.providers),
    cached: list(value.cached).filter(isPart),
    cost_usd: number(value.cost_usd, 0),
    tokens: number(value.tokens, 0),
  }
}

function readProviders(value: unknown): Record<Part, string> {
  const given = isFields(value) ? value : {}
  const nameOf = (part: Part) => text(given[part]) ?? local
  return {
    sentiment: nameOf('sentiment'),
    topics: nameOf('topics'),
    keywords: nameOf('keywords'),
    entities: nameOf('entities'),
  }
}

function readEntity(value: unknown): Entity[] {
  if (!isFields(value)) return []
  const name = text(value.text)
  if (name === null) return []
  return [
    {
      text: name,
      type: text(value.type) ?? '',
      count: number(value.count, 1),
      salience: number(value.salience, 0),
      mentions: list(value.mentions).flatMap(readMention),
    },
  ]
}

function readMention(value: unknown): Mention[] {
  if (!isFields(value) || !isArticleField(value.field)) return []
  const start = number(value.start, -1)
  const end = number(value.end, -1)
  return start >= 0 && end > start ? [{ field: value.field, start, end }] : []
}

function isSentiment(value: unknown): value is Sentiment {
  return sentiments.some((sentiment) => sentiment === value)
}

function isPart(value: unknown): value is Part {
  return parts.some((part) => part === value)
}

function isArticleField(value: unknown): value is ArticleField {
  return articleFields.some((field) => field === value)
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

export function number(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function texts(value: unknown): string[] {
  return list(value).filter((entry) => typeof entry === 'string')
}
