package newspulse.engine.keywords;

import newspulse.engine.files.TermLine;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;
import newspulse.engine.text.WordTable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Says of each English word what it can be in a phrase, from lists, from its ending and from its
/// neighbours: enough to cut noun phrases out of a sentence without a tagger.
final class EnglishWords {
    /// Ends a phrase and is in none.
    static final int BREAK = 0;

    /// May be anything in a phrase.
    static final int NOUN = 1;

    /// Begins a phrase or stands within one, and does not end it.
    static final int MODIFIER = 2;

    private static final int STOP = 1;
    private static final int VERB = 1 << 1;
    private static final int NOUN_TOO = 1 << 2;
    private static final int IN_NAMES = 1 << 3;
    private static final int ADJECTIVE = 1 << 4;
    private static final int NO_ADVERB = 1 << 5;

    /// A noun follows, or what belongs to one.
    private static final int DETERMINER = 1 << 6;

    /// A verb follows: modals, pronouns that are subjects.
    private static final int BEFORE_VERB = 1 << 7;

    private static final int TO = 1 << 8;

    /// The -ing of a verb that is hardly ever a noun.
    private static final int GERUND = 1 << 9;

    private static final int PREPOSITION = 1 << 10;

    /// How often words are verbs that count as verbs here: anywhere, with an s, after to, after
    /// what only verbs follow, after a subject.
    private static final double ANYWHERE = 0.75;

    private static final double WITH_S = 0.6;
    private static final double AFTER_TO = 0.35;
    private static final double AFTER_MODAL = 0.1;
    private static final double AFTER_SUBJECT = 0.5;
    private static final int SHORTEST_PARTICIPLE = 4;

    private final WordTable words;
    private final WordStatistics statistics;

    /// @param stopwords lines of `word, word, ...`
    /// @param classes lines of a class, a tab, and `word, word, ...`
    EnglishWords(List<TermLine> stopwords, List<TermLine> classes, WordStatistics statistics) {
        this.statistics = statistics;
        Map<Long, Integer> entries = new HashMap<>();
        for (TermLine line : stopwords) {
            line.terms().forEach(word -> put(entries, word, STOP));
        }
        for (TermLine line : classes) {
            int flag = flag(line.head().getFirst());
            for (String word : line.terms()) {
                put(entries, word, flag);
                if (flag == VERB) {
                    put(entries, word + "s", VERB);
                    put(entries, third(word), VERB);
                    put(entries, gerund(word), GERUND);
                }
            }
        }
        words = new WordTable(entries);
    }

    private static void put(Map<Long, Integer> entries, String word, int flag) {
        entries.merge(WordHash.of(word), flag, (a, b) -> a | b);
    }

    private static String third(String verb) {
        char last = verb.charAt(verb.length() - 1);
        char before = verb.charAt(verb.length() - 2);
        if (last == 'y' && "aeou".indexOf(before) < 0) {
            return verb.substring(0, verb.length() - 1) + "ies";
        }
        return verb + ("sxhz".indexOf(last) >= 0 ? "es" : "s");
    }

    private static String gerund(String verb) {
        boolean silent = verb.endsWith("e") && !verb.endsWith("ee");
        return (silent ? verb.substring(0, verb.length() - 1) : verb) + "ing";
    }

    private static int flag(String name) {
        return switch (name) {
            case "verb" -> VERB;
            case "noun" -> NOUN_TOO;
            case "name" -> IN_NAMES;
            case "adjective" -> ADJECTIVE;
            case "-ly" -> NO_ADVERB;
            case "determiner" -> DETERMINER;
            case "preposition" -> DETERMINER | PREPOSITION;
            case "before-verb" -> BEFORE_VERB;
            case "to" -> TO;
            default -> throw new IllegalArgumentException("no such class of words: " + name);
        };
    }

    boolean isStop(Tokens tokens, int i) {
        int known = words.get(tokens.hash(i));
        return (known & STOP) != 0 && (known & IN_NAMES) == 0;
    }

