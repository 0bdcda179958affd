package newspulse.training.language;

import newspulse.engine.language.LanguageIdentifier;
import newspulse.engine.language.LanguageModel;
import newspulse.engine.language.ScriptModel;
import newspulse.model.Analysis;
import newspulse.training.DataSet;
import newspulse.training.LabelledText;
import newspulse.training.ModelCard;
import newspulse.training.Progress;
import newspulse.training.PublicData;
import newspulse.training.Trainer;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Trains the language identifier. The first path is a directory of files named after a language
/// (`ko.txt`), with a sentence a line; those after it are labelled English news, whose labels do
/// not matter: headlines hold names of all the world, and are English for all that. Sentences of
/// the largest languages of the news are taken twice, since of two languages that are hard to tell
/// apart the news is more often in the larger.
public final class LanguageTrainer implements Trainer {
    private static final int HEADLINES = 700;
    private static final int NONSENSE = 400;
    private static final int EPOCHS = 20;
    private static final int BITS = 15;
    private static final int BITS_OF_FEW = 14;
    private static final int FEW = 10;

    private final LocalDate today;

    /// A trainer.
    ///
    /// @param today stands in the model card
    public LanguageTrainer(LocalDate today) {
        this.today = today;
    }

    @Override
    public String name() {
        return "language";
    }

    @Override
    public String file() {
        return "language.model";
    }

    @Override
    public List<DataSet> dataSets() {
        var sentences =
                new DataSet(
                        "Sentences of 79 languages",
                        "language/sentences",
                        "Apache-2.0, CC-BY-4.0",
                        DataSet.Use.TRAINING);
        return Stream.concat(Stream.of(sentences), PublicData.ENGLISH_NEWS.stream()).toList();
    }

    @Override
    public void train(List<Path> texts, long seed, Path models, Progress progress)
            throws IOException {
        Random random = new Random(seed);
        LanguageSentences sentences = LanguageSentences.read(texts.getFirst());
        List<LabelledText> training = new ArrayList<>(sentences.training());
        for (Path headlines : texts.subList(1, texts.size())) {
            training.addAll(headlines(headlines, random));
        }
        sentences.training().stream()
                .filter(text -> LanguageEvaluation.LARGEST.contains(text.label()))
                .forEach(training::add);
        Map<String, UnicodeScript> scripts = scripts(sentences.training());
        List<ScriptModel> trained = new ArrayList<>();
        Map<UnicodeScript, List<String>> shared = shared(scripts);
        for (var entry : shared.entrySet()) {
            progress.at("training", trained.size(), shared.size());
            trained.add(
                    train(entry.getKey(), entry.getValue(), training, sentences.heldOut(), random));
        }
        progress.at("training", trained.size(), shared.size());
        Path file = models.resolve(file());
        var model = new LanguageModel(trained);
        card(model, sentences.heldOut(), seed).writeWith(file, model.toBytes());
    }

    private static List<LabelledText> headlines(Path file, Random random) throws IOException {
        List<LabelledText> all = LabelledText.read(file);
        Collections.shuffle(all, random);
        return all.stream()
                .limit(HEADLINES)
                .map(text -> new LabelledText("en", text.text()))
                .toList();
    }

    /// Which script most letters of a language's sentences are in.
    private static Map<String, UnicodeScript> scripts(List<LabelledText> texts) {
        Map<String, Map<UnicodeScript, Integer>> counts = new TreeMap<>();
        for (LabelledText text : texts) {
            var of = counts.computeIfAbsent(text.label(), _ -> new EnumMap<>(UnicodeScript.class));
            text.text()
                    .codePoints()
                    .filter(Character::isLetter)
                    .forEach(c -> of.merge(script(c), 1, Integer::sum));
        }
        Map<String, UnicodeScript> scripts = new TreeMap<>();
        counts.forEach((code, of) ->
                of.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .ifPresent(most -> scripts.put(code, most.getKey())));
        return scripts;
    }

    private static UnicodeScript script(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        boolean kana = script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
        return kana ? UnicodeScript.HAN : script;
    }

    /// The languages of each script that no language has to itself.
    private static Map<UnicodeScript, List<String>> shared(Map<String, UnicodeScript> scripts) {
        Map<UnicodeScript, List<String>> shared = new EnumMap<>(UnicodeScript.class);
        scripts.forEach((code, script) -> {
            if (LanguageIdentifier.lone(script) == null) {
                shared.computeIfAbsent(script, _ -> new ArrayList<>()).add(code);
            }
        });
        return shared;
    }

    private static ScriptModel train(
            UnicodeScript script,
            List<String> codes,
            List<LabelledText> texts,
            List<LabelledText> heldOut,
            Random random) {
        TreeSet<String> labels = new TreeSet<>(codes);
        List<LabelledText> own = new ArrayList<>();
        texts.stream().filter(text -> labels.contains(text.label())).forEach(own::add);
        if (script == UnicodeScript.LATIN) {
            labels.add(Analysis.UNDETERMINED);
            own.addAll(nonsense(random));
        }
        int bits = labels.size() > FEW ? BITS : BITS_OF_FEW;
        var training = new ScriptTraining(script, List.copyOf(labels), bits, random);
        training.learn(own, EPOCHS);
        return training.finish(
                heldOut.stream().filter(text -> labels.contains(text.label())).toList());
    }

    /// Letters that are no language, so that the model need not find one in them.
    private static List<LabelledText> nonsense(Random random) {
        List<LabelledText> texts = new ArrayList<>(NONSENSE);
        for (int i = 0; i < NONSENSE; i++) {
            StringBuilder text = new StringBuilder();
            for (int words = 1 + random.nextInt(8); words > 0; words--) {
                for (int letters = 2 + random.nextInt(8); letters > 0; letters--) {
                    text.append((char) ('a' + random.nextInt('z' - 'a' + 1)));
                }
                text.append(' ');
            }
            texts.add(new LabelledText(Analysis.UNDETERMINED, text.toString()));
        }
        return texts;
    }

    ModelCard card(LanguageModel model, List<LabelledText> heldOut, long seed) {
        long languages = heldOut.stream().map(LabelledText::label).distinct().count();
        var identifier = new LanguageIdentifier(model);
        return new ModelCard(
                "Language identifier",
                "Tells the language of an article, headlines among them, with a confidence.",
                dataSets().stream().map(set -> set.name() + ", " + set.licence()).toList(),
                "Apache-2.0",
                today,
                seed,
                List.of(LanguageEvaluation.score(identifier, "sentences kept back", heldOut)),
                List.of(
                        languages
                                + " languages; of each some 400 sentences, so that rare words fail",
                        "Bosnian and Croatian, Indonesian and Malay, Bokmål and Nynorsk, Xhosa and"
                                + " Zulu are often confused in short texts",
                        "Serbian was seen in Cyrillic only; in Latin letters it is taken for Bosnian"
                                + " or Croatian"));
    }
}
