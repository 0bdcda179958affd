package newspulse.producer.sample;

import java.util.List;

/// An event that can happen: how different publishers headline it, and what the articles say. Texts
/// hold slots like `{city}`.
record SampleTemplate(
        String language,
        String category,
        boolean breaking,
        List<String> titles,
        String lead,
        String body) {
    SampleTemplate {
        titles = List.copyOf(titles);
    }
}