    /// What token `i` is.
    ///
    /// @param within whether the words before it belong to a phrase that it may go on
    /// @param named whether capitals mean names in this text
    int kind(Tokens tokens, int i, boolean within, boolean named) {
        int length = tokens.length(i);
        if (length < 2 || tokens.is(i, Tokens.CONTRACTED_NOT | Tokens.ADDRESS)) {
            return BREAK;
        }
        int known = words.get(tokens.hash(i));
        if (named && isNamePart(tokens, i, known)) {
            return NOUN;
        }
        if (within && followsSubject(tokens, i)) {
            return BREAK;
        }
        int before = i == 0 || tokens.is(i, Tokens.CLAUSE) ? 0 : words.get(tokens.hash(i - 1));
        if ((known & (STOP | VERB)) != 0) {
            boolean noun =
                    (known & NOUN_TOO) != 0
                            && (within || ((before & DETERMINER) != 0 && (known & STOP) == 0))
                            && !goesOn(tokens, i);
            return noun ? NOUN : BREAK;
        }
        if (isVerb(tokens, i, before) || ((known & GERUND) != 0 && (known & NOUN_TOO) == 0)) {
            return BREAK;
        }
        if ((known & ADJECTIVE) != 0) {
            return MODIFIER;
        }
        return tokens.is(i, Tokens.NON_ASCII) ? NOUN : byEnding(tokens, i, within, known, before);
    }

    /// Whether a word that is a verb more often than not follows what is no part of a compound, but
    /// a subject: a plural (`leaders meet`), or a name that a preposition ties to what stands
    /// before it (`prices in Oslo rise`).
    private boolean followsSubject(Tokens tokens, int i) {
        if (tokens.is(i, Tokens.CAPITAL | Tokens.CLAUSE | Tokens.HYPHEN)
                || tokens.stem(i) != tokens.hash(i)
                || statistics.verb(tokens.hash(i)) <= AFTER_SUBJECT) {
            return false;
        }
        int last = i - 1;
        if (!tokens.is(last, Tokens.CAPITAL)) {
            return tokens.stem(last) != tokens.hash(last);
        }
        int first = last;
        while (first > 0 && tokens.is(first, Tokens.CAPITAL) && !tokens.is(first, Tokens.CLAUSE)) {
            first--;
        }
        return first < last && (words.get(tokens.hash(first)) & PREPOSITION) != 0;
    }

    private boolean isVerb(Tokens tokens, int i, int before) {
        if (tokens.is(i, Tokens.HYPHEN)) {
            return false;
        }
        double verb = statistics.verb(tokens.stem(i));
        if ((before & BEFORE_VERB) != 0) {
            return verb > AFTER_MODAL;
        }
        if ((before & TO) != 0) {
            return verb > AFTER_TO;
        }
        return (before & DETERMINER) == 0
                && verb > (tokens.stem(i) == tokens.hash(i) ? ANYWHERE : WITH_S);
    }

    /// Whether a word that is none by itself stands within a name: capitalised, beside another.
    private boolean isNamePart(Tokens tokens, int i, int known) {
        if (!isName(tokens, i)) {
            return false;
        }
        if ((known & STOP) == 0) {
            return true;
        }
        return (known & IN_NAMES) != 0
                && i + 1 < tokens.count()
                && !tokens.is(i + 1, Tokens.CLAUSE)
                && isName(tokens, i + 1)
                && (words.get(tokens.hash(i + 1)) & STOP) == 0;
    }

    private static boolean isName(Tokens tokens, int i) {
        return tokens.is(i, Tokens.CAPITAL) && !tokens.is(i, Tokens.SENTENCE);
    }

    /// Whether an object follows, so that the word is a verb.
    private boolean goesOn(Tokens tokens, int i) {
        int next = i + 1;
        if (next >= tokens.count() || tokens.is(next, Tokens.CLAUSE | Tokens.NUMBER)) {
            return false;
        }
        int known = words.get(tokens.hash(next));
        return (known & STOP) == 0 && (known & VERB) == 0;
    }

    private int byEnding(Tokens tokens, int i, boolean within, int known, int before) {
        String text = tokens.text;
        int end = tokens.end(i);
        if (tokens.length(i) < SHORTEST_PARTICIPLE) {
            return NOUN;
        }
        if (ends(text, end, "ly")) {
            return (known & NO_ADVERB) != 0 ? NOUN : BREAK;
        }
        if (ends(text, end, "ed")) {
            boolean free = before == 0 || (before & DETERMINER) != 0;
            boolean adjective = !within && free && goesOn(tokens, i);
            return adjective || ends(text, end, "eed") ? NOUN : BREAK;
        }
        boolean adjective =
                ends(text, end, "ous")
                        || ends(text, end, "ful")
                        || ends(text, end, "less")
                        || ends(text, end, "able")
                        || ends(text, end, "ible")
                        || ends(text, end, "ical")
                        || ends(text, end, "est");
        return adjective && !tokens.is(i, Tokens.CAPITAL) ? MODIFIER : NOUN;
    }

    private static boolean ends(String text, int end, String ending) {
        for (int i = 0; i < ending.length(); i++) {
            int c = text.charAt(end - ending.length() + i) | 0x20;
            if (c != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
