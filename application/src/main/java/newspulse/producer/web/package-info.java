/// Fetching from the web, politely and within limits. Start at [newspulse.producer.web.Downloader].
@NullMarked
package newspulse.producer.web;

import org.jspecify.annotations.NullMarked;
