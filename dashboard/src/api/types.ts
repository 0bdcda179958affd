/** The article as the server sends it: article fields in camelCase, analysis fields in snake_case. */

export const sentiments = ['positive', 'neutral', 'negative', 'unknown'] as const
export type Sentiment = (typeof sentiments)[number]

export const articleFields = ['title', 'description', 'content'] as const
export type ArticleField = (typeof articleFields)[number]

/** The parts of an analysis that a model can answer on its own. */
export const parts = ['sentiment', 'topics', 'keywords', 'entities'] as const
export type Part = (typeof parts)[number]

/** The name of the models in the system itself. */
export const local = 'local'

export interface Source {
  readonly id: string | null
  readonly name: string
}

/** `start` and `end` are UTF-16 offsets into the named field as it is returned. */
export interface Mention {
  readonly field: ArticleField
  readonly start: number
  readonly end: number
}

export interface Entity {
  readonly text: string
  readonly type: string
  readonly count: number
  readonly salience: number
  readonly mentions: readonly Mention[]
}

export interface Analysis {
  readonly sentiment: Sentiment
  /** -1 to 1 */
  readonly sentiment_score: number
  /** 0 to 1 */
  readonly confidence: number
  readonly keywords: readonly string[]
  /** ISO 639-1, or `und` */
  readonly language: string
  readonly entities: readonly Entity[]
  readonly topics: readonly string[]
  /** 0 to 1 */
  readonly importance_score: number
  readonly analyzed_at: string | null
  readonly model_version: string
  readonly inference_time_ms: number
  /** Who answered each part: `local` or the name of a provider. */
  readonly providers: Readonly<Record<Part, string>>
  /** Parts that a provider had answered before for the same text. */
  readonly cached: readonly Part[]
  readonly cost_usd: number
  readonly tokens: number
}

export interface AnalyzedNewsArticle {
  readonly id: string
  readonly source: Source
  readonly author: string | null
  readonly title: string
  readonly description: string | null
  readonly content: string | null
  readonly url: string
  readonly urlToImage: string | null
  readonly publishedAt: string
  readonly category: string | null
  readonly analysis: Analysis
  readonly processed_at: string | null
  readonly pipeline_version: string | null
  readonly content_revision: number
  readonly analysis_revision: number
  readonly duplicate_of: string | null
  readonly story_id: string | null
  readonly ingested_at: string | null
  /** True for an article the system made up to show itself, not one that a source published. */
  readonly sample: boolean
}

/** What the guard made of a list: the articles it could read and how many entries it could not. */
export interface ArticleBatch {
  readonly articles: readonly AnalyzedNewsArticle[]
  readonly malformed: number
}
