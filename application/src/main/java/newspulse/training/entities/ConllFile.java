package newspulse.training.entities;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/// Reads files of the CoNLL shared tasks' form: a token a line, its label in the last column, an
/// empty line after each sentence, `-DOCSTART-` before each document. Labels are IO, IOB1 or IOB2.
/// Tokens of white space, which some have, are passed over.
public final class ConllFile {
    private static final String DOCUMENT = "-DOCSTART-";

    private ConllFile() {}

    /// A token and its label: `O`, or `B-`/`I-` and a kind.
    public record Token(String text, String label) {}

    /// The tokens of a sentence.
    ///
    /// @param startsDocument whether it is the first of a document
    public record Sentence(List<Token> tokens, boolean startsDocument) {
        public Sentence {
            tokens = List.copyOf(tokens);
        }
    }

    /// Reads a file.
    ///
    /// @throws IOException when the file cannot be read or is not of this form, with file and line
    public static List<Sentence> read(Path file) throws IOException {
        List<Sentence> sentences = new ArrayList<>();
        List<Token> tokens = new ArrayList<>();
        boolean starts = true;
        int number = 0;
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                boolean document = line.startsWith(DOCUMENT);
                if (document || line.isBlank()) {
                    starts = flush(tokens, starts, sentences) || document;
                } else if (line.charAt(0) > ' ') {
                    tokens.add(token(line, file + ":" + number));
                }
            }
        } catch (MalformedInputException e) {
            throw new IOException(file + ":" + (number + 1) + ": must be UTF-8", e);
        }
        flush(tokens, starts, sentences);
        return sentences;
    }

    /// @return whether the next sentence still is the first of its document
    private static boolean flush(List<Token> tokens, boolean starts, List<Sentence> sentences) {
        if (tokens.isEmpty()) {
            return starts;
        }
        sentences.add(new Sentence(tokens, starts));
        tokens.clear();
        return false;
    }

    private static Token token(String line, String place) throws IOException {
        StringTokenizer columns = new StringTokenizer(line, " \t");
        int count = columns.countTokens();
        String text = columns.nextToken();
        String label = text;
        while (columns.hasMoreTokens()) {
            label = columns.nextToken();
        }
        boolean named = label.length() > 2 && (label.startsWith("B-") || label.startsWith("I-"));
        if (count < 2 || (!named && !label.equals("O"))) {
            throw new IOException(place + ": must be a token and a label: O, B-kind or I-kind");
        }
        return new Token(text, label);
    }
}
