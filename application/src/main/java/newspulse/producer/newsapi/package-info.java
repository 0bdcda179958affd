/// NewsAPI's top headlines (newsapi.org/docs). Start at [newspulse.producer.newsapi.NewsApiSource].
@NullMarked
package newspulse.producer.newsapi;

import org.jspecify.annotations.NullMarked;
