package newspulse.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.file.FileService;
import com.linecorp.armeria.server.file.HttpFile;

/// `/openapi.json` and, for people, `/docs`: both from the class path, so that they work offline.
final class Documentation {
    private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/5.34.1";
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Newspulse API</title>
            <link rel="stylesheet" href="/docs/swagger-ui.css">
            </head>
            <body>
            <div id="swagger-ui"></div>
            <script src="/docs/swagger-ui-bundle.js"></script>
            <script src="/docs/start.js"></script>
            </body>
            </html>
            """;
    private static final String START =
            """
            SwaggerUIBundle({ url: "/openapi.json", dom_id: "#swagger-ui", validatorUrl: null });
            """;

    private Documentation() {}

    static void addTo(ServerBuilder server) {
        ClassLoader classes = Documentation.class.getClassLoader();
        server.service(
                "/openapi.json",
                Methods.get(
                        HttpFile.builder(classes, "newspulse/openapi.json")
                                .contentType(MediaType.JSON_UTF_8)
                                .build()
                                .asService()));
        server.service("/docs", Methods.get((_, _) -> page()));
        server.service("/docs/", Methods.get((_, _) -> page()));
        server.service(
                "/docs/start.js",
                Methods.get((_, _) ->
                        HttpResponse.of(HttpStatus.OK, MediaType.JAVASCRIPT_UTF_8, START)));
        server.serviceUnder(
                "/docs/", Methods.get(FileService.builder(classes, SWAGGER_UI).build()));
        server.service("/redoc", Methods.get((_, _) -> HttpResponse.ofRedirect("/docs")));
    }

    private static HttpResponse page() {
        return HttpResponse.of(HttpStatus.OK, MediaType.HTML_UTF_8, PAGE);
    }
}
