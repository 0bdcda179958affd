package newspulse.inference;

import newspulse.intake.Intake;
import newspulse.model.Article;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.model.Fault;

import java.util.ArrayList;
import java.util.List;

/// What a body of several articles turned out to be: all of them valid, or refused as a whole.
sealed interface Several {
    /// How many articles it holds; 1 when nobody can tell.
    int count();

    record Accepted(List<Article> articles) implements Several {
        public Accepted {
            articles = List.copyOf(articles);
        }

        @Override
        public int count() {
            return articles.size();
        }
    }

    record Refusal(Failure failure, int count) implements Several {}

    static Several read(Intake intake, byte[] body) {
        return switch (intake.readAll(body)) {
            case Intake.Unreadable(Failure failure) -> new Refusal(failure, 1);
            case Intake.Articles(boolean isArray, List<Intake.Element> elements) ->
                    isArray && !elements.isEmpty() && elements.size() <= InferenceConfig.MAX_BATCH
                            ? valid(elements)
                            : new Refusal(wrongCount(isArray, elements.size()), elements.size());
        };
    }

    private static Failure wrongCount(boolean isArray, int count) {
        return new Failure(
                FailureCode.INVALID_REQUEST,
                "A batch is an array of 1 to "
                        + InferenceConfig.MAX_BATCH
                        + " articles; this is "
                        + (isArray ? "an array of " + count + "." : "no array."));
    }

    private static Several valid(List<Intake.Element> elements) {
        List<Article> articles = new ArrayList<>(elements.size());
        List<Fault> faults = new ArrayList<>();
        for (Intake.Element element : elements) {
            switch (element.outcomeInBody()) {
                case Intake.Admitted(Article article) -> articles.add(article);
                case Intake.Refused(Failure failure) -> faults.addAll(failure.faults());
            }
        }
        return faults.isEmpty()
                ? new Accepted(articles)
                : new Refusal(
                        new Failure(
                                FailureCode.INVALID_ARTICLE,
                                elements.size()
                                        - articles.size()
                                        + " of the articles break a rule.",
                                faults),
                        elements.size());
    }
}
