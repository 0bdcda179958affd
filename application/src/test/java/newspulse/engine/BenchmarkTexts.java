package newspulse.engine;

import newspulse.engine.files.ModelFiles;
import newspulse.model.Article;
import newspulse.model.Source;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Articles of about 1.2 KB, put together from sentences of our own, every one different: of the
/// longer words a third is replaced by words and names of the lists that ship with the models.
final class BenchmarkTexts {
    private static final int SENTENCES = 8;
    private static final int SHORTEST_REPLACED = 3;

    private static final List<String> ENGLISH =
            List.of(
                    "The ferry operator in Busan said on Thursday that bookings for the summer rose %d percent from a year earlier.",
                    "Shares of Meridian Electronics fell %d percent in Frankfurt after the company cut its forecast for memory chips.",
                    "Researchers at the University of Leiden tested the vaccine on %d volunteers and saw no serious side effects.",
                    "Prime Minister Anna Lindqvist told parliament that the coalition would not raise the tax on energy before %d.",
                    "\"We were lucky tonight, and the goalkeeper was brilliant,\" coach Marco Ruiz said after the %d-0 victory.",
                    "Heavy rain flooded %d villages along the river, and the army brought drinking water to the people who stayed.",
                    "The museum bought the painting for $%d million, although two experts doubt that the master painted it himself.",
                    "The central bank kept its interest rate, but warned that prices of food would rise by %d percent this year.",
                    "A court in Nairobi ordered the firm to pay %d families for the land that it had taken without a permit.",
                    "Engineers switched on the tidal power station, which is to serve %d thousand homes when the second turbine runs.");

    private static final List<String> KOREAN =
            List.of(
                    "한빛전자는 3분기 영업이익이 지난해보다 %d퍼센트 늘었다고 목요일 밝혔다.",
                    "서울 증시에서 반도체 주가가 %d퍼센트 급락하며 투자자들의 불안이 커졌다.",
                    "연구진은 자원자 %d명에게 백신을 시험했으며 심각한 부작용은 없었다고 설명했다.",
                    "김하늘 총리는 국회에서 %d년 이전에는 에너지 세금을 올리지 않겠다고 말했다.",
                    "감독은 경기가 끝난 뒤 선수들이 훌륭했다며 %d대 0 승리를 자랑스러워했다.",
                    "폭우로 강가의 마을 %d곳이 물에 잠겨 군이 식수를 실어 날랐다.",
                    "한국은행은 기준금리를 동결했지만 물가가 %d퍼센트 오를 수 있다고 경고했다.",
                    "부산항에서 출발하는 여객선 예약이 여름 휴가철을 앞두고 %d퍼센트 증가했다.",
                    "법원은 허가 없이 땅을 쓴 회사에 %d가구의 피해를 배상하라고 명령했다.",
                    "조력 발전소가 가동을 시작해 약 %d만 가구에 전기를 공급할 예정이다.");

    private BenchmarkTexts() {}

    static List<Article> articles(String language, int count) {
        List<String> sentences = language.equals("ko") ? KOREAN : ENGLISH;
        List<String> words = words(language);
        Random random = new Random(7);
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            articles.add(
                    new Article(
                            "bench-" + i,
                            new Source(null, "The Sample Courier"),
                            sentence(sentences, words, random),
                            sentence(sentences, words, random)
                                    + " "
                                    + sentence(sentences, words, random),
                            content(sentences, words, random),
                            null,
                            "https://example.com/" + i,
                            null,
                            Articles.NOW,
                            null,
                            true));
        }
        return articles;
    }

    private static String content(List<String> sentences, List<String> words, Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < SENTENCES; i++) {
            text.append(sentence(sentences, words, random)).append(' ');
        }
        return text.toString().strip();
    }

    private static String sentence(List<String> sentences, List<String> words, Random random) {
        String frame = sentences.get(random.nextInt(sentences.size()));
        return Stream.of(frame.formatted(random.nextInt(2, 90)).split(" "))
                .map(word -> isReplaced(word, random) ? pick(words, random) : word)
                .collect(Collectors.joining(" "));
    }

    private static boolean isReplaced(String word, Random random) {
        boolean plain = word.chars().allMatch(Character::isLetter);
        return plain && word.length() >= SHORTEST_REPLACED && random.nextInt(3) == 0;
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<String> words(String language) {
        ModelFiles files = new ModelFiles("bench", null);
        String tone = language.equals("ko") ? "tone.tsv" : "vader.tsv";
        return Stream.of("names.tsv", "subject-terms.tsv", tone)
                .flatMap(name -> files.lines(language + "/" + name).stream())
                .flatMap(line -> line.terms().stream())
                .filter(term -> term.chars().allMatch(Character::isLetter))
                .toList();
    }
}
