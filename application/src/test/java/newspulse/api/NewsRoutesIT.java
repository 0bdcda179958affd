package newspulse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.client.BlockingWebClient;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;

import io.lettuce.core.api.StatefulRedisConnection;

import newspulse.Eventually;
import newspulse.embedded.EmbeddedRedis;
import newspulse.redis.RedisConfig;
import newspulse.redis.RedisConnections;
import newspulse.redis.SharedConnection;
import newspulse.wire.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

class NewsRoutesIT {
    private static final Pattern LENGTH =
            Pattern.compile("content-length: (\\d+)", Pattern.CASE_INSENSITIVE);

    @TempDir static Path directory;
    private static EmbeddedRedis redis;
    private static RedisConnections connections;
    private static Server server;
    private static BlockingWebClient client;

    @BeforeAll
    static void start() throws IOException {
        redis = EmbeddedRedis.start(directory, 0, "", 0);
        connections = new RedisConnections(new RedisConfig(redis.host(), redis.port(), 0, ""));
        ServerBuilder builder = Server.builder().http(0);
        new NewsRoutes(new NewsReader(new SharedConnection(connections))).addTo(builder);
        server = builder.gracefulShutdownTimeoutMillis(0, 0).build();
        server.start().join();
        client = WebClient.of("http://127.0.0.1:" + server.activeLocalPort()).blocking();
    }

    @BeforeEach
    void empty() {
        try (StatefulRedisConnection<String, byte[]> connection = connections.connect()) {
            connection.sync().flushall();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.stop().join();
        connections.close();
        redis.close();
    }

    @Test
    void listsAreValidJsonWithTheBytesOfTheArticles() throws Exception {
        store(IntStream.range(0, 30).mapToObj(i -> Articles.arrival("a" + i)).toList());
        AggregatedHttpResponse answer = client.get("/news/recent");
        assertThat(answer.status().code()).isEqualTo(200);
        assertThat(answer.headers().get(HttpHeaderNames.CONTENT_TYPE))
                .isEqualTo("application/json; charset=utf-8");
        assertThat(answer.headers().get(HttpHeaderNames.CACHE_CONTROL)).isEqualTo("no-store");
        JsonNode document = json(answer);
        assertThat(document.get("count").asInt()).isEqualTo(20);
        assertThat(document.get("news")).hasSize(20);
        assertThat(document.get("news").get(0).get("id").asString()).isEqualTo("a29");
        assertThat(json(client.get("/news/top")).get("news")).hasSize(10);
        assertThat(json(client.get("/news/recent?limit=100")).get("count").asInt()).isEqualTo(30);
        assertThat(client.get("/news/recent?limit=1").contentUtf8())
                .isEqualTo(
                        "{\"count\":1,\"news\":["
                                + new String(Articles.json("a29"), StandardCharsets.UTF_8)
                                + "]}");
    }

    @Test
    void anEmptyReadModelIsAnEmptyList() {
        assertThat(client.get("/news/top").contentUtf8()).isEqualTo("{\"count\":0,\"news\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "https://example.com/a//b?c=d&e#f",
                "뉴스 1",
                "a+b%20c",
                "a.b..c",
                "🎉;x=1"
            })
    void findsAnArticleByAnyId(String id) throws Exception {
        store(List.of(Articles.arrival(id)));
        String encoded =
                URLEncoder.encode(id, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace(".", "%2E");
        String answer = raw("/news/" + encoded);
        assertThat(answer)
                .contains("200 OK")
                .endsWith(new String(Articles.json(id), StandardCharsets.UTF_8));
    }

    @Test
    void anIdMayHaveSlashesAndColonsAsTheyAre() throws Exception {
        store(List.of(Articles.arrival("https://example.com//a")));
        assertThat(raw("/news/https://example.com//a")).contains("200 OK");
    }

    @Test
    void whatIsNotThereIsA404() {
        AggregatedHttpResponse answer = client.get("/news/nothing");
        assertThat(answer.status().code()).isEqualTo(404);
        assertThat(json(answer).get("code").asString()).isEqualTo("not_found");
        assertThat(client.get("/news/").status().code()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", "", "1.5", "99999999999", "%0d%0a"})
    void aLimitThatIsNoneIsA400ThatNamesIt(String limit) {
        AggregatedHttpResponse answer = client.get("/news/top?limit=" + limit);
        assertThat(answer.status().code()).isEqualTo(400);
        JsonNode fault = json(answer).get("errors").get(0);
        assertThat(fault.get("path").asString()).isEqualTo("limit");
        assertThat(fault.get("message").asString()).contains("1 to 100");
    }

    @Test
    void anEncodingThatIsNoneIsA400() throws Exception {
        assertThat(raw("/news/%C0%AF")).contains("400 Bad Request");
    }

    @Test
    void redisOutOfReachIsA503AndNeverAnEmptyListAndItRecovers() throws Exception {
        store(List.of(Articles.arrival("a")));
        assertThat(client.get("/news/a").status().code()).isEqualTo(200);
        int port = redis.port();
        redis.close();
        for (String path : List.of("/news/recent", "/news/top", "/news/a")) {
            AggregatedHttpResponse answer = client.get(path);
            assertThat(answer.status().code()).isEqualTo(503);
            assertThat(answer.headers().get(HttpHeaderNames.RETRY_AFTER)).isNotNull();
            assertThat(json(answer).get("code").asString()).isEqualTo("dependency_unavailable");
        }
        redis = EmbeddedRedis.start(directory, port, "", 0);
        Eventually.holds("recovered", () -> client.get("/news/a").status().code() == 200);
    }

    @Test
    void aServerThatStartsBeforeRedisAnswersOnceItIsThere() throws Exception {
        int port = redis.port();
        redis.close();
        ServerBuilder builder = Server.builder().http(0).gracefulShutdownTimeoutMillis(0, 0);
        new NewsRoutes(new NewsReader(new SharedConnection(connections))).addTo(builder);
        try (Server early = builder.build()) {
            early.start().join();
            var asking = WebClient.of("http://127.0.0.1:" + early.activeLocalPort()).blocking();
            assertThat(asking.get("/news/recent").status().code()).isEqualTo(503);
            redis = EmbeddedRedis.start(directory, port, "", 0);
            Eventually.holds("recovered", () -> asking.get("/news/recent").status().code() == 200);
        }
    }

    private static void store(List<Arrival> articles) throws Exception {
        try (RedisReadModel model = new RedisReadModel(connections::connect, Configs.WEEK)) {
            model.store(articles);
        }
    }

    /// Asks for exactly this path; clients like to tidy it up.
    private static String raw(String path) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.activeLocalPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            Matcher length = LENGTH.matcher(head);
            assertThat(length.find()).isTrue();
            byte[] body = in.readNBytes(Integer.parseInt(length.group(1)));
            return head + new String(body, StandardCharsets.UTF_8);
        }
    }

    private static JsonNode json(AggregatedHttpResponse answer) {
        return Json.mapper().readTree(answer.contentUtf8());
    }
}
