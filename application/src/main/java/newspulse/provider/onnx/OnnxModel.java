package newspulse.provider.onnx;

import newspulse.model.Article;
import newspulse.model.Entity.Field;
import newspulse.model.Part;
import newspulse.provider.PartAnswer;
import newspulse.provider.ProviderException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One model: reads an article with its tokenizer, has what it read put into batches with what
/// others ask, and makes an answer of the logits.
final class OnnxModel implements AutoCloseable {
    /// A longer article is not searched for names to its end.
    private static final int MOST_WINDOWS = 16;

    private final Task task;
    private final ModelTokenizer tokenizer;
    private final DynamicBatcher batcher;
    private final int longest;

    OnnxModel(Task task, ModelTokenizer tokenizer, DynamicBatcher batcher, int longest) {
        this.task = task;
        this.tokenizer = tokenizer;
        this.batcher = batcher;
        this.longest = longest;
    }

    Part part() {
        return task.part();
    }

    /// Answers for an article.
    ///
    /// @param deadline by [System#nanoTime]
    PartAnswer ask(Article article, long deadline) throws ProviderException, InterruptedException {
        return switch (task) {
            case Task.Tone tone -> Logits.tone(tone, ofWhole(article, deadline));
            case Task.Subjects subjects -> Logits.subjects(subjects, ofWhole(article, deadline));
            case Task.Entities entities -> entities(entities, article, deadline);
        };
    }

    /// The logits of the article's beginning, as much as the model takes: news says first what
    /// matters.
    private float[] ofWhole(Article article, long deadline)
            throws ProviderException, InterruptedException {
        Tokens tokens = tokenizer.encode(String.join("\n", texts(article).values()));
        int room = longest - tokens.before() - tokens.after();
        long[] ids = tokens.slice(0, Math.min(room, tokens.body()));
        return batcher.run(List.of(ids), deadline).getFirst();
    }

    private PartAnswer.Entities entities(Task.Entities entities, Article article, long deadline)
            throws ProviderException, InterruptedException {
        Map<Field, String> texts = texts(article);
        List<Tokens> read = new ArrayList<>();
        List<List<Window>> windows = new ArrayList<>();
        List<long[]> batch = new ArrayList<>();
        for (String text : texts.values()) {
            Tokens tokens = tokenizer.encode(text);
            int room = longest - tokens.before() - tokens.after();
            List<Window> mine = Window.over(tokens.body(), room, MOST_WINDOWS - batch.size());
            mine.forEach(window -> batch.add(tokens.slice(window.from(), window.to())));
            read.add(tokens);
            windows.add(mine);
        }
        List<float[]> logits = batcher.run(batch, deadline);
        EntityReader reader =
                new EntityReader(texts.values().stream().mapToInt(String::length).sum());
        int next = 0;
        int index = 0;
        for (Map.Entry<Field, String> text : texts.entrySet()) {
            Tokens tokens = read.get(index);
            List<Task.Tag> tags = new ArrayList<>();
            for (Window window : windows.get(index)) {
                int shift = tokens.before() - window.from();
                tags.addAll(
                        Logits.tags(
                                entities,
                                logits.get(next),
                                window.ownFrom() + shift,
                                window.ownTo() + shift));
                next++;
            }
            reader.read(text.getKey(), text.getValue(), tokens, tags);
            index++;
        }
        return new PartAnswer.Entities(reader.entities());
    }

    private static Map<Field, String> texts(Article article) {
        Map<Field, String> texts = new TreeMap<>();
        texts.put(Field.TITLE, article.title());
        if (article.description() != null) {
            texts.put(Field.DESCRIPTION, article.description());
        }
        if (article.content() != null) {
            texts.put(Field.CONTENT, article.content());
        }
        return texts;
    }

    @Override
    public void close() {
        batcher.close();
        tokenizer.close();
    }
}
